"""The deployed HAProxy: what it forwards, retries, reports, and does not reveal."""

import os
import re
import socket
import ssl
import subprocess
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack, suppress
from http import HTTPStatus
from http.client import HTTPException, HTTPSConnection
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from tests.deploy.cluster import DEPLOY, HAPROXY, free_port, get, wait_until
from tests.deploy.echo import certificate, post, proxied

pytestmark = pytest.mark.haproxy

MARK = "zqmark"


def checked(**settings: str) -> subprocess.CompletedProcess[str]:
    assert HAPROXY
    environment = {"FLEKSJOB_TRY_OUT": "1", "FLEKSJOB_ERROR_PAGES": str(DEPLOY / "error_pages")} | settings
    return subprocess.run(
        [HAPROXY, "-c", "-f", DEPLOY / "haproxy.cfg"], capture_output=True, text=True, env=os.environ | environment
    )


def test_haproxy_reads_its_configuration_without_a_warning(tmp_path: Path) -> None:
    for settings in ({}, {"FLEKSJOB_CERTIFICATE": str(certificate(tmp_path))}):
        read = checked(**settings)
        assert read.returncode == 0, read.stderr
        assert "WARNING" not in read.stderr
    assert checked(FLEKSJOB_CERTIFICATE=str(tmp_path / "none.pem")).returncode == 1


def test_nodes_get_the_scheme_but_not_the_address_of_a_visitor(tmp_path: Path) -> None:
    claims = dict.fromkeys(("X-Forwarded-Proto", "X-Forwarded-For", "X-Forwarded-Host", "X-Real-IP"), "https")
    with proxied(tmp_path) as (a, b, proxy):
        get(proxy.port, "/", Forwarded="for=1.2.3.4", **claims)
    ((_, _, headers, _),) = a.requests + b.requests
    assert headers["x-forwarded-proto"] == "http"
    assert not headers.keys() & {"x-forwarded-for", "x-forwarded-host", "x-real-ip", "forwarded"}
    assert "127.0.0.1" not in "".join(value for name, value in headers.items() if name != "host")


def test_spellings_of_a_host_name_are_normalised(tmp_path: Path) -> None:
    secure, port = certificate(tmp_path), free_port()
    trust = ssl.create_default_context(cafile=str(secure))
    trust.check_hostname = False
    settings = {"FLEKSJOB_CERTIFICATE": str(secure), "FLEKSJOB_BIND_HTTPS": f"127.0.0.1:{port}"}
    with proxied(tmp_path, **settings) as (a, b, _):
        for host in ("site.example", "Site.EXAMPLE:443", "site.example:8443"):
            browser = HTTPSConnection("127.0.0.1", port, timeout=30, context=trust)
            browser.request("GET", "/", headers={"Host": host})
            assert browser.getresponse().status == HTTPStatus.OK
            browser.close()
    assert [headers["host"] for _, _, headers, _ in a.requests + b.requests] == ["site.example"] * 3


