"""The ASGI front: unfinished bodies, a full queue of letters, and what reaches Django."""

import asyncio
import json
from collections.abc import Callable
from threading import Event, current_thread
from typing import Any

import pytest
from django.core.handlers.wsgi import WSGIHandler

from fleksjob_site.serving import front
from fleksjob_site.serving.environ import environ
from fleksjob_site.serving.front import MAX_BODY_BYTES, MAX_LETTERS, Front

Message = dict[str, Any]


@pytest.fixture(params=[0, 1])
def threads(request: pytest.FixtureRequest) -> int:
    """Of the pages; without any they are made where requests are read."""
    found: int = request.param
    return found


def scope(path: str = "/", method: str = "GET", *headers: tuple[bytes, bytes]) -> dict[str, Any]:
    return {
        "type": "http", "method": method, "path": path, "raw_path": path.encode(), "query_string": b"a=%C3%A6",
        "headers": headers, "scheme": "http", "http_version": "1.1", "server": ("127.0.0.1", "8000"),
    }  # fmt: skip


def django(environ: dict[str, Any], start: Callable[..., object]) -> Any:
    start("200 OK", [("Content-Type", "text/plain"), ("X-Length", environ["CONTENT_LENGTH"])])
    return Closed([environ["wsgi.input"].read()])


class Closed(list[bytes]):
    def close(self) -> None:
        """Django's responses have this method."""


async def ask(site: Front, asked: dict[str, Any], *messages: Message) -> tuple[int, dict[bytes, bytes], bytes]:
    """What the front sends to a client who has sent these messages and then nothing more."""
    left, sent = list(messages), []

    async def receive() -> Message:
        if left:
            return left.pop(0)
        return await asyncio.Future()

    async def send(message: Message) -> None:
        sent.append(message)

    await site(asked, receive, send)
    if not sent:
        return 0, {}, b""
    return sent[0]["status"], dict(sent[0]["headers"]), sent[1]["body"]


def body(content: bytes = b"", *, more: bool = False) -> Message:
    return {"type": "http.request", "body": content, "more_body": more}


def test_the_parts_of_a_body_reach_django_as_one(threads: int) -> None:
    status, headers, said = asyncio.run(
        ask(Front(django, threads), scope("/", "POST"), body(b"a=", more=True), body(b"1"))
    )
    assert (status, headers[b"x-length"], said) == (200, b"3", b"a=1")


def test_a_body_that_does_not_arrive_times_out(monkeypatch: pytest.MonkeyPatch, threads: int) -> None:
    monkeypatch.setattr(front, "BODY_SECONDS", 0.01)
    asked = scope("/", "POST", (b"content-length", b"9"))
    status, headers, said = asyncio.run(ask(Front(django, threads), asked, body(b"a=", more=True)))
    assert status == 408
    assert headers[b"connection"] == b"close"
    assert "Send den igen. / The request did not arrive in time." in said.decode()


