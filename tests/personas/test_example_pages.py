"""The example persons as pages: all of them, one, one in large type, and going on from one."""

import re
from collections import Counter
from datetime import datetime
from html import unescape

import pytest
import time_machine
from django.test import Client

from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.personas.persons import AS_ON, PERSONS, Person, data_of, example_of
from fleksjob_site.visitor import VisitorData
from tests.personas.looking import (
    LANGUAGES,
    address,
    each_language,
    each_person,
    held,
    main_of,
    shown,
    words_of,
    written,
)


@each_language
def test_the_gallery_leads_to_everybody_by_outcome(client: Client, language: str) -> None:
    html = shown(client, "examples", language)
    places = [html.index(f'href="{address("example", language, person)}"') for person in PERSONS.values()]
    assert places == sorted(places)
    headings = [html.index(f'id="{outcome}"') for outcome in dict.fromkeys(p.expect.outcome for p in PERSONS.values())]
    assert headings == sorted(headings)
    assert len(headings) == len(Outcome)
    for person in PERSONS.values():
        telling = person[language]
        assert telling.heading in html
        assert telling.summary in html
        if (result := example_of(person).result) is not None:
            assert written(result.total_month, language) in words_of(html)


@pytest.mark.parametrize("name", ["examples", "example-large"])
@each_language
def test_what_holds_no_form_is_static_in_effect(client: Client, language: str, name: str) -> None:
    where = address(name, language, None if name == "examples" else PERSONS["lars"])
    client.get(address("income", language))
    answer = client.get(where)
    assert not answer.cookies
    assert "Cookie" not in answer.headers.get("Vary", "")
    assert "public" in answer.headers["Cache-Control"]
    assert "<form" not in answer.content.decode()
    assert client.get(where, headers={"If-None-Match": answer.headers["ETag"]}).status_code == 304


@each_language
@each_person
def test_a_person_has_outcome_conditions_dates_and_income_on_one_page(
    client: Client, person: Person, language: str
) -> None:
    html = shown(client, "example", language, person)
    words, example = words_of(html), example_of(person)
    telling = person[language]
    for text in (telling.heading, telling.summary, telling.story, AS_ON):
        assert written(text, language) in words
    for finding in example.assessment.findings:
        assert written(finding.judgement.reason, language) in words
    months = example.check.months if example.check else ()
    assert html.count('class="verdict ') == len(example.assessment.findings) + len(months)
    if example.assessment.timeline:
        for event in example.assessment.timeline.events:
            assert written(event.text, language) in words
    if example.result is not None:
        for amount in (example.result.total_month, example.result.wage.month, example.result.subsidy.rounded):
            assert written(amount, language) in words
    assert html.count('id="sum-') == (len(example.result.steps) if example.result else 0)
    ids = Counter(re.findall(r'\sid="([^"]+)"', html))
    assert max(ids.values()) == 1, ids.most_common(3)
    assert html.count("<h1") == 1


@each_language
@each_person
def test_the_large_view_says_the_same_in_short(client: Client, person: Person, language: str) -> None:
    html = shown(client, "example-large", language, person)
    words, example = words_of(html), example_of(person)
    assert "<header" not in html
    assert "<footer" not in html
    short = example.assessment.in_short
    for text in (short.suggests, short.next_step.text, *(finding.judgement.in_brief for finding in short.in_full)):
        assert written(text, language) in words
    if example.result is not None:
        for amount in (example.result.total_month, example.result.wage.month, example.result.subsidy.rounded):
            assert written(Kroner(whole_kroner(amount)), language) in words
    if example.assessment.timeline:
        for event in example.assessment.timeline.events:
            assert written(event.month, language) in words
    for name in ("examples", "example"):
        assert f'href="{address(name, language, None if name == "examples" else person)}"' in html
    other = next(code for code in LANGUAGES if code != language)
    assert f'href="{address("example-large", other, person)}"' in html


@each_language
def test_the_large_view_goes_from_the_first_to_the_last_and_back(client: Client, language: str) -> None:
    for rel, order in (("next", list(PERSONS)), ("prev", list(PERSONS)[::-1])):
        page, visited = address("example-large", language, PERSONS[order[0]]), []
        while page:
            visited.append(page)
            found = re.search(rf'rel="{rel}" href="([^"]+)"', client.get(page).content.decode())
            page = found[1] if found else ""
        assert visited == [address("example-large", language, PERSONS[key]) for key in order]


@each_language
@each_person
def test_going_on_from_a_person_leads_to_the_same_outcome_and_income(
    client: Client, person: Person, language: str
) -> None:
    sent = client.post(address("use-example", language, person))
    assert sent.headers["Location"] == address("eligibility:check", language)
    assert held(client) == data_of(person)
    example = example_of(person)
    outcome = words_of(shown(client, "eligibility:outcome", language))
    assert written(example.assessment.explanation.text, language) in outcome
    if example.result is not None:
        assert written(example.result.total_month, language) in words_of(shown(client, "income", language))