def test_a_post_that_a_node_dropped_is_retried_on_the_other(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.hangs_up = True
        answers = [post(proxy.port, "/", b"wage=187.65") for _ in range(4)]
        assert all(answer.startswith(b"HTTP/1.1 200") for answer in answers)
        assert proxy.retried() > 0
    # Whole, and once for each visitor.
    assert a.requests
    assert [body for *_, body in b.requests] == [b"wage=187.65"] * 4


def test_a_static_file_missing_on_one_node_comes_from_the_other_but_a_page_does_not(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.lacks = "/"
        assert {get(proxy.port, "/static/app.js")[0] for _ in range(6)} == {200}
        assert {get(proxy.port, "/page/")[0] for _ in range(6)} == {200, 404}
        b.lacks = "/"
        assert get(proxy.port, "/static/app.js")[0] == 404


def test_a_question_that_only_one_node_asks_is_asked_and_answered_there(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.lacks = "/"
        for language in ("da", "en"):
            with override(language):
                pages = [reverse("eligibility:question", kwargs={"question": question}) for question in QUESTIONS]
            for page in pages:
                assert get(proxy.port, page)[0] == 200
                assert post(proxy.port, page, b"answer=yes").startswith(b"HTTP/1.1 200")
        b.lacks = "/"
        before = len(a.requests) + len(b.requests)
        assert get(proxy.port, pages[0])[0] == 404
        assert len(a.requests) + len(b.requests) == before + 3


def test_too_many_requests_from_one_ip_get_an_error_page_in_both_languages(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_MOST_REQUESTS="5") as (a, b, proxy):
        answers = [get(proxy.port, "/") for _ in range(12)]
        statuses = [status for status, *_ in answers]
        assert statuses[:5] == [200] * 5
        assert statuses[-1] == 429
        _, headers, body = answers[-1]
        # A page that was served gets its files.
        assert get(proxy.port, "/static/app.js")[0] == 200
        # The exporter has its own port.
        assert proxy.metrics()
    pages = [path for _, path, *_ in a.requests + b.requests if path == "/"]
    assert len(pages) == statuses.count(200)
    assert headers["retry-after"] == "10"
    assert headers["content-security-policy"].startswith("default-src 'none'")
    assert "Dine svar er stadig i din browser" in body
    assert "Your answers are still in your browser" in body


def test_letters_have_a_limit_of_their_own_that_does_not_affect_pages(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_MOST_LETTERS="3") as (_, _, proxy):
        statuses = [get(proxy.port, "/letter/da.pdf")[0] for _ in range(6)]
        assert statuses == [200] * 3 + [429] * 3
        assert get(proxy.port, "/")[0] == 200


def test_two_letters_at_most_reach_a_node_and_pages_do_not_wait_behind_them(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy), ThreadPoolExecutor(9) as visitors:
        for node in (a, b):
            node.may_answer.clear()
        letters = [visitors.submit(get, proxy.port, "/letter/da.pdf") for _ in range(8)]
        queued = [f'haproxy_server_current_queue{{proxy="letters",server="{server}"}}' for server in "ab"]
        wait_until("four of them wait at the proxy", lambda: sum(proxy.metrics()[name] for name in queued) == 4)
        wait_until("each node has two", lambda: len(a.requests) == len(b.requests) == 2)
        page = visitors.submit(get, proxy.port, "/")
        wait_until("a page gets through", lambda: any(path == "/" for _, path, *_ in a.requests + b.requests))
        for node in (a, b):
            node.may_answer.set()
        assert {done.result()[0] for done in (*letters, page)} == {200}


def test_missing_files_are_requested_once_from_each_node_and_are_limited(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_MOST_MISSES="3") as (a, b, proxy):
        a.lacks = b.lacks = "/static/none"
        assert get(proxy.port, "/static/none-0.js")[0] == 404
        assert [len(a.requests), len(b.requests)] == [1, 1]
        statuses = [get(proxy.port, f"/static/none-{number}.js")[0] for number in range(1, 6)]
        assert statuses == [404] * 3 + [429] * 2
        assert get(proxy.port, "/")[0] == 200


def test_too_many_open_connections_from_one_ip_are_rejected(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_MOST_OPEN="3") as (_, _, proxy):
        with ExitStack() as held:
            for _ in range(5):
                with suppress(OSError):
                    held.enter_context(socket.create_connection(("127.0.0.1", proxy.port), 30))
            # HAProxy's threads take connections in any order, and refuse two of them.
            refused = 'haproxy_frontend_denied_connections_total{proxy="site"}'
            wait_until("two are refused", lambda: proxy.metrics()[refused] == 2)
            with pytest.raises((OSError, HTTPException)):
                get(proxy.port, "/")
        wait_until("the door is open again", lambda: get(proxy.port, "/")[0] == HTTPStatus.OK)


def test_a_too_large_body_is_stopped_at_the_proxy(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        assert post(proxy.port, "/", b"x" * 65537).startswith(b"HTTP/1.1 413")
    assert a.requests == b.requests == []


def test_an_incomplete_body_reaches_no_node(tmp_path: Path) -> None:
    begun = b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 60000\r\n\r\n" + b"x" * 40_000
    chunked = b"POST / HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n1\r\nx\r\n0\r\n\r\n"
    with proxied(tmp_path) as (a, b, proxy):
        for sent, status in ((begun, b"413"), (chunked, b"400")):
            with socket.create_connection(("127.0.0.1", proxy.port), 30) as connection:
                connection.sendall(sent)
                assert connection.recv(12) == b"HTTP/1.1 " + status
        assert a.requests == b.requests == []
        assert post(proxy.port, "/", b"x" * 26_000).startswith(b"HTTP/1.1 200")
    assert [body for *_, body in a.requests + b.requests] == [b"x" * 26_000]


def test_an_http_2_body_without_a_length_reaches_no_node(tmp_path: Path) -> None:
    def frame(kind: int, flags: int, stream: int, content: bytes = b"") -> bytes:
        return len(content).to_bytes(3, "big") + bytes((kind, flags)) + stream.to_bytes(4, "big") + content

    settings, post_to_root = frame(4, 0, 0), b"\x83\x84\x86\x41\x01x"
    length = b"\x0f\x0d\x013"  # content-length: 3
    with proxied(tmp_path) as (a, b, proxy):
        # Indexed in the first byte of the answer's head: 400, 200.
        for head, status in ((post_to_root, b"\x8c"), (post_to_root + length, b"\x88")):
            asked = frame(1, 4, 1, head) + frame(0, 1, 1, b"a=b")
            with (
                socket.create_connection(("127.0.0.1", proxy.port), 30) as connection,
                connection.makefile("rb") as told,
            ):
                connection.sendall(b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + settings + asked)
                kind = content = None
                while kind != 1:
                    size, kind = int.from_bytes(told.read(3), "big"), told.read(6)[0]
                    content = told.read(size)
                assert content[:1] == status
    assert [body for *_, body in a.requests + b.requests] == [b"a=b"]


def test_without_any_node_the_error_page_says_that_answers_are_not_lost(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.hangs_up = b.hangs_up = True
        status, headers, body = get(proxy.port, f"/{MARK}/?q={MARK}", Cookie=f"session={MARK}", User_Agent=MARK)
        told = proxy.metrics()
    assert status == 503
    assert headers["cache-control"] == "no-store"
    assert "Siden er væk et øjeblik" in body
    assert "The site is away for a moment" in body
    assert told['haproxy_frontend_http_responses_total{proxy="site",code="5xx"}'] == 1
    # It is logged, without anything from the visitor.
    log = proxy.log.read_text()
    assert re.search(r'"status":50\d', log)
    assert MARK not in log
    assert "127.0.0.1" not in log


def test_the_exporter_serves_metrics_of_the_nodes_and_nothing_else(tmp_path: Path) -> None:
    with proxied(tmp_path) as (_, _, proxy):
        assert proxy.is_up("a")
        assert proxy.is_up("b")
        assert get(proxy.metrics_port, "/")[0] == 404


@pytest.mark.parametrize("status", ["429", "503"])
def test_an_error_page_has_the_right_content_length_and_the_same_content_in_both_languages(status: str) -> None:
    head, body = (DEPLOY / "error_pages" / f"{status}.http").read_bytes().split(b"\r\n\r\n", 1)
    assert int(re.search(rb"Content-Length: (\d+)", head)[1]) == len(body)
    assert body.count(b"<p>") == 2
    assert b'<html lang="da">' in body
    assert b'<div lang="en">' in body
