"""Makes a venue's authority and the server's certificate; must not know who connects.

Devices are asked to trust the authority, so it is made as weak as it can be: for a month, for
TLS servers only, and, by name constraints, for the venue's own address and nothing else.
"""

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv4Network, IPv6Network, ip_address, ip_network
from pathlib import Path

from cryptography import x509
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

LIFETIME = timedelta(days=30)
CLOCKS_DIFFER = timedelta(days=1)  # devices whose clock is behind shall trust it, too
NO_NAME = "nothing.invalid"  # stands for "no name at all" (RFC 2606)
ANY_NUMBER = (IPv4Network("0.0.0.0/0"), IPv6Network("::/0"))


@dataclass(frozen=True)
class VenueFiles:
    """Where a venue's certificates are kept, in the data folder; keys for their owner alone."""

    folder: Path

    @property
    def authority(self) -> Path:
        """The authority's certificate, which devices install."""
        return self.folder / "authority.pem"

    @property
    def authority_key(self) -> Path:
        """The key that could make certificates for this address."""
        return self.folder / "authority.key"

    @property
    def server(self) -> Path:
        """The server's certificate."""
        return self.folder / "server.pem"

    @property
    def server_key(self) -> Path:
        """The server's key."""
        return self.folder / "server.key"


def make_for_venue(
    files: VenueFiles, hosts: tuple[str, ...], now: datetime, *, anew: bool
) -> x509.Certificate:
    """A new certificate for the server, from the authority that devices trust already.

    The authority is kept while it is good for the same ``hosts``; another one is made when there
    is none, when it has ended, or when ``anew`` asks for it, and then every device must install
    it. Answers the authority's certificate.
    """
    files.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    held = None if anew else _held_authority(files, hosts, now)
    authority, key = held or _new_authority(files, hosts, now)
    server_key = ec.generate_private_key(ec.SECP256R1())
    certificate = _server_certificate(authority, key, server_key, hosts, now)
    _write(files.server_key, _private(server_key))
    _write(files.server, certificate.public_bytes(Encoding.PEM))
    return authority


def read_authority(files: VenueFiles) -> x509.Certificate:
    """The authority's certificate; raises ValueError or OSError when there is none."""
    return x509.load_pem_x509_certificate(files.authority.read_bytes())


def fingerprint(certificate: x509.Certificate) -> str:
    """The SHA-256 fingerprint as devices show it: pairs of capitals with colons between."""
    return certificate.fingerprint(SHA256()).hex(":").upper()


def _held_authority(
    files: VenueFiles, hosts: tuple[str, ...], now: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey] | None:
    """The authority that was made before, with its key, if it still serves."""
    with suppress(OSError, ValueError):
        held = read_authority(files)
        key = load_pem_private_key(files.authority_key.read_bytes(), password=None)
        constraints = held.extensions.get_extension_for_class(x509.NameConstraints).value
        fits = constraints == _only_for(hosts) and now < held.not_valid_after_utc
        if fits and isinstance(key, ec.EllipticCurvePrivateKey):
            return held, key
    return None


def _new_authority(
    files: VenueFiles, hosts: tuple[str, ...], now: datetime
) -> tuple[x509.Certificate, ec.EllipticCurvePrivateKey]:
    key = ec.generate_private_key(ec.SECP256R1())
    name = _named(f"Discussion at {hosts[0]}, from {now:%Y-%m-%d %H:%M}")
    made = (
        _begun(name, name, key.public_key(), now, now + LIFETIME)
        .add_extension(x509.BasicConstraints(ca=True, path_length=0), critical=True)
        .add_extension(_usage(signs_certificates=True), critical=True)
        .add_extension(_only_for(hosts), critical=True)
        .sign(key, SHA256())
    )
    _write(files.authority_key, _private(key))
    _write(files.authority, made.public_bytes(Encoding.PEM))
    return made, key


def _server_certificate(
    authority: x509.Certificate,
    authority_key: ec.EllipticCurvePrivateKey,
    key: ec.EllipticCurvePrivateKey,
    hosts: tuple[str, ...],
    now: datetime,
) -> x509.Certificate:
    issuer = x509.AuthorityKeyIdentifier.from_issuer_public_key(authority_key.public_key())
    names = x509.SubjectAlternativeName([_general(host) for host in hosts])
    ends = authority.not_valid_after_utc
    return (
        _begun(_named(f"Discussion at {hosts[0]}"), authority.subject, key.public_key(), now, ends)
        .add_extension(x509.BasicConstraints(ca=False, path_length=None), critical=True)
        .add_extension(_usage(signs_certificates=False), critical=True)
        .add_extension(names, critical=False)
        .add_extension(issuer, critical=False)
        .sign(authority_key, SHA256())
    )


def _begun(
    subject: x509.Name,
    issuer: x509.Name,
    key: ec.EllipticCurvePublicKey,
    now: datetime,
    ends: datetime,
) -> x509.CertificateBuilder:
    """What both have in common; the use for TLS servers holds the authority's children, too."""
    return (
        x509.CertificateBuilder()
        .subject_name(subject)
        .issuer_name(issuer)
        .public_key(key)
        .serial_number(x509.random_serial_number())
        .not_valid_before(now - CLOCKS_DIFFER)
        .not_valid_after(ends)
        .add_extension(x509.SubjectKeyIdentifier.from_public_key(key), critical=False)
        .add_extension(x509.ExtendedKeyUsage([ExtendedKeyUsageOID.SERVER_AUTH]), critical=False)
    )


def _only_for(hosts: tuple[str, ...]) -> x509.NameConstraints:
    """These hosts and nothing else: a kind of name that is not listed would be free."""
    names: list[x509.GeneralName] = [x509.DNSName(h) for h in hosts if not _is_number(h)]
    numbers: list[x509.GeneralName] = [
        x509.IPAddress(ip_network(h)) for h in hosts if _is_number(h)
    ]
    nowhere = None if numbers else [x509.IPAddress(network) for network in ANY_NUMBER]
    return x509.NameConstraints([*(names or [x509.DNSName(NO_NAME)]), *numbers], nowhere)


def _usage(*, signs_certificates: bool) -> x509.KeyUsage:
    return x509.KeyUsage(
        digital_signature=not signs_certificates,
        key_cert_sign=signs_certificates,
        crl_sign=signs_certificates,
        content_commitment=False,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        encipher_only=False,
        decipher_only=False,
    )


def _named(words: str) -> x509.Name:
    """A name with spaces: a common name that looks like a host would be held to the constraints."""
    return x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, words[:64])])


def _general(host: str) -> x509.GeneralName:
    return x509.IPAddress(ip_address(host)) if _is_number(host) else x509.DNSName(host)


def _is_number(host: str) -> bool:
    try:
        ip_address(host)
    except ValueError:
        return False
    return True


def _private(key: ec.EllipticCurvePrivateKey) -> bytes:
    return key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())


def _write(path: Path, content: bytes) -> None:
    """Puts a file in place whole, readable by its owner alone."""
    part = path.with_name(f"{path.name}.part")
    part.unlink(missing_ok=True)
    descriptor = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    part.replace(path)
