"""What all answers of the API have: the rules' date, the day, the release; and those to GET an ETag."""

import pytest
from django.test import Client
from django.utils.translation import gettext, override

from fleksjob_site.kernel.status import Status
from tests.api.asking import ABOUT, SENT, post
from tests.api.months import MAY, ON
from tests.api.readme import calls

GETS = ["/api/v1/rates", "/api/v1/eligibility/questions", "/api/v1/openapi.json"]


def test_every_answer_says_when_the_rules_were_read_its_day_and_its_release(client: Client) -> None:
    shown = calls()
    assert {path for path, body in shown.items() if body is None} < set(GETS)
    for path, body in shown.items():
        answer = post(client, path.removeprefix("/api/v1/"), body) if body else client.get(path)
        assert answer.status_code == 200
        if answer.headers["Content-Type"] == "application/pdf":
            continue
        assert ABOUT.items() <= answer.json().items(), path


def test_an_answer_for_another_day_says_which(client: Client) -> None:
    for path, body in (("payout-check", {"months": [MAY]}), ("eligibility", {"answers": SENT})):
        assert post(client, path, body | {"on": "2026-12-24"}).json()["on"] == "2026-12-24"


def test_the_status_of_a_source_and_of_a_rate_is_a_key_too(client: Client) -> None:
    for language in ("en", "da"):
        given = post(client, "eligibility", {"answers": SENT, "on": ON}, language).json()
        sources = [source for finding in given["findings"] for source in finding["sources"]]
        sources += client.get("/api/v1/rates", headers={"accept-language": language}).json()["periods"][0]["figures"]
        assert len({source["status_key"] for source in sources}) > 2
        with override(language):
            for source in sources:
                assert gettext(Status(source["status_key"]).label) == source["status"]


@pytest.mark.parametrize("path", GETS)
def test_an_answer_to_get_may_be_kept_and_is_not_sent_again(client: Client, path: str) -> None:
    first = client.get(path, headers={"accept-language": "en"})
    assert first.headers["Cache-Control"] == "public, max-age=3600"
    assert "Accept-Language" in first.headers["Vary"]
    again = client.get(path, headers={"accept-language": "en", "if-none-match": first.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    packed = client.get(path, headers={"accept-language": "en", "accept-encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    kept = {"accept-language": "en", "accept-encoding": "gzip", "if-none-match": packed.headers["ETag"]}
    assert client.get(path, headers=kept).status_code == 304
    other = client.get(path, headers={"accept-language": "en", "if-none-match": '"another"'})
    assert (other.status_code, other.content) == (200, first.content)


@pytest.mark.parametrize("path", ["/api/v1/rates", "/api/v1/eligibility/questions"])
def test_each_language_has_an_etag_of_its_own(client: Client, path: str) -> None:
    tags = {client.get(path, headers={"accept-language": language}).headers["ETag"] for language in ("en", "da")}
    assert len(tags) == 2


def test_an_answer_to_post_is_for_the_caller_alone(client: Client) -> None:
    headers = post(client, "income", calls()["/api/v1/income"]).headers
    assert "ETag" not in headers
    assert "public" not in headers.get("Cache-Control", "")


def test_a_script_of_another_page_may_ask_whether_an_answer_has_changed(client: Client) -> None:
    asked = {"origin": "https://other.example", "access-control-request-method": "GET"}
    allowed = client.options("/api/v1/rates", headers=asked | {"access-control-request-headers": "if-none-match"})
    assert "if-none-match" in allowed.headers["Access-Control-Allow-Headers"]
    shown = client.get("/api/v1/rates", headers={"origin": "https://other.example"})
    assert shown.headers["Access-Control-Expose-Headers"] == "ETag, Retry-After"
