"""Logging: one JSON object per event on stderr, which says what happened but nothing that a visitor sent.

No line holds an IP address, a URL, a body, a cookie, a header or the text of an exception, since each may identify
somebody or quote what they typed. A page is named by its view name, an exception by its type and stack frames.
"""

import logging
import os
import secrets
import select
import time
import traceback
from collections.abc import Callable, Iterator
from contextvars import ContextVar
from datetime import UTC, datetime
from http import HTTPMethod, HTTPStatus
from typing import Any, TextIO

from django.http import HttpRequest, HttpResponse
from pythonjsonlogger.json import JsonFormatter

from fleksjob_site import PACKAGES

SERVER_ERROR = HTTPStatus.INTERNAL_SERVER_ERROR

_current_request: ContextVar[HttpRequest | None] = ContextVar("the request that is being answered", default=None)


def with_request_id(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Give every request a random id, for its log lines and the error page, and record when it started.

    The id is new for each request and says nothing about who sent it.
    """

    def middleware(request: HttpRequest) -> HttpResponse:
        # We add attributes to the request that Django's types don't know.
        request.id, request.started = secrets.token_hex(6), time.monotonic()  # type: ignore[attr-defined]
        before = _current_request.set(request)
        try:
            return get_response(request)
        finally:
            _current_request.reset(before)

    return middleware


class LineFormatter(JsonFormatter):
    """Formats a record as one line of JSON with the fields that line_of() allows."""

    def format(self, record: logging.LogRecord) -> str:
        return self.serialize_log_record(line_of(record))


class StderrHandler(logging.StreamHandler[TextIO]):
    """Writes to stderr. A full disk or pipe, or a closed stream, loses the line but never delays a response."""

    def emit(self, record: logging.LogRecord) -> None:
        """Write as much of the line as fits without blocking: the reader of the pipe may have stopped."""
        try:
            line = (self.format(record) + self.terminator).encode()
            self.stream.flush()
            file = self.stream.fileno()
        except (OSError, ValueError):
            # In tests stderr may be replaced by something that is not a file, and a stream may be closed.
            return super().emit(record)
        try:
            # Up to PIPE_BUF bytes are written atomically to a pipe.
            for start in range(0, len(line), select.PIPE_BUF):
                if not select.select([], [file], [], 0)[1]:
                    return None
                os.write(file, line[start : start + select.PIPE_BUF])
        except (OSError, ValueError):
            self.handleError(record)

    def handleError(self, record: logging.LogRecord) -> None:
        """Ignored: logging about the failed log would fail too."""


def line_of(record: logging.LogRecord) -> dict[str, Any]:
    """The fields of a line for a record."""
    line: dict[str, Any] = {
        "time": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
        "level": record.levelname,
        "logger": record.name,
        "message": _message(record),
    }
    request = getattr(record, "request", None) or _current_request.get()
    if isinstance(request, HttpRequest):
        line |= _request(request)
    if hasattr(record, "status_code"):
        line["status"] = record.status_code
        if HTTPStatus.BAD_REQUEST <= record.status_code < SERVER_ERROR:
            # A rejected request needs no action.
            line["level"] = "INFO"
    # Below 500 the rejection was deliberate, and the logger's name says by which rule.
    if record.exc_info and record.exc_info[1] and line.get("status", SERVER_ERROR) >= SERVER_ERROR:
        line["exceptions"] = [_exception(error) for error in _chain(record.exc_info[1])]
    return line


def _message(record: logging.LogRecord) -> str:
    if record.name.split(".")[0] in PACKAGES:
        # Messages of our own never contain visitor input.
        return record.getMessage()
    if hasattr(record, "status_code"):
        # Django's lines on requests quote the path, the host name or the exception.
        return HTTPStatus(record.status_code).phrase
    if record.name.split(".")[0] == "_granian":
        # Granian's own message is the first line; an exception from the application follows on further lines.
        return record.getMessage().partition("\n")[0]
    # From other loggers only the format string, without its arguments; without arguments it may be formatted already.
    return str(record.msg) if record.args else f"from {record.module}, line {record.lineno}"


def _request(request: HttpRequest) -> dict[str, Any]:
    match, started = request.resolver_match, getattr(request, "started", None)
    return {
        "request": getattr(request, "id", None),
        "method": request.method if request.method in set(HTTPMethod) else "other",
        "page": match.view_name if match else None,
        "duration_ms": round((time.monotonic() - started) * 1000, 1) if started is not None else None,
    }


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """An exception and its causes."""
    seen: set[int] = set()
    while error and id(error) not in seen:
        seen.add(id(error))
        yield error
        error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)


def _exception(error: BaseException) -> dict[str, Any]:
    frames = traceback.walk_tb(error.__traceback__)
    return {
        "type": f"{type(error).__module__}.{type(error).__qualname__}",
        "frames": [f"{frame.f_code.co_filename}:{line} {frame.f_code.co_name}" for frame, line in frames],
    }
