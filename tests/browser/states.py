"""Every page and state that the site can show, and how to get there: from the URL list and the enumerated walk."""

from collections.abc import Iterator
from functools import cache

from django.conf import settings
from django.urls import get_resolver
from django.urls.resolvers import URLPattern, URLResolver

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.flow import walk
from eligibility.law.outcome import Outcome
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Question
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.personas.persons import PERSONS, data_of
from fleksjob_site.take_along.link import write
from salary.pages.payout_kept import NAMES
from tests.browser.acts import (
    change_in_another_tab,
    choose_a_wrong_day,
    delete_in_another_tab,
    filled,
    leave_a_question_out_in_another_tab,
    leave_an_error,
    open_a_definition,
    open_the_papers,
    press,
    send_without_token,
    typed,
)
from tests.browser.calculators import calculators
from tests.browser.embedded import embedded
from tests.browser.searches import searches
from tests.browser.sessions import INCOME, NOW, YEAR
from tests.browser.state import State
from tests.eligibility.law.answering import FITTING, ON, every_way

NOT_PAGES = {
    "calendar-file": "a file; its page in error is a state of take-along",
    **dict.fromkeys(("year-table", "year-calendar", "own-business-calendar", "employer-calendar", "robots"), "a file"),
    **dict.fromkeys(
        ("answers-file", "cases-table", "curve-table", "llms-txt", "rates-table", "sitemap", "embed-script"), "a file"
    ),
    **dict.fromkeys(("letter", "payout-letter", "payout-sheet", "ready-text", "full-time-wage-letter"), "a file"),
    "docs": "leads on to the guide to the API",
    **dict.fromkeys(("carry-to-income", "put-case-back"), "leads on to the income page"),
    "eligibility:change-back": "leads on to the outcome",
    "damaged-link": "leads on to the page that asks for a link",
    "put-month-back": "leads on to the check of payouts",
}

# The fields that a form needs besides its initial values.
TYPED = {"hours_per_week": "18", "wage": "200"}
EMPLOYER = {"hours_per_week": "20", "efficiency_percent": "50", "wage_kind": "hourly", "wage": "180"}
PAID = ["a-income", "8000", "400", "800", "18840", "stated", "34000"]
A_YEAR = [str(Month(2025, 11).plus(months=later)) for later in range(12)]
PERSON = PERSONS["amina"]


def states() -> Iterator[State]:
    """All states; each is visited in both languages."""
    yield State("home", "home")
    for key in ("home", "income", "payout"):
        yield State(f"{key} with a definition open", key, act=open_a_definition)
    for name, hours in (("another example", "20"), ("an example in error", "x")):
        act = filled({"hours_per_week": hours}, "#example-form button")
        yield State(f"home with {name}", "home-example", act=act, start="home")
    yield State("asked before deleting", "delete-answers")
    yield State("answers deleted", "answers-deleted")
    yield State("nothing to go on with", "go-on")
    for guide in GUIDES:
        yield State(f"guide {guide.key}", guide.key)
        if "](term:" in (settings.BASE_DIR / "templates" / guide.template).read_text("utf-8"):
            yield State(f"guide {guide.key} with a definition open", guide.key, act=open_a_definition)
    yield from searches()
    yield from _walk()
    yield from _income()
    yield from calculators()
    yield from embedded()
    yield from _payout()
    yield from _examples()
    yield from _take_along()
    yield from _errors()


@cache
def _ways() -> tuple[tuple[dict[str, str], tuple[str, ...]], ...]:
    return tuple((stored, tuple(walk(stored, ON).answers)) for stored in (FITTING, *every_way()))


def _way_to(question: Question) -> dict[str, str]:
    """Stored answers with which a question is asked, up to and including its own."""
    for stored, asked in _ways():
        if question.key in asked:
            return {key: stored[key] for key in asked[: asked.index(question.key) + 1]}
        if question.optional and walk(stored, ON).may_visit(question):
            return {**stored, question.key: "2029-01"}
    raise AssertionError(f"no way leads to {question.key}")


