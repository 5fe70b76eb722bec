"""A real server over TLS: who trusts its authority types, and who does not finds the way."""

import json
import re
import socket
import ssl
import subprocess
import sys
import time
from contextlib import ExitStack, closing, suppress
from datetime import UTC, datetime

import gevent
import pytest
import requests
import socketio
from gevent import ssl as gevent_ssl
from gevent.socket import create_connection as gevent_connection

from discussion.certificates.checking import Served, context_of
from discussion.certificates.making import VenueFiles, make_for_venue
from discussion.web import tls
from discussion.web.tls import TlsServer, without_tls
from tests.certificates.conftest import https_server
from tests.kit.server import Server, Visitor

NOW = datetime.now(UTC)


def test_the_authority_alone_vouches_for_the_running_server(safe: Server, authority: str):
    context = ssl.create_default_context(cafile=authority)
    with (
        socket.create_connection(("127.0.0.1", safe.port), 5) as line,
        context.wrap_socket(line, server_hostname="127.0.0.1") as secured,
    ):
        assert secured.version() in ("TLSv1.2", "TLSv1.3")


def test_a_device_that_does_not_trust_it_is_refused_by_itself(safe: Server):
    with pytest.raises(requests.exceptions.SSLError), requests.Session() as stranger:
        stranger.trust_env = False
        stranger.get(safe.url, timeout=5)


def test_signing_in_gives_a_cookie_for_https_alone_and_no_promise_for_a_year(safe: Server):
    with requests.Session() as somebody:
        form = {"code": safe.code(1), "name": "Aminah"}
        answer = somebody.post(f"{safe.url}/table", data=form, allow_redirects=False)
        assert answer.status_code == 303
        assert "; Secure" in answer.headers["Set-Cookie"]
        assert "Strict-Transport-Security" not in answer.headers


def test_typing_is_acknowledged_over_wss_and_long_states_arrive_whole(safe: Server, authority: str):
    with closing(Visitor(safe.url)) as visitor:
        form = {"code": safe.code(1), "name": "Aminah"}
        visitor.http.post(f"{safe.url}/table", data=form, allow_redirects=False)
        visitor.http.verify = authority  # also for the WebSocket, which asks nobody else
        sheet = visitor.get("/sheet").url.rpartition("/")[2]
        client, answers = socketio.Client(http_session=visitor.http), []
        client.on("answers", answers.extend)
        csrf = visitor.get("/session").json()["csrf"]
        client.connect(safe.url, auth={"csrf": csrf}, transports=["websocket"], wait_timeout=20)
        assert client.eio.current_transport == "websocket"
        commands = [command for n in range(30) for command in a_note(sheet, n)]
        client.emit("commands", commands)
        deadline = time.monotonic() + 20
        while len(answers) < len(commands) and time.monotonic() < deadline:
            client.sleep(0.02)
        assert len(answers) == len(commands)
        assert [answer for answer in answers if "refused" in answer] == []
        state = client.call("join", {"channel": f"sheet:{sheet}"}, timeout=20)["state"]
        assert len(json.dumps(state)) > 150_000
        assert {note["text"] for note in state["notes"]} == {f"{n} {'é' * 1000}" for n in range(30)}
        client.disconnect()


def a_note(sheet: str, number: int) -> list[dict[str, object]]:
    note, ids = f"noteoversafeline{number:04}", f"commandoversafe{number:05}"
    add = {"note": note, "sheet": sheet, "kind": "challenge", "subtopic": None}
    return [
        {"id": f"{ids}a", "do": "add_note", "position": f"V{number:03}V", **add},
        {"id": f"{ids}b", "do": "edit_text", "text": note, "base": 0,
         "change": [f"{number} {'é' * 1000}"]},
    ]  # fmt: skip


