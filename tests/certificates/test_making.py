"""A venue's authority vouches for the venue's address, and could not vouch for anything else."""

import ssl
import stat
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, load_pem_private_key

from discussion.certificates import authority_in_use, making
from discussion.certificates.checking import Served, context_of, served, venue_files
from discussion.certificates.making import VenueFiles, make_for_venue
from discussion.errors import DiscussionError
from discussion.settings import Settings

NOW = datetime.now(UTC)
VENUE = ("192.168.10.5", "notes.venue.example")


@pytest.fixture
def files(tmp_path: Path) -> VenueFiles:
    """A venue's certificates, made just now."""
    made = VenueFiles(tmp_path / "certificates")
    make_for_venue(made, VENUE, NOW, anew=False)
    return made


def of(files: VenueFiles) -> Served:
    return Served(files.server, files.server_key)


def shake_hands(files: VenueFiles, host: str) -> None:
    """A client that trusts nobody but the authority meets the server, in memory."""
    server_context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    server_context.load_cert_chain(files.server, files.server_key)
    client_context = ssl.create_default_context(cafile=str(files.authority))
    to_client, to_server = ssl.MemoryBIO(), ssl.MemoryBIO()
    client = client_context.wrap_bio(to_client, to_server, server_hostname=host)
    server = server_context.wrap_bio(to_server, to_client, server_side=True)
    for side in (client, server, client, server):
        try:
            side.do_handshake()
        except ssl.SSLWantReadError:
            continue


def forge(files: VenueFiles, *hosts: str) -> None:
    """Whoever steals the authority's key makes a certificate for another host."""
    authority = making.read_authority(files)
    stolen = load_pem_private_key(files.authority_key.read_bytes(), password=None)
    key = ec.generate_private_key(ec.SECP256R1())
    forged = making._server_certificate(authority, stolen, key, hosts, NOW)
    files.server.write_bytes(forged.public_bytes(Encoding.PEM))
    files.server_key.write_bytes(making._private(key))


@pytest.mark.parametrize("host", VENUE)
def test_whoever_trusts_the_authority_trusts_the_server_at_its_addresses(files, host):
    shake_hands(files, host)


def test_the_handshake_of_these_tests_would_catch_a_stranger(files, tmp_path):
    other = VenueFiles(tmp_path / "other")
    make_for_venue(other, VENUE, NOW, anew=False)
    other.authority.write_bytes(files.authority.read_bytes())
    with pytest.raises(ssl.SSLCertVerificationError):
        shake_hands(other, VENUE[0])


@pytest.mark.parametrize("host", ["192.168.10.6", "other.example"])
def test_under_another_address_the_server_is_not_trusted(files, host):
    with pytest.raises(ssl.SSLCertVerificationError, match="mismatch"):
        shake_hands(files, host)


@pytest.mark.parametrize("host", ["192.168.10.6", "bank.example", "2001:db8::1"])
@pytest.mark.parametrize("venue", [VENUE, VENUE[:1], VENUE[1:]])
def test_a_stolen_authority_is_of_no_use_for_other_addresses(tmp_path, venue, host):
    files = VenueFiles(tmp_path)
    make_for_venue(files, venue, NOW, anew=False)
    forge(files, host)
    with pytest.raises(ssl.SSLCertVerificationError, match="subtree"):
        shake_hands(files, host)


def test_it_ends_after_the_workshop_and_is_good_on_devices_whose_clock_is_behind(files):
    authority = making.read_authority(files)
    assert authority.not_valid_after_utc - NOW < timedelta(days=31)
    assert authority.not_valid_before_utc < NOW - timedelta(hours=23)


def test_keys_are_readable_by_their_owner_alone(files):
    for path in files.folder.iterdir():
        assert stat.S_IMODE(path.stat().st_mode) == 0o600
    assert stat.S_IMODE(files.folder.stat().st_mode) == 0o700


def test_a_new_certificate_comes_from_the_authority_that_devices_trust_already(files):
    before, authority = files.server.read_bytes(), files.authority.read_bytes()
    make_for_venue(files, VENUE, NOW + timedelta(days=2), anew=False)
    assert files.authority.read_bytes() == authority
    assert files.server.read_bytes() != before


@pytest.mark.parametrize(
    ("hosts", "later", "anew"), [(("10.0.0.9",), 0, False), (VENUE, 31, False), (VENUE, 0, True)]
)
def test_another_authority_is_made_for_another_address_after_its_end_or_on_request(
    files, hosts, later, anew
):
    before = files.authority.read_bytes()
    make_for_venue(files, hosts, NOW + timedelta(days=later), anew=anew)
    assert files.authority.read_bytes() != before


def test_a_damaged_authority_is_made_anew(files):
    files.authority_key.write_text("no key")
    make_for_venue(files, VENUE, NOW, anew=False)
    shake_hands(files, VENUE[0])


def refused(held: Served, *, hosts: tuple[str, ...] = VENUE, now: datetime = NOW) -> str:
    with pytest.raises(DiscussionError) as refusal:
        context_of(held, hosts, now, kind=ssl.SSLContext)
    return refusal.value.code


def test_what_no_browser_would_take_is_refused_before_anybody_is_served(files, tmp_path):
    assert context_of(of(files), VENUE, NOW, kind=ssl.SSLContext)
    assert refused(of(files), now=NOW + timedelta(days=31)) == "certificate_expired"
    assert refused(of(files), now=NOW - timedelta(days=2)) == "certificate_early"
    assert refused(of(files), hosts=("192.168.10.6",)) == "certificate_other_address"
    assert refused(of(files), hosts=("x.notes.venue.example",)) == "certificate_other_address"
    assert refused(Served(files.server, files.authority_key)) == "certificate_key"
    assert refused(Served(files.server, files.server)) == "certificate_key"
    assert refused(Served(files.server_key, files.server_key)) == "certificate_unreadable"
    assert refused(Served(tmp_path / "none", files.server_key)) == "certificate_unreadable"
    assert refused(Served(files.server, tmp_path / "none")) == "certificate_unreadable"
    assert refused(Served(files.folder, files.server_key)) == "certificate_unreadable"


def test_a_certificate_brought_along_is_served_before_the_venues_own(tmp_path):
    settings = {"DISCUSSION_DATA": str(tmp_path), "DISCUSSION_URL": "https://notes.example.org"}
    assert served(Settings.from_env(settings)) is None, "a proxy in front does TLS"
    make_for_venue(
        venue_files(Settings.from_env(settings)), ("notes.example.org",), NOW, anew=False
    )
    assert served(Settings.from_env(settings)).key.name == "server.key"
    own = Settings.from_env({**settings, "DISCUSSION_CERTIFICATE": "/etc/both.pem"})
    assert served(own) == Served(Path("/etc/both.pem"), Path("/etc/both.pem"))
    assert authority_in_use(own) is None
    plain = {**settings, "DISCUSSION_URL": "http://notes.example.org"}
    assert served(Settings.from_env(plain)) is None


def test_a_certificate_for_all_names_of_a_domain_is_good_for_one_of_them(files):
    forge(files, "*.venue.example")
    assert context_of(of(files), ("notes.venue.example",), NOW, kind=ssl.SSLContext)
    assert refused(of(files), hosts=("a.b.venue.example",)) == "certificate_other_address"
