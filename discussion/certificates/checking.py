"""Which certificate is served, and whether browsers will take it; must not know how it was made.

A server that starts with a certificate nobody accepts looks as if it were down, on every screen
and in front of everybody. So it does not start, and says why.
"""

import ssl
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from ipaddress import ip_address
from pathlib import Path
from urllib.parse import urlsplit

from cryptography import x509

from discussion.certificates import authority_in_use, venue_folder
from discussion.certificates.making import VenueFiles
from discussion.errors import DiscussionError
from discussion.settings import Settings


@dataclass(frozen=True)
class Served:
    """A certificate with its chain, and its key."""

    certificate: Path
    key: Path


def hosts_of(settings: Settings) -> tuple[str, ...]:
    """The hosts that a certificate must be good for: of the address and of further origins."""
    hosts = [urlsplit(url) for url in (settings.url, *settings.origins)]
    return tuple(dict.fromkeys(p.hostname for p in hosts if p.scheme == "https" and p.hostname))


def venue_files(settings: Settings) -> VenueFiles:
    """Where ``discussion certificate`` puts what it makes."""
    return VenueFiles(venue_folder(settings))


def served(settings: Settings) -> Served | None:
    """The certificate to serve: as set, else the venue's own, else none and plain http.

    An https address without either means that something in front of the house does TLS.
    """
    if settings.certificate is not None:
        key = settings.certificate_key or settings.certificate
        return Served(settings.certificate, key)
    if authority_in_use(settings):
        files = venue_files(settings)
        return Served(files.server, files.server_key)
    return None


def context_of(
    held: Served, hosts: tuple[str, ...], now: datetime, kind: type[ssl.SSLContext]
) -> ssl.SSLContext:
    """What a server takes connections with, TLS 1.2 at the least.

    Raises ``certificate_unreadable``, ``certificate_key``, ``certificate_expired``,
    ``certificate_early`` and ``certificate_other_address``. ``kind``: gevent's, in the house.
    """
    certificate = read_certificate(held.certificate)
    _look_at(held.certificate, certificate, hosts, now)
    context = kind(ssl.PROTOCOL_TLS_SERVER)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    context.set_alpn_protocols(["http/1.1"])
    try:
        held.key.read_bytes()
        context.load_cert_chain(held.certificate, held.key, password="")
    except ssl.SSLError:
        raise DiscussionError("certificate_key", file=held.key, other=held.certificate) from None
    except OSError as failure:
        raise _unreadable(held.key, failure.strerror) from None
    return context


def read_certificate(path: Path) -> x509.Certificate:
    """The first certificate of a PEM file; raises ``certificate_unreadable``."""
    try:
        return x509.load_pem_x509_certificate(path.read_bytes())
    except OSError as failure:
        raise _unreadable(path, failure.strerror) from None
    except ValueError:
        raise _unreadable(path, "there is no certificate in PEM form in it") from None


def _look_at(
    path: Path, certificate: x509.Certificate, hosts: tuple[str, ...], now: datetime
) -> None:
    begins, ends = certificate.not_valid_before_utc, certificate.not_valid_after_utc
    if now >= ends:
        raise DiscussionError("certificate_expired", file=path, ended=f"{ends:%d %B %Y, %H:%M} UTC")
    if now < begins:
        raise DiscussionError("certificate_early", file=path, begins=f"{begins:%d %B %Y} UTC")
    for host in hosts:
        if not _good_for(certificate, host):
            raise DiscussionError("certificate_other_address", file=path, address=host)


def _good_for(certificate: x509.Certificate, host: str) -> bool:
    with suppress(x509.ExtensionNotFound):
        names = certificate.extensions.get_extension_for_class(x509.SubjectAlternativeName).value
        with suppress(ValueError):
            return ip_address(host) in names.get_values_for_type(x509.IPAddress)
        known = [name.lower() for name in names.get_values_for_type(x509.DNSName)]
        return host in known or f"*.{host.partition('.')[2]}" in known
    return False


def _unreadable(path: Path, reason: str | None) -> DiscussionError:
    return DiscussionError("certificate_unreadable", file=path, reason=reason or "no reason given")
