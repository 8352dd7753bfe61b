"""What the calculators for other websites send beside the page, and that nothing else may be shown in a frame."""

from typing import Any

import pytest
from django.test import Client

from fleksjob_site.host.embed_hosts import read_embed_hosts
from fleksjob_site.personas.persons import PERSONS, data_of
from tests.embed.places import ADDRESSES, FILLED
from tests.site.every_address import every_address
from tests.visitor import Visitor

HOSTS = ["https://www.kommune.example", "https://*.union.example:8443"]
FRAMED_BY = {"without EMBED_HOSTS": ([], "'none'"), "with EMBED_HOSTS": (HOSTS, " ".join(["'self'", *HOSTS]))}


def directives(policy: str) -> dict[str, str]:
    return dict(directive.partition(" ")[::2] for directive in policy.split("; "))


@pytest.mark.parametrize("hosts", FRAMED_BY)
@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_only_named_websites_may_frame_a_calculator(calculator: str, language: str, hosts: str, settings: Any) -> None:
    settings.EMBED_HOSTS, framed_by = FRAMED_BY[hosts]
    address, client = ADDRESSES[calculator, language], Client(enforce_csrf_checks=True)
    wrong = dict.fromkeys(FILLED[calculator], "x")
    answers = {
        "get": (200, client.get(address)),
        "head": (200, client.head(address)),
        "empty": (200, client.post(address)),
        "answer": (200, client.post(address, FILLED[calculator], headers={"sec-fetch-site": "same-origin"})),
        "errors": (200, client.post(address, wrong)),
        "live": (200, client.post(address, {**FILLED[calculator], "live": "1"}, headers={"hx-request": "true"})),
        "another method": (405, client.put(address)),
    }
    for kind, (status, answer) in answers.items():
        assert answer.status_code == status, kind
        policy = directives(answer["Content-Security-Policy"])
        assert policy["frame-ancestors"] == framed_by, kind
        assert (policy["default-src"], policy["frame-src"]) == ("'none'", "'none'"), kind
        assert "X-Frame-Options" not in answer, kind
        assert not answer.cookies, kind
        assert "Cookie" not in answer.get("Vary", ""), kind
        assert "no-store" in answer["Cache-Control"], kind
        assert answer["X-Content-Type-Options"] == "nosniff", kind
        if status == 200:
            assert answer["X-Robots-Tag"] == "noindex", kind
            # A live answer has no head, nor has the answer to HEAD.
            has_head = '<meta name="robots" content="noindex">' in answer.content.decode()
            assert has_head is (kind not in {"head", "live"}), kind


@pytest.mark.parametrize("language", ["da", "en"])
def test_nothing_else_may_be_framed(language: str, settings: Any) -> None:
    settings.EMBED_HOSTS = HOSTS
    others = {name: place for name, place in every_address(language).items() if place not in ADDRESSES.values()}
    assert len(others) > 60
    for name, place in [*others.items(), ("no page", "/nowhere/"), ("no frame", "/embed/nothing/"),
                        ("a file", "/static/nothing.css")]:  # fmt: skip
        for answer in (Client().get(place), Client().post(place)):
            assert answer["X-Frame-Options"] == "DENY", name
            policy = directives(answer["Content-Security-Policy"])
            assert policy["frame-ancestors"] == "'none'", name
            # Also of a page that is not changed, whose headers replace those that the browser has kept.
            assert policy["frame-src"] == ("'self'" if name == "embedding" else "'none'"), name


def test_the_preview_is_also_allowed_on_a_page_that_the_browser_has_kept(client: Client) -> None:
    place = every_address()["embedding"]
    again = client.get(place, headers={"if-none-match": client.get(place)["ETag"]})
    assert again.status_code == 304
    assert "frame-src 'self'" in again["Content-Security-Policy"]


@pytest.mark.parametrize(("calculator", "language"), ADDRESSES)
def test_a_calculator_knows_nothing_of_what_the_visitor_has_entered_on_the_site(calculator: str, language: str) -> None:
    person = next(data_of(person) for person in PERSONS.values() if person.income and person.payout)
    told = Visitor()
    told.tells(eligibility=person.answers, income=person.income, payouts=list(map(list, person.payouts)))
    address = ADDRESSES[calculator, language]
    before = told.cookies.output()
    for ask in (lambda visitor: visitor.get(address), lambda visitor: visitor.post(address, FILLED[calculator])):
        assert ask(told).content == ask(Visitor()).content
    assert told.cookies.output() == before


@pytest.mark.parametrize("site", [
    "https://www.kommune.example", "https://*.kommune.example", "https://kommune.example:8443", "https://intranet",
    "http://localhost", "http://localhost:8080", "http://127.0.0.1:8001", "https://xn--rgrd-gra8k.example",
    "https://WWW.Kommune.example/",
])  # fmt: skip
def test_a_website_may_frame(site: str) -> None:
    assert read_embed_hosts((site,)) == (site.lower().rstrip("/"),)


@pytest.mark.parametrize("site", [
    "*", "https://*", "https://*.dk", "https://*.*.example", "https://www.*.example", "https:", "https://", "'self'",
    "http://www.kommune.example", "http://localhost.example", "http://localhost@evil.example", "www.kommune.example",
    "https://a.example/page", "https://a.example b.example", "https://a.example; script-src *", "https://a.example\n",
    "https://a.example:0", "https://a.example:*", "https://u:p@a.example", "data:", "https://-a.example", "https://æ.dk",
])  # fmt: skip
def test_what_is_no_website_by_https_stops_the_start(site: str) -> None:
    with pytest.raises(ValueError, match="must hold websites"):
        read_embed_hosts(("https://www.kommune.example", site))