def _walk() -> Iterator[State]:
    yield State("start of the walk", "eligibility:start")
    for question in QUESTIONS:
        answered = _way_to(question)
        before = {key: answer for key, answer in answered.items() if key != question.key}
        place = {"pattern": "eligibility:question", "arguments": {"question": question}}
        yield State(f"{question.key} empty", session={"eligibility": before}, **place)
        yield State(f"{question.key} answered", session={"eligibility": answered}, **place)
        # A month that may be left out has only one error, an invalid one.
        is_month = question.key == "fleksjob-may-start"
        wrong = filled({"answer-month": "13"}) if is_month else press("#main form .button-primary")
        yield State(f"{question.key} in error", session={"eligibility": before}, act=wrong, **place)
    yield State("check your answers", "eligibility:check", {"eligibility": FITTING})
    outcomes = {assess(walk(way, ON).answers, ON, Amounts()).outcome: way for way, _asked in _ways()}
    assert set(outcomes) == set(Outcome)
    for outcome, stored in outcomes.items():
        yield State(f"outcome {outcome}", "eligibility:outcome", {"eligibility": stored})
    near = {"eligibility": FITTING | {"birth-month": "1966-05", "fleksjob-may-start": "2027-02"}}
    yield State("outcome near state pension age", "eligibility:outcome", near)
    yield State("outcome in large type", "eligibility:large", {"eligibility": FITTING})
    for business, holds in (("side-business", {}), ("spouse", {"spouses-business": "no"})):
        answers = FITTING | {"business-besides": business} | holds
        yield State(f"outcome with {business}", "eligibility:outcome", {"eligibility": answers})
    changed = {"eligibility": FITTING, "before": {"limitation-lasting": "passing"}}
    yield State("outcome after a change", "eligibility:outcome", changed)
    another_day = {"eligibility": FITTING, "as-on": "2027-02-01"}
    yield State("outcome as on another day", "eligibility:outcome", another_day)
    yield State("outcome with a wrong day", "eligibility:another-day", {"eligibility": FITTING}, act=choose_a_wrong_day,
                start="eligibility:outcome")  # fmt: skip


def _income() -> Iterator[State]:
    yield State("income empty", "income")
    yield State("income with result", "income", {"income": INCOME})
    yield State("income answered while typing", "income", act=typed(TYPED))
    business = INCOME | {"side_business_month": "3000"}
    yield State("income with a side business", "income", {"income": business})
    yield State("income with an old result", "income", {"income": INCOME}, act=leave_an_error)
    yield State("income with a ceiling that binds", "income", {"income": INCOME | {"wage": "130"}})
    yield State("income with a stated ceiling", "income", {"income": INCOME | {"ceiling_month": "30000"}})
    yield State("income without subsidy", "income", {"income": INCOME | {"wage_kind": "month", "wage": "60000"}})
    unsure = INCOME | {"hours_up_to": "25", "today_month": "15000", "goal_month": "33000"}
    yield State("income of a range, with a goal", "income", {"income": unsure})
    three = [INCOME | {"wage": wage} for wage in ("150", "200", "250")]
    yield State("income with three cases", "income", {"income": INCOME, "income-cases": three})
    one_less = press(".cases-table button")
    yield State(
        "income with a case removed",
        "drop-case",
        {"income": INCOME, "income-cases": three},
        act=one_less,
        start="income",
    )
    yield State("income changed in another tab", "income", {"income": INCOME}, act=change_in_another_tab)
    yield State("income without room for more", "income", {"income": INCOME, "full": True})
    yield State("income in error", "income", act=filled({"wage": "1.23.4", "hours_per_week": "400"}))
    carried = INCOME | {"ceiling_month": "32746", "ceiling_added_up": "32746"}
    yield State("income with a ceiling added up", "income", {"income": carried})
    yield State("income with the payslip open", "income", act=open_the_papers)
    yield State("employer empty", "employer-income")
    yield State("employer with result", "employer-income", {"employer": EMPLOYER})
    yield State("employer answered while typing", "employer-income", act=typed(TYPED))
    yield State("employer in error", "employer-income", act=press("#main form .button-primary"))
    yield State("year without income", "year")
    yield State("year where nothing happens", "year", {"income": NOW})
    yield State("year with everything", "year", {"income": NOW, "year": YEAR})
    yield State("year in error", "year", {"income": NOW, "year": YEAR | {"event1_number": "many"}})


