"""How a device comes to trust a venue's own certificate; open to all, also without TLS."""

import ssl
from urllib.parse import urlsplit

from flask import Blueprint, Response, make_response, render_template, url_for

from discussion.certificates import authority_in_use
from discussion.errors import NotFound
from discussion.web.house import house
from discussion.web.qr import qr_svg

pages = Blueprint("certificate", __name__)


@pages.get("/certificate")
def show() -> str:
    """What to do on each kind of device, with the fingerprint to compare."""
    from discussion.certificates import checking, making  # plain http does without the library

    settings = house().settings
    path = authority_in_use(settings)
    if path is None:
        raise NotFound
    authority = checking.read_certificate(path)
    return render_template(
        "people/certificate.html",
        page="certificate",
        fingerprint=making.fingerprint(authority),
        hosts=checking.hosts_of(settings),
        ends=authority.not_valid_after_utc,
        address=settings.url,
        poster=qr_svg(_without_tls(settings.url)),
        here=_without_tls(settings.url),
    )


@pages.get("/certificate/discussion-authority.crt")
def authority() -> Response:
    """The authority's certificate, in the form that every system takes."""
    path = authority_in_use(house().settings)
    if path is None:
        raise NotFound
    answer = make_response(ssl.PEM_cert_to_DER_cert(path.read_text("ascii")))
    answer.headers["Content-Type"] = "application/x-x509-ca-cert"
    answer.headers["Content-Disposition"] = 'attachment; filename="discussion-authority.crt"'
    return answer


def _without_tls(url: str) -> str:
    """Where a device that does not trust us yet can read this page: the same port, plain http."""
    port = "" if urlsplit(url).port else ":443"
    return url.replace("https:", "http:", 1) + port + url_for("certificate.show")
