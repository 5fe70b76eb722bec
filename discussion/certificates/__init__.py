"""TLS certificates: made for a venue without internet, or brought along, and looked at first.

What stands here does without the library, as everything does while plain http is served.
"""

from pathlib import Path

from discussion.settings import Settings


def venue_folder(settings: Settings) -> Path:
    """Where ``discussion certificate`` puts what it makes: in the data folder."""
    return settings.data / "certificates"


def authority_in_use(settings: Settings) -> Path | None:
    """The certificate that devices must install before they trust this server, if they must."""
    made = venue_folder(settings)
    own = settings.certificate is None and settings.url.startswith("https:")
    return made / "authority.pem" if own and (made / "server.pem").exists() else None
