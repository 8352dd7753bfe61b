"""The example persons as pages: the gallery, a person in full or in large type, and using their answers."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.timezone import localdate

from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.outcome import Outcome
from eligibility.law.questions import BY_KEY
from eligibility.pages.timeline_chart import chart
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.personas.persons import (
    AS_ON,
    PERSONS,
    Example,
    Person,
    data_of,
    example_of,
    is_example,
    neighbours,
)
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.public_pages import public_page
from fleksjob_site.serving.security import from_another_site
from fleksjob_site.serving.views import personal_form, personal_page, render_personal
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.visitor import replace_data, visitor_data


@public_page
def gallery(request: HttpRequest) -> HttpResponse:
    """All persons, grouped by outcome."""
    groups: dict[Outcome, list[Example]] = {}
    for person in PERSONS.values():
        example = example_of(person)
        groups.setdefault(example.assessment.outcome, []).append(example)
    return render(request, "personas/gallery.html", {"groups": groups, **_days()})


@personal_page
def example(request: HttpRequest, person: Person) -> HttpResponse:
    """One person: who it is, the outcome with its reasons, the dates, and the income step by step."""
    return render(request, "personas/example.html", _context(person))


@public_page
def large(request: HttpRequest, person: Person) -> HttpResponse:
    """The same in short and in large type, for a screen that several people look at."""
    before, after = neighbours(person)
    return render(request, "personas/large.html", {**_context(person), "before": before, "after": after})


@personal_form
def use(request: HttpRequest, person: Person) -> HttpResponse:
    """Let the visitor continue with a person's answers; their own are replaced only after confirmation."""
    to_payout = bool(person.payout and "payout" in (request.POST or request.GET))
    visitor, open_payout = visitor_data(request), request.session.get(Entry.OPEN_PAYOUT)
    # An unchanged example does not count as the visitor's own answers.
    own = open_payout or (visitor and not is_example(visitor))
    if request.method != "POST":
        # Another site could see whether the visitor has any answers.
        if not own or from_another_site(request):
            return redirect("example", person=person)
        request.after_address = "?payout" if to_payout else ""  # type: ignore[attr-defined]
        asked = {"person": person, "held": visitor, "payouts": visitor.payouts or open_payout, "to_payout": to_payout}
        return render_personal(request, "personas/replace.html", asked)
    if own and "replace" not in request.POST:
        return redirect(request.path + ("?payout" if to_payout else ""))
    replace_data(request, data_of(person))
    # The page that lists every answer with a link to change it.
    return redirect("payout" if to_payout else "eligibility:check")


def _context(person: Person) -> dict[str, Any]:
    example = example_of(person)
    timeline = example.assessment.timeline
    return {
        "person": person,
        "answers": [(BY_KEY[key], answer) for key, answer in example.walk.answers.items()],
        "assessment": example.assessment,
        "chart": chart(timeline) if timeline and timeline.events else None,
        "result": example.result,
        "income": data_of(person).total(AS_ON),
        "check": example.check,
        **_days(),
    }


def _days() -> dict[str, Any]:
    """The day of the examples and the day of the rules; whether the law may have changed is judged as of today."""
    return {
        "as_on": AS_ON,
        "month": Month.of(AS_ON),
        "rules_checked": RULES_CHECKED,
        "new_act_expected": NEW_ACT_EXPECTED,
        "rules_may_have_changed": localdate() >= NEW_ACT_EXPECTED,
    }
