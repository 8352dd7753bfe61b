"""What a link and a saved file hold beside answers and income, and what they say has changed since."""

from datetime import date

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.text import Text
from fleksjob_site.personas.persons import AS_ON, PERSONS, data_of
from fleksjob_site.take_along import made as made_module
from fleksjob_site.take_along.link import Link, read, write
from fleksjob_site.take_along.made import Changed, Made, made
from fleksjob_site.visitor import VisitorData
from salary.pages.payout_kept import NAMES
from tests.eligibility.law.answering import FITTING
from tests.personas.looking import words_of
from tests.take_along.carrying import TOLD, TYPED, address, has_told, linked, told_by
from tests.visitor import Visitor

FATIMA = data_of(PERSONS["fatima"])
EMPLOYER = {"hours_per_week": "12", "efficiency_percent": "60", "wage_kind": "hourly", "wage": "185"}


def test_a_link_holds_the_months_of_the_check_and_the_form_of_the_employer() -> None:
    everything = VisitorData(FATIMA.answers, FATIMA.income, TOLD.cases, FATIMA.payouts, EMPLOYER)
    assert everything.payouts
    assert read(write(everything), AS_ON).visitor == everything


@pytest.mark.parametrize("row", [["2026"], ["2026", "13"], ["x" * 60] * 8, [""], []])
def test_a_month_that_cannot_be_checked_is_left_out(row: list[str]) -> None:
    link = linked(f'{{"answers": {{"birth-month": "1980-05"}}, "payouts": {str([row]).replace(chr(39), chr(34))}}}')
    assert read(link, AS_ON).visitor == VisitorData({"birth-month": "1980-05"})


def test_nothing_beside_the_fields_of_the_form_comes_with_a_month() -> None:
    crafted = VisitorData(
        payouts=tuple((*row, *[""] * (len(NAMES) - len(row)), "note=call me") for row in FATIMA.payouts)
    )
    assert read(write(crafted), AS_ON).visitor.payouts == FATIMA.payouts


@pytest.mark.parametrize("language", ["da", "en"])
def test_a_saved_file_opens_as_its_link_does(client: Client, language: str) -> None:
    has_told(client, TOLD)
    file = client.get(address("answers-file", language))
    assert file.headers["Content-Type"] == "text/plain; charset=utf-8"
    assert "no-store" in file.headers["Cache-Control"]
    other = Visitor()
    sent = {"file": SimpleUploadedFile("answers.txt", file.content)}
    asked = other.post(address("open-link", language), sent, follow=True)
    assert told_by(other) == VisitorData()
    fragment = write(TOLD, read(file.content.decode(), AS_ON).made)
    assert f'name="link" value="{fragment}"' in asked.content.decode()
    other.post(address("use-link", language), {"link": fragment})
    assert told_by(other) == TOLD


@pytest.mark.parametrize("content", [b"", b"\xff\xfe\x00", b"my shopping list", b"x" * 30_000])
def test_a_file_of_another_kind_is_refused_at_its_field(client: Client, content: bytes) -> None:
    answer = client.post(address("open-link"), {"file": SimpleUploadedFile("list.txt", content)}, follow=True)
    assert answer.status_code == 200
    assert 'href="#id_file"' in answer.content.decode()


def test_with_nothing_entered_there_is_no_file(client: Client) -> None:
    assert client.get(address("answers-file")).headers["Location"] == address("take-along")


def test_a_link_knows_its_day_its_outcome_and_its_total() -> None:
    then = made(TOLD, AS_ON)
    assert then == Made(on=AS_ON, outcome=Outcome.POINTS_TOWARDS, total=then.total)
    assert then.total == TOLD.total_month(AS_ON)
    link = read(write(TOLD, then), AS_ON)
    assert link == Link(TOLD, then, TOLD)
    assert link.changed_since(AS_ON) == ()


@pytest.mark.parametrize("wrong", [{"on": "yesterday"}, {"on": "2026-11-21", "outcome": "you-qualify"}, [], 3])
def test_what_cannot_be_what_a_site_said_is_left_aside(wrong: object) -> None:
    link = linked(f'{{"answers": {{"birth-month": "1980-05"}}, "made": {str(wrong).replace(chr(39), chr(34))}}}')
    assert read(link, AS_ON).made is None


