"""Logging: one JSON line per event, nothing that a visitor sent, and never at the cost of a response."""

import errno
import io
import json
import logging
from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.test import Client
from django.urls import path

from fleksjob_site.serving.logs import LineFormatter, StderrHandler
from fleksjob_site.urls import handler400, handler403, handler404, handler500, urlpatterns  # noqa: F401

SECRETS = ("17123", "1971", "typed-by-a-visitor", "gAAAA", "evil.example", "Secret-Browser", "10.9.8.7", "asked-for")


def fails(request: HttpRequest) -> HttpResponse:
    """A view that raises an error quoting what was typed."""
    try:
        return HttpResponse(str(int("typed-by-a-visitor")))
    except ValueError as error:
        raise RuntimeError(f"typed-by-a-visitor {request.POST}") from error


urlpatterns = [*urlpatterns, path("fails/", fails, name="fails"), path("en/fails/", fails, name="fails-in-english")]


@pytest.fixture(name="lines")
def written_lines() -> Iterator[Any]:
    """Collects the lines that the configured handlers write, as parsed JSON."""
    (handler,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, StderrHandler)]
    stream = io.StringIO()
    before = handler.setStream(stream)
    yield lambda: [json.loads(line) for line in stream.getvalue().splitlines()]
    handler.setStream(before)


@pytest.fixture(name="client")
def unguarded_client(settings: Any) -> Client:
    settings.ROOT_URLCONF = __name__
    return Client(
        raise_request_exception=False,
        REMOTE_ADDR="10.9.8.7",
        HTTP_USER_AGENT="Secret-Browser",
        HTTP_REFERER="http://testserver/en/?asked-for",
    )


def test_an_error_is_one_line_with_page_request_id_and_stack_frames(client: Client, lines: Any) -> None:
    answer = client.post("/fails/?asked-for=1", {"wage": "17123"})
    assert answer.status_code == 500
    (line,) = lines()
    assert line["level"] == "ERROR"
    assert line["logger"] == "django.request"
    assert line["message"] == "Internal Server Error"
    assert (line["method"], line["page"], line["status"]) == ("POST", "fails", 500)
    assert line["duration_ms"] > 0
    assert line["time"].startswith("2026-11-21T11:00")
    assert [error["type"] for error in line["exceptions"]] == ["builtins.RuntimeError", "builtins.ValueError"]
    assert line["exceptions"][1]["frames"][-1].endswith("fails")
    assert __file__ in line["exceptions"][1]["frames"][-1]


@pytest.mark.parametrize(("address", "words"), [("/fails/", "fejl-id"), ("/en/fails/", "error number")])
def test_the_error_page_shows_the_request_id_of_its_log_line(
    client: Client, lines: Any, address: str, words: str
) -> None:
    html = client.get(address).content.decode()
    (line,) = lines()
    assert len(line["request"]) == 12
    assert words in html
    assert line["request"] in html
    client.get(address)
    assert lines()[0]["request"] != lines()[1]["request"]


def test_nothing_that_a_visitor_enters_on_a_full_visit_is_in_the_log(client: Client, lines: Any) -> None:
    client.post("/en/target-group/question/birth-month/?asked-for", {"answer-month": "77", "answer-year": "1971"})
    client.post("/en/target-group/question/birth-month/", {"answer-month": "7", "answer-year": "1971"})
    client.post("/en/income/", {"wage": "17123,45", "hours_per_week": "typed-by-a-visitor"})
    client.get("/en/letter/da-en.pdf")
    client.get("/en/take-along/?asked-for")
    client.post("/en/open/", {"link": "#v1.typed-by-a-visitor"})
    client.post("/en/search/", {"q": "typed-by-a-visitor 17123"})
    client.post("/en/search/", {"q": "typed-by-a-visitor\0"})
    client.get("/en/search/?q=typed-by-a-visitor")
    client.post("/api/v1/income", '{"month": "2024-05", "wage_month": "17123.x"}', content_type="application/json")
    client.post("/api/v1/income", "typed-by-a-visitor", content_type="application/json")
    client.get("/en/typed-by-a-visitor/?asked-for")
    client.get("/en/", headers={"host": "evil.example"})
    client.get("/en/", headers={"host": "typed-by-a-visitor\\"})
    client.get("/en/income/", headers={"cookie": f"{settings.SESSION_COOKIE_NAME}=typed-by-a-visitor"})
    client.generic("TYPED-BY-A-VISITOR", "/en/income/")
    client.generic("POST", "/en/income/", b"typed-by-a-visitor=%00", content_type="application/x-www-form-urlencoded")
    client.generic("POST", "/en/income/", b"9" * 70_000, content_type="application/x-www-form-urlencoded")
    client.generic("POST", "/en/income/", b"typed-by-a-visitor", content_type="multipart/form-data")
    client.get("/en/?" + "typed-by-a-visitor" * 400)
    client.post("/fails/?asked-for", {"wage": "17123"})
    guarded = Client(enforce_csrf_checks=True)
    guarded.post("/en/income/?asked-for", {"wage": "17123"}, headers={"referer": "https://evil.example/"})
    guarded.post("/en/income/", {"wage": "17123"}, headers={"origin": "https://evil.example"})
    written = lines()
    said = {(line["logger"].removeprefix("django."), line.get("status")) for line in written}
    assert {
        ("request", 400), ("request", 404), ("request", 405), ("request", 500), ("request", 414),
        ("security.csrf", 403), ("security.DisallowedHost", 400), ("security.RequestDataTooBig", 413),
    } <= said  # fmt: skip
    for line in written:
        for secret in SECRETS:
            assert secret.lower() not in json.dumps(line, ensure_ascii=False).lower()


