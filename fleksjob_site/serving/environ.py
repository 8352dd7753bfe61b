"""Converts an ASGI request to a WSGI environ, and collects the WSGI response."""

import io
import sys
from collections.abc import Callable
from typing import Any
from urllib.parse import unquote_to_bytes

from django.core.handlers.wsgi import WSGIHandler


def environ(scope: dict[str, Any], body: bytes) -> dict[str, Any]:
    """The WSGI environ of a request. Headers with "_" are dropped: WSGI can't tell them from those with "-"."""
    result: dict[str, Any] = {
        "REQUEST_METHOD": scope["method"],
        "PATH_INFO": unquote_to_bytes(scope["raw_path"]).decode("latin-1"),
        "QUERY_STRING": scope["query_string"].decode("latin-1"),
        "SERVER_NAME": scope["server"][0],
        "SERVER_PORT": str(scope["server"][1]),
        "SERVER_PROTOCOL": f"HTTP/{scope['http_version']}",
        "wsgi.url_scheme": scope["scheme"],
        "wsgi.input": io.BytesIO(body),
        "wsgi.errors": sys.stderr,
        "wsgi.multithread": True,
    }
    for name, value in scope["headers"]:
        if b"_" not in name:
            key = "HTTP_" + name.decode("latin-1").upper().replace("-", "_")
            separator = "; " if key == "HTTP_COOKIE" else ","
            result[key] = (
                f"{result[key]}{separator}{value.decode('latin-1')}" if key in result else value.decode("latin-1")
            )
    result["CONTENT_TYPE"] = result.pop("HTTP_CONTENT_TYPE", "")
    declared = result.pop("HTTP_CONTENT_LENGTH", "")
    result["CONTENT_LENGTH"] = str(max(len(body), int(declared))) if declared.isdecimal() else str(len(body))
    return result


def respond(django: WSGIHandler, request: dict[str, Any]) -> tuple[int, list[tuple[bytes, bytes]], bytes]:
    """Run Django on the request; returns status, headers and body."""
    head: list[Any] = []

    def start(status: str, headers: list[tuple[str, str]], exc_info: Any = None) -> Callable[[bytes], object]:
        head.extend((status, headers))
        return io.BytesIO().write

    response = django(request, start)
    try:
        body = b"".join(response)
    finally:
        response.close()
    headers = [(name.lower().encode("latin-1"), value.encode("latin-1")) for name, value in head[1]]
    return int(head[0][:3]), headers, body