def since(visitor: VisitorData, then: date, today: date) -> tuple[Changed, ...]:
    """What a link made on one day says on another."""
    return read(write(visitor, made(visitor, then)), today).changed_since(today)


def test_an_outcome_that_is_another_by_now_is_named_with_the_condition_that_changed() -> None:
    # Born in January 1960: state pension age, 67, is reached in January 2027, and then little else is asked.
    [changed] = since(VisitorData(FITTING | {"birth-month": "1960-01"}), AS_ON, date(2027, 2, 1))
    assert changed.sentence.values["then"] == Text(Outcome.POINTS_TOWARDS.heading)
    assert changed.sentence.values["now"] == Text(Outcome.NOT_WITH_THESE_ANSWERS.heading)
    assert [reason.values for reason in changed.because] == [{"conditions": (Text("Below state pension age"),)}]


def test_an_outcome_that_a_dated_rule_changed_is_named_with_the_rule(monkeypatch: pytest.MonkeyPatch) -> None:
    # State pension age is reached on the very day that two made-up rules are dated: one before it, one on it.
    monkeypatch.setattr(made_module, "DATED", {date(2026, 12, 24): "a rule", date(2027, 2, 1): "another rule"})
    [changed] = since(VisitorData(FITTING | {"birth-month": "1960-01"}), AS_ON, date(2027, 2, 1))
    assert [reason.values.get("what") for reason in changed.because] == [None, Text("another rule")]


def test_an_outcome_that_cannot_be_worked_out_any_more_says_so() -> None:
    answers = {key: text for key, text in FITTING.items() if key != "early-pension"}
    # Born in December 1962: near enough to state pension age for one more question only in December 2026.
    [changed] = since(VisitorData(answers | {"birth-month": "1962-12"}), AS_ON, date(2026, 12, 1))
    assert "some answers are missing" in changed.sentence.message
    assert changed.because == ()


def test_a_total_by_other_rates_is_named_with_the_month_they_apply_from() -> None:
    visitor = VisitorData(income={name: text for name, text in TYPED.items() if not name.startswith("month")})
    [changed] = since(visitor, date(2025, 12, 3), date(2026, 1, 3))
    assert [str(reason.values["month"]) for reason in changed.because] == ["2026-01"]


def test_what_the_site_says_otherwise_by_now_of_the_same_day_is_its_own_correction() -> None:
    then = Made(on=AS_ON, outcome=Outcome.MUST_CLARIFY, total=1)
    outcome, total = read(write(TOLD, then), AS_ON).changed_since(AS_ON)
    assert [reason.values for reason in (*outcome.because, *total.because)] == [{}, {}]


@pytest.mark.parametrize("on", [date(2027, 5, 1), date(2019, 12, 31), date(1, 1, 1)])
def test_a_day_on_which_no_link_was_made_is_left_aside(on: date) -> None:
    assert read(write(TOLD, Made(on=on, total=1)), AS_ON) == Link(TOLD)


def test_the_other_language_of_the_page_knows_the_same_answers_of_then(client: Client) -> None:
    visitor = VisitorData(FITTING | {"birth-month": "1960-01"})
    link = read(write(visitor, made(visitor, AS_ON)), date(2027, 2, 1))
    again = read(link.written(), date(2027, 2, 1))
    assert again.before == link.before
    assert again.visitor.answers.keys() < again.before.answers.keys()  # type: ignore[union-attr]


@pytest.mark.parametrize(
    ("language", "words"), [("en", "The total was DKK 1 a month before tax"), ("da", "Beløbet var 1 kr. om måneden")]
)
def test_the_page_that_asks_says_what_has_changed(client: Client, language: str, words: str) -> None:
    link = write(TOLD, Made(on=date(2026, 1, 2), total=1))
    assert words in words_of(client.post(address("open-link", language), {"link": link}, follow=True).content.decode())