@pytest.mark.parametrize("name", ["some.library", "asyncio"])
def test_messages_of_libraries_are_logged_without_their_arguments(lines: Any, name: str) -> None:
    log = logging.getLogger(name)
    log.warning("could not read %s", "typed-by-a-visitor")
    log.warning("could not read typed-by-a-visitor")
    first, second = lines()
    assert first["message"] == "could not read %s"
    assert second["message"].startswith("from test_logs, line ")


def test_our_own_messages_are_logged_in_full(lines: Any) -> None:
    logging.getLogger("fleksjob_site.serving.health").warning("There are no rates for %s.", "2027-01")
    assert lines()[0]["message"] == "There are no rates for 2027-01."


class FullDisk(io.StringIO):
    """A stream on a full disk."""

    def write(self, text: str) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")


@pytest.mark.parametrize("closed", [False, True])
def test_a_log_that_cannot_be_written_does_not_fail_a_request(
    client: Client, capsys: pytest.CaptureFixture[str], closed: bool
) -> None:
    (handler,) = [handler for handler in logging.getLogger().handlers if isinstance(handler, StderrHandler)]
    stream = io.StringIO() if closed else FullDisk()
    if closed:
        stream.close()
    before, handler.stream = handler.stream, stream
    try:
        assert client.get("/en/nowhere/").status_code == 404
        assert client.get("/fails/").status_code == 500
    finally:
        handler.stream = before
    assert "Logging error" not in capsys.readouterr().err


def test_messages_of_the_server_end_before_they_quote_an_exception(lines: Any) -> None:
    logging.getLogger("_granian.wsgi").error("The application failed\nValueError: typed-by-a-visitor")
    assert lines()[0]["message"] == "The application failed"


def test_the_server_can_write_the_same_lines_and_none_on_each_request() -> None:
    written = json.loads((settings.SITE_DIR / "deploy" / "granian-log.json").read_text("utf-8"))
    assert written["formatters"]["line"] == settings.LOGGING["formatters"]["line"]
    assert written["handlers"]["stderr"] == settings.LOGGING["handlers"]["stderr"]
    assert written["loggers"]["granian.access"]["handlers"] == []


def test_a_rejected_request_is_one_line_without_stack_frames(client: Client, lines: Any) -> None:
    client.get("/en/nowhere/")
    client.generic("DELETE", "/en/")
    client.get("/en/", headers={"host": "evil.example"})
    written = lines()
    assert [line["status"] for line in written] == [404, 405, 400]
    assert not any("exceptions" in line for line in written)


def test_a_line_stays_one_line() -> None:
    record = logging.LogRecord("fleksjob_site", logging.WARNING, "", 1, "one\ntwo", None, None)
    assert "\n" not in LineFormatter().format(record)


def test_plain_text_is_sent_if_not_even_the_error_page_can_be_rendered(
    client: Client, settings: Any, lines: Any
) -> None:
    settings.TEMPLATES = [settings.TEMPLATES[0] | {"DIRS": []}]
    answer = client.get("/en/income/")
    assert answer.status_code == 500
    assert answer.content.decode().startswith("Something went wrong on our side.")
    assert "TemplateDoesNotExist" in lines()[0]["exceptions"][0]["type"]
