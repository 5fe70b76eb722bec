"""A house served over https, with a certificate made for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from discussion import desk
from discussion.settings import Settings
from tests.kit.server import Server, new_server


def https_server(folder: Path) -> Server:
    """An installation whose address is https, without a certificate yet."""
    made = new_server(folder)
    made.environment["DISCUSSION_URL"] = f"https://127.0.0.1:{made.port}"
    made.settings = Settings.from_env(made.environment)
    return made


@pytest.fixture(scope="session")
def authority(safe: Server) -> str:
    """The path of the certificate that devices install."""
    return str(safe.data / "certificates" / "authority.pem")


@pytest.fixture(scope="session")
def safe(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Server]:
    """A running server with a venue's certificate, and the sample; this process trusts it."""
    server = https_server(tmp_path_factory.mktemp("safe"))
    desk.make_certificate(server.settings)
    with pytest.MonkeyPatch.context() as patch:
        trusted = str(server.data / "certificates" / "authority.pem")
        patch.setenv("REQUESTS_CA_BUNDLE", trusted)
        server.start("--sample")
        server.add_tables(2)
        yield server
        server.stop()
