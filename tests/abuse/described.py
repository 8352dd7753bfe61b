"""Holds the API to its own description: schemathesis makes the requests and judges the answers, with all its checks."""

import json
from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from typing import Any

import schemathesis
from django.utils.timezone import localdate
from hypothesis import strategies as st
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.engine import events, from_schema

from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import MonthAndYear, Number
from fleksjob_site.kernel.calendar import Month
from tests.abuse.months import bring_months_together, number_of
from tests.abuse.years import bring_year_together

DESCRIPTION = "/api/v1/openapi.json"
# Without a server, nothing decompresses the response.
HEADERS = {"Host": "testserver", "Accept-Encoding": "identity"}

load_all_checks()
CHECKED = frozenset(CHECKS.get_all_names())

# Most dates are outside the range that the pattern allows in addition to the format.
schemathesis.openapi.format("date", st.dates(date(2013, 1, 1), date(2100, 12, 31)).map(date.isoformat))


@dataclass(slots=True)
class Held:
    """Responses by call and status, the number of times each check ran, and the findings."""

    answered: Counter[tuple[str, int]] = field(default_factory=Counter)
    checked: Counter[str] = field(default_factory=Counter)
    faults: list[str] = field(default_factory=list)


def hold(examples: int, *, seed: int | None = None, every_limit: bool = True) -> Held:
    """Send valid and invalid requests by the description, a number of examples per call, and check every response.

    `every_limit` also tries each limit, pattern and key in every combination, about 2.000 requests.
    """
    # Imported here: an application that can't start must fail this test, not the collection of all tests.
    from fleksjob_site.wsgi import application

    schema = schemathesis.openapi.from_wsgi(DESCRIPTION, application, headers=HEADERS)
    schema.config.update(headers=HEADERS, continue_on_failure=True, workers=1)
    schema.config.generation.update(max_examples=examples, deterministic=seed is None, database="none", no_shrink=False)
    schema.config.phases.coverage.enabled = every_limit
    if seed is not None:
        schema.config.seed = seed
    held = Held()
    for event in from_schema(schema).execute():
        if isinstance(event, events.ScenarioFinished):
            _take_up(event, held)
        elif isinstance(event, events.NonFatalError):
            held.faults.append(f"{event.label}: {event.value!r}")
        elif isinstance(event, events.FatalError):
            raise event.exception
    return held


def _take_up(event: events.ScenarioFinished, held: Held) -> None:
    recorder = event.recorder
    for interaction in recorder.interactions.values():
        status = interaction.response.status_code if interaction.response else 0
        held.answered[recorder.label, status] += 1
    for case, checks in recorder.checks.items():
        for check in checks:
            held.checked[check.name] += 1
            if check.failure_info:
                sent = json.dumps(recorder.cases[case].value.body, default=str)[:500]
                failure = check.failure_info.failure
                held.faults.append(f"{recorder.label}: {check.name}: {failure.title}: {failure.message[:500]} {sent}")


@schemathesis.hook("before_call")
def _meet_what_a_schema_cannot_say(context: Any, case: Any, kwargs: Any) -> None:
    """Bring months to the day they depend on, and take the noise of floats off decimals; nothing else is changed."""
    if isinstance(case.body, dict) and isinstance(case.body.get("months"), list):
        bring_months_together(case.body)
    if isinstance(case.body, dict) and "from" in case.body:
        bring_year_together(case.body)
    for income in incomes_in(case.body):
        _keep_pension_below_wage(income)
    bring_dates_together(case.body)
    # Whether answers go all the way to an outcome is for the questions to say.
    if case.path.endswith("/letter") and isinstance(case.body, dict) and isinstance(case.body.get("answers"), dict):
        case.body["income"] = case.body.get("income") or {"month": "2026-05", "wage_month": 8000}
    answers = case.body.get("answers") if isinstance(case.body, dict) else None
    if not isinstance(answers, dict):
        return
    for key, given in answers.items():
        match BY_KEY[key].answer if key in BY_KEY else None, given:
            case MonthAndYear() as asked, str():
                answers[key] = _nearest_month(asked, given, case.body.get("on"))
            case Number(), float():
                # 57 × 0.01 is not 0.57 in floats, and the generator multiplies.
                answers[key] = round(given, 2) if abs(given - round(given, 2)) < 1e-9 else given


def incomes_in(body: Any) -> list[Any]:
    """The body itself, and what it holds of incomes."""
    if not isinstance(body, dict):
        return []
    listed = body.get("incomes")
    return [body, body.get("income"), *(listed if isinstance(listed, list) else [])]


def bring_dates_together(body: Any) -> None:
    """Move the months of a grant to where its day allows them."""
    if not isinstance(body, dict):
        return
    if not isinstance(born := body.get("birth_month"), str):
        return
    scheme = body.get("scheme", "asking")
    question = BY_KEY["fleksjob-started" if scheme == "in-fleksjob" else "fleksjob-may-start"].answer
    birth = BY_KEY["birth-month"].answer
    assert isinstance(birth, MonthAndYear)
    assert isinstance(question, MonthAndYear)
    body["birth_month"] = _nearest_month(birth, born, body.get("on"))
    if isinstance(start := body.get("start"), str):
        body["start"] = _nearest_month(question, start, body.get("on"))
    if body.get("grant") == "permanent" and scheme in ("asking", "own-business"):
        body["grant"] = "later"


def _keep_pension_below_wage(body: Any) -> None:
    if isinstance(body, dict):
        wage, pension = number_of(body.get("wage_month")), number_of(body.get("employer_pension_month"))
        if wage is not None and pension is not None and pension > wage:
            body["employer_pension_month"] = body["wage_month"]


def _nearest_month(asked: MonthAndYear, given: str, on: object) -> str:
    try:
        month, day = Month.parse(given), Month.of(date.fromisoformat(on) if isinstance(on, str) else localdate())
    except ValueError:
        return given
    return str(min(max(month, asked.earliest or day), day.plus(years=asked.years_ahead)))