def _paid(month: str, **changed: str) -> list[str]:
    """A month of a check as the session stores it: right, except for `changed`."""
    typed = dict(zip(NAMES, [*month.split("-"), *PAID], strict=False))
    return list((typed | changed).values())


def _payout() -> Iterator[State]:
    each = [
        _paid("2025-06", subsidy="17000"),
        _paid("2026-03"),
        _paid("2026-04", subsidy="18480"),
        _paid("2026-05", subsidy="19000"),
        _paid("2026-06", ceiling_kind="unknown", ceiling="", subsidy="15000"),
    ]
    yield State("payout empty", "payout")
    yield State("payout with the papers open", "payout", act=open_the_papers)
    begun = {"eligibility": {"birth-month": "1980-05"}, "income": INCOME, "payouts": [_paid("2026-05")]}
    yield State("several things to go on with", "go-on", begun)
    yield State("payout of one month", "payout", {"payouts": [_paid("2026-05")]})
    yield State("payout with each verdict", "payout", {"payouts": each})
    yield State("payout of twelve months", "payout", {"payouts": [_paid(month) for month in A_YEAR]})
    opened = dict(zip(NAMES, _paid("2026-07", subsidy="18480"), strict=False))
    yield State("payout with a month begun", "payout", {"payouts": each, "payout-open": opened})
    one_less = press("button[name=remove]")
    yield State("payout with a month removed", "payout-month", {"payouts": each}, act=one_less, start="payout")
    added_up = _paid("2026-05", ceiling_kind="added-up", subsidy="17000")
    yield State("payout with a ceiling added up", "payout", {"payouts": [added_up]})
    yield State("payout in error", "payout", act=press("#main form .button-primary"))


def _examples() -> Iterator[State]:
    yield State("examples", "examples")
    for person in PERSONS.values():
        yield State(f"example {person.key}", "example", arguments={"person": person})
        yield State(f"example {person.key} large", "example-large", arguments={"person": person})
    own = {"eligibility": FITTING, "income": INCOME}
    yield State("example instead of own answers", "use-example", own, {"person": PERSON},
                press("#main form button"), start="example")  # fmt: skip


def _take_along() -> Iterator[State]:
    own = {"eligibility": FITTING, "income": INCOME, "income-cases": [INCOME]}
    yield State("take along nothing", "take-along")
    yield State("take along answers", "take-along", {"eligibility": FITTING})
    yield State("take along everything", "take-along", own)
    yield State(
        "take along in error",
        "take-along",
        own,
        act=filled({"decided-day": "1", "decided-month": "1", "decided-year": "1900"}),
    )
    link = write(data_of(PERSON))
    yield State("link to paste", "open-link")
    yield State("link in error", "open-link", act=filled({"link": "#v1.nothing"}))
    yield State("link to confirm", "open-link", act=filled({"link": link}))
    yield State("link instead of own answers", "open-link", own, act=filled({"link": link}))
    yield State("used link without a link", "use-link")


def _errors() -> Iterator[State]:
    yield State("not found", "", address="/nowhere/", fault="404")
    yield State("form without its token", "income", {"income": INCOME}, act=send_without_token, fault="403")
    yield State("form after deleting", "income", {"income": INCOME}, act=delete_in_another_tab, fault="403")
    yield State("question left out", "eligibility:question", {"eligibility": FITTING},
                {"question": BY_KEY["pace-percent"]}, leave_a_question_out_in_another_tab, fault="409")  # fmt: skip


def page_patterns() -> set[str]:
    """The names of all URL patterns that lead to a page."""

    def names(resolver: URLResolver, space: str = "") -> Iterator[str]:
        for pattern in resolver.url_patterns:
            if isinstance(pattern, URLPattern):
                yield space + str(pattern.name)
            elif pattern.namespace != "api":
                yield from names(pattern, f"{pattern.namespace}:" if pattern.namespace else space)

    return set(names(get_resolver())) - set(NOT_PAGES)