def test_a_body_that_does_not_come_to_the_api_is_given_up_in_its_own_form(
    monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    monkeypatch.setattr(front, "BODY_SECONDS", 0.01)
    asked = scope("/api/v1/income", "POST", (b"transfer-encoding", b"chunked"))
    status, headers, said = asyncio.run(ask(Front(django, threads), asked, body(b"{", more=True)))
    assert (status, headers[b"content-type"], headers[b"connection"]) == (408, b"application/json", b"close")
    assert json.loads(said)["errors"][0]["code"] == "too-slow"


def test_a_client_who_disconnects_gets_no_response(threads: int) -> None:
    gone = {"type": "http.disconnect"}
    assert asyncio.run(ask(Front(django, threads), scope("/", "POST"), body(b"a=", more=True), gone))[0] == 0


def test_a_huge_body_is_read_only_as_far_as_django_needs_to_reject_it(threads: int) -> None:
    parts = [body(b"x" * 50_000, more=True)] * 2
    asked = scope("/", "POST", (b"content-length", b"9000000"))
    status, headers, said = asyncio.run(ask(Front(django, threads), asked, *parts))
    assert (status, headers[b"x-length"]) == (200, b"9000000")
    assert MAX_BODY_BYTES < len(said) <= MAX_BODY_BYTES + 50_000


@pytest.mark.parametrize("letter", ["/a.pdf", "/api/v1/letter"])
def test_health_checks_and_pages_respond_while_all_letter_slots_are_taken(letter: str, threads: int) -> None:
    begun, go_on = [], Event()

    def slow(environ: dict[str, Any], start: Callable[..., object]) -> Any:
        if environ["PATH_INFO"] == letter and len(begun) < MAX_LETTERS:
            begun.append(1)
            go_on.wait(60)
        return django(environ, start)

    async def run() -> None:
        site = Front(slow, threads)
        made = [asyncio.create_task(ask(site, scope(letter), body())) for _ in range(MAX_LETTERS)]
        while len(begun) < MAX_LETTERS:
            await asyncio.sleep(0.001)
        # Django rejects one letter too many.
        for path in ("/healthz", "/readyz", "/", letter):
            assert (await ask(site, scope(path), body()))[0] == 200
        assert not any(one.done() for one in made)
        go_on.set()
        assert {(await one)[0] for one in made} == {200}

    asyncio.run(run())


@pytest.mark.parametrize("letter", ["/a.pdf", "/api/v1/letter"])
def test_no_letter_is_made_in_the_event_loop(letter: str, threads: int) -> None:
    names: list[str] = []

    def named(environ: dict[str, Any], start: Callable[..., object]) -> Any:
        names.append(current_thread().name)
        return django(environ, start)

    async def run() -> None:
        site = Front(named, threads)
        await asyncio.gather(*(ask(site, scope(letter), body()) for _ in range(MAX_LETTERS + 3)))

    asyncio.run(run())
    assert len(names) == MAX_LETTERS + 3
    assert all(name.startswith("letter") for name in names)


def test_an_error_of_django_ends_one_request_only(threads: int) -> None:
    def failing(environ: dict[str, Any], start: Callable[..., object]) -> Any:
        if environ["PATH_INFO"] == "/wrong":
            raise ZeroDivisionError
        return django(environ, start)

    async def run() -> None:
        site = Front(failing, threads)
        with pytest.raises(ZeroDivisionError):
            await ask(site, scope("/wrong"), body())
        assert (await ask(site, scope("/"), body()))[0] == 200

    asyncio.run(run())


def test_a_request_without_a_body_is_answered_however_late_the_loop_is(
    monkeypatch: pytest.MonkeyPatch, threads: int
) -> None:
    monkeypatch.setattr(front, "BODY_SECONDS", 0.001)

    async def late() -> Message:
        await asyncio.sleep(0.02)
        return body()

    async def run() -> list[int]:
        sent: list[Message] = []

        async def send(message: Message) -> None:
            sent.append(message)

        await Front(django, threads)(scope(), late, send)
        return [message["status"] for message in sent if "status" in message]

    assert asyncio.run(run()) == [200]


def test_requests_side_by_side_each_have_their_language(threads: int) -> None:
    asked = {"/indkomst/": b"da", "/en/income/": b"en", "/satser/": b"da", "/nowhere/": b"da", "/en/nowhere/": b"en"}

    async def run() -> list[bytes]:
        site = Front(WSGIHandler(), threads)
        host = (b"host", b"localhost")
        answers = [ask(site, scope(path, "GET", host), body()) for path in [*asked] * 2]
        return [headers[b"content-language"] for _status, headers, _said in await asyncio.gather(*answers)]

    assert asyncio.run(run()) == [*asked.values()] * 2


def test_an_asgi_request_becomes_a_wsgi_environ() -> None:
    asked = scope("/", "POST", (b"content-type", b"text/plain"), (b"cookie", b"a=1"), (b"cookie", b"b=2"),
                  (b"x-forwarded-proto", b"https"), (b"x_forwarded_proto", b"http"), (b"accept", b"a"),
                  (b"accept", b"b"))  # fmt: skip
    asked["raw_path"] = b"/m%C3%A5l/%ff"
    made = environ(asked, b"123")
    assert made["PATH_INFO"].encode("latin-1") == "/mål/".encode() + b"\xff"
    assert made["HTTP_COOKIE"] == "a=1; b=2"
    assert made["HTTP_X_FORWARDED_PROTO"] == "https"
    assert made["HTTP_ACCEPT"] == "a,b"
    assert (made["CONTENT_TYPE"], made["CONTENT_LENGTH"], made["QUERY_STRING"]) == ("text/plain", "3", "a=%C3%A6")
