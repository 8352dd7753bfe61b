"""The ASGI front: collects each body within a deadline, answers /healthz itself, and runs Django."""

import asyncio
import json
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from django.core.handlers.wsgi import WSGIHandler

from fleksjob_site.serving.api import HttpCode, error
from fleksjob_site.serving.environ import environ, respond
from fleksjob_site.serving.middleware import API, is_letter

BODY_SECONDS = 5
MAX_BODY_BYTES = 64 * 1024  # Nothing is read beyond this: Django rejects the body by its length, with an error page.
MAX_LETTERS = 2  # One is made and one waits; Django rejects a third, with an error page.
TOO_SLOW = "Forespørgslen kom ikke frem i tide. Send den igen. / The request did not arrive in time. Send it again.\n"
CLOSE = (b"connection", b"close")
JSON_HEADERS = [(b"content-type", b"application/json"), (b"cache-control", b"no-store")]
TEXT_HEADERS = [(b"content-type", b"text/plain; charset=utf-8"), (b"cache-control", b"no-store"), CLOSE]
TOO_SLOW_API = json.dumps({"errors": [error(HttpCode.TOO_SLOW, TOO_SLOW.strip())]}).encode()
_ANNOUNCING = frozenset({b"content-length", b"transfer-encoding"})
Headers = list[tuple[bytes, bytes]]


class Front:
    """Django gets a request only once its body is complete, so slow clients don't block others.

    Without `threads` a page is made in the event loop, and all others wait: a few milliseconds, for some pages a tenth
    of a second, and a second for the first search of a month.
    """

    def __init__(self, django: WSGIHandler, threads: int = 0) -> None:
        self.django = django
        self.pages = ThreadPoolExecutor(threads, "page") if threads else None
        # Letters and checks of the node have threads of their own, so that pages don't wait for them. There is a thread
        # more than letters are made at a time: it refuses those that are too many.
        self.checks, self.letters = ThreadPoolExecutor(1, "check"), ThreadPoolExecutor(MAX_LETTERS + 1, "letter")

    async def __call__(self, scope: dict[str, Any], receive: Any, send: Any) -> None:
        if scope["path"] == "/healthz" and scope["method"] in ("GET", "HEAD"):
            return await _send(send, 200, JSON_HEADERS, b'{"status": "ok"}')
        try:
            # What has no body is not given up where the loop is late.
            has_body = any(name in _ANNOUNCING for name, _ in scope["headers"])
            async with asyncio.timeout(BODY_SECONDS if has_body else None):
                body = await _read_body(receive)
        except TimeoutError:
            if scope["path"].startswith(API):
                return await _send(send, 408, [*JSON_HEADERS, CLOSE], TOO_SLOW_API)
            return await _send(send, 408, TEXT_HEADERS, TOO_SLOW.encode())
        if body is not None:
            path = scope["path"]
            threads = self.letters if is_letter(path) else self.checks if path == "/readyz" else self.pages
            await _send(send, *await self._run_in(threads, scope, body))

    async def _run_in(
        self, threads: ThreadPoolExecutor | None, scope: dict[str, Any], body: bytes
    ) -> tuple[int, Headers, bytes]:
        if threads is None:
            return respond(self.django, environ(scope, body))
        return await asyncio.get_running_loop().run_in_executor(threads, respond, self.django, environ(scope, body))


async def _read_body(receive: Any) -> bytes | None:
    """The body, cut off above the limit; None if the client has disconnected."""
    body, more = b"", True
    while more and len(body) <= MAX_BODY_BYTES:
        message = await receive()
        if message["type"] == "http.disconnect":
            return None
        body, more = body + message.get("body", b""), message.get("more_body", False)
    return body


async def _send(send: Any, status: int, headers: Headers, body: bytes) -> None:
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": body})