@pytest.mark.parametrize("path", ["/sheet", "/table?code=7KQM-4XRT", "//evil.example/a%0D%0Ab"])
def test_without_tls_one_is_sent_to_https(safe: Server, path: str):
    plain = safe.url.replace("https:", "http:")
    answer = requests.get(plain + path, allow_redirects=False, timeout=5)
    assert (answer.status_code, answer.headers["Location"]) == (303, safe.url + path)
    posted = requests.post(f"{plain}/table", data={"code": "x"}, allow_redirects=False, timeout=5)
    assert (posted.status_code, posted.headers["Location"]) == (303, f"{safe.url}/table")


def test_with_a_certificate_of_ones_own_there_is_nothing_to_install():
    told = {}
    plain = without_tls(nobody, "https://notes.example.org", authority=False)
    for path in ("/", "/certificate", "/static/css/base.css"):
        asked = {"REQUEST_METHOD": "GET", "PATH_INFO": path}
        list(plain(asked, lambda status, headers, path=path: told.update({path: dict(headers)})))
        assert told[path]["Location"] == f"https://notes.example.org{path}"


def test_without_tls_one_learns_how_to_trust_the_venue(safe: Server, authority: str):
    plain = safe.url.replace("https:", "http:")
    page = requests.get(plain, timeout=5)
    assert page.url == f"{plain}/certificate"
    told = subprocess.run(
        [sys.executable, "-m", "discussion", "certificate"],
        env=safe.environment,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    printed = re.findall(r"[0-9A-F]{2}(?::[0-9A-F]{2}){7}", told)
    assert len(printed) == 4 and all(part in page.text for part in printed)
    assert f"{plain}/certificate" in told
    held = requests.get(f"{plain}/certificate/discussion-authority.crt", timeout=5).content
    with open(authority) as kept:
        assert held == ssl.PEM_cert_to_DER_cert(kept.read())


def test_a_hundred_silent_clients_hold_up_nobody(safe: Server):
    with ExitStack() as silent:
        for _ in range(100):
            line = silent.enter_context(socket.create_connection(("127.0.0.1", safe.port), 5))
            line.send(b"\x16\x03\x01")  # the beginning of a handshake, and no more
        began = time.monotonic()
        assert requests.get(f"{safe.url}/healthz", timeout=5).status_code == 200
        assert time.monotonic() - began < 3


@pytest.fixture
def context(tmp_path) -> ssl.SSLContext:
    files = VenueFiles(tmp_path)
    make_for_venue(files, ("127.0.0.1",), NOW, anew=False)
    held = Served(files.server, files.server_key)
    return context_of(held, ("127.0.0.1",), NOW, kind=gevent_ssl.SSLContext)


@pytest.mark.parametrize("said", [b"", b"\x16\x03\x01", b"\x16 nothing of the kind \r\n\r\n" * 9])
def test_a_handshake_that_does_not_come_is_given_up(monkeypatch, context, said: bytes):
    monkeypatch.setattr(tls, "HANDSHAKE_WITHIN", 0.05)
    plain = without_tls(nobody, "https://127.0.0.1", authority=False)
    server = TlsServer(("127.0.0.1", 0), nobody, context=context, plain=plain, log=None)
    server.start()
    with gevent.Timeout(5), gevent_connection(server.address) as line:
        line.sendall(said)
        with suppress(ConnectionResetError):
            while line.recv(1000):
                pass
    server.stop()


def nobody(environ, start_response):
    raise AssertionError("nobody got this far")


def test_an_unfit_certificate_is_refused_with_a_sentence_before_anybody_is_served(tmp_path):
    server = https_server(tmp_path)
    (tmp_path / "certificates").mkdir()
    (tmp_path / "certificates" / "server.pem").write_text("nothing")
    done = subprocess.run(
        [sys.executable, "-m", "discussion", "serve"],
        env=server.environment,
        capture_output=True,
        text=True,
        timeout=60,
    )
    assert done.returncode == 1
    assert "there is no certificate in PEM form in it" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_without_https_needs_no_certificate(safe: Server):
    done = subprocess.run(
        [sys.executable, "-m", "discussion", "certificate"],
        env={**safe.environment, "DISCUSSION_URL": "http://127.0.0.1:8000"},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 1
    assert "which is not https" in done.stderr