@each_language
def test_own_answers_are_replaced_only_after_asking(client: Client, language: str) -> None:
    own = {"wage": "200", "wage_kind": "hourly", "hours_per_week": "12", "efficiency_percent": "100", "keep": "1"}
    own |= {"month-month": "5", "month-year": "2026"}
    client.post(address("income", language), own)
    before = held(client)
    assert before.cases
    use = address("use-example", language, PERSONS["ruth"])
    asked = client.post(use, follow=True)
    assert asked.status_code == 200
    assert "no-store" in asked.headers["Cache-Control"]
    assert main_of(asked.content.decode()).count("<li>") == 2, "the income and the case kept of it"
    assert held(client) == before
    assert client.post(use, {"replace": "1"}).status_code == 302
    assert held(client) == data_of(PERSONS["ruth"])


def test_what_would_be_replaced_is_named(client: Client) -> None:
    use = address("use-example", "en", PERSONS["ruth"])
    client.post("/en/income/", {"wage": "200"})
    words = words_of(unescape(client.post(use, follow=True).content.decode()))
    assert "what you have entered on the income page" in words
    assert "your answers to the questions" not in words
    assert "the cases you have kept side by side" not in words


def test_another_example_is_replaced_without_asking_until_it_is_changed(client: Client) -> None:
    for key in ("amina", "hanne"):
        assert client.post(address("use-example", "en", PERSONS[key])).status_code == 302
        assert held(client) == data_of(PERSONS[key])
    client.post("/en/target-group/question/where-you-live/", {"answer": "no"})
    use = address("use-example", "en", PERSONS["lars"])
    assert client.post(use).headers["Location"] == use
    assert held(client).answers["lives-in-denmark"] == "no"


def test_the_day_that_staff_chose_does_not_follow_into_an_example(client: Client) -> None:
    client.post(address("use-example", "en", PERSONS["amina"]))
    client.post("/en/target-group/outcome/another-day/", {"day": "2026-01-31"})
    client.post(address("use-example", "en", PERSONS["lars"]))
    assert "As of 31 January" not in shown(client, "eligibility:outcome", "en")


def test_a_mere_visit_replaces_nothing(client: Client) -> None:
    use = address("use-example", "en", PERSONS["amina"])
    assert client.get(use).headers["Location"] == address("example", "en", PERSONS["amina"])
    assert held(client) == VisitorData()
    client.post("/en/income/", {"wage": "200"})
    assert "Replace your own answers?" in client.get(use).content.decode()
    from_outside = client.get(use, headers={"sec-fetch-site": "cross-site"})
    assert from_outside.headers["Location"] == address("example", "en", PERSONS["amina"])


def test_going_on_needs_the_token_of_the_page() -> None:
    guarded = Client(enforce_csrf_checks=True)
    html = shown(guarded, "example", "en", PERSONS["amina"])
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', html)
    assert token
    use = address("use-example", "en", PERSONS["amina"])
    assert guarded.post(use).status_code == 403
    assert guarded.post(use, {"csrfmiddlewaretoken": token[1]}).status_code == 302


def test_an_example_with_all_it_carries_fits_into_the_cookie(client: Client) -> None:
    for person in PERSONS.values():
        sent = client.post(address("use-example", "da", person))
        assert all(len(cookie.OutputString()) < 4096 for cookie in sent.cookies.values())


@pytest.mark.parametrize("place", ["/en/examples/nobody/", "/en/examples/nobody/large/", "/en/examples/Amina/"])
def test_nobody_else_is_found(client: Client, place: str) -> None:
    assert client.get(place).status_code == 404


@pytest.mark.parametrize("name", ["examples", "example", "example-large"])
def test_when_the_law_may_have_changed_it_is_said_and_no_amount_moves(client: Client, name: str) -> None:
    person = None if name == "examples" else PERSONS["amina"]
    result = example_of(PERSONS["amina"]).result
    assert result is not None
    # The large view is in whole kroner.
    total = Kroner(whole_kroner(result.total_month)) if name == "example-large" else result.total_month
    warning, amount = "The law may have changed", written(total, "en")
    assert warning not in shown(client, name, "en", person)
    with time_machine.travel(datetime(2027, 1, 1, 12, 0)):  # noqa: DTZ001
        html = shown(client, name, "en", person)
    assert warning in html
    assert amount in words_of(html)


@each_language
def test_the_examples_are_found_from_the_municipality_and_from_every_page(client: Client, language: str) -> None:
    link = f'href="{address("examples", language)}"'
    assert shown(client, "for-the-municipality", language).count(link) == 2
    assert shown(client, "home", language).count(link) == 2
