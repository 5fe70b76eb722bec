"""How a device comes to trust a venue's own certificate; open to all, also without TLS."""

import ssl

from flask import Blueprint, Response, make_response, render_template

from discussion.certificates import authority_in_use
from discussion.errors import NotFound
from discussion.web.house import house

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
