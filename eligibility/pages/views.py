"""The walk: start, check your answers, the outcome; all of it also by the rules of another day."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from eligibility.law.assessment import Assessment, assess
from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.criteria import CRITERIA
from eligibility.law.flow import Walk, walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.besides import BUSINESS_BESIDES
from eligibility.law.questions.question import Question
from eligibility.law.questions.scheme import FLEKSJOB_MAY_START
from eligibility.pages.changing import answers_before, change_of
from eligibility.pages.day import chosen_day, cites_the_day, day_of
from eligibility.pages.forms import DayForm
from eligibility.pages.timeline_chart import chart
from fleksjob_site.kernel.text import Hours, Percent
from fleksjob_site.serving.after_form import (
    Show,
    forget_typed,
    keep_typed,
    show,
    typed_before,
    without_errors_unless_asked,
)
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import from_another_site, sessionless
from fleksjob_site.serving.views import personal_form, personal_page, render_personal
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.sources import RULES_CHECKED

V = TypeVar("V", bound=Callable[..., HttpResponse])

_DAY = "another-day"


def current_walk(request: HttpRequest) -> tuple[Walk, date]:
    """The visitor's walk, and the day whose rules apply."""
    on = day_of(request)
    return walk(request.session.get(Entry.WALK, {}), on), on


@sessionless
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What the walk asks and what it gives."""
    return _start(request)


def _start(request: HttpRequest) -> HttpResponse:
    return render(request, "eligibility/start.html", {"first": QUESTIONS[0]})


def start_page_if_cross_site(view: V) -> V:
    """Show the start to visitors from another site: it could tell from a redirect what the visitor has answered."""

    @wraps(view)
    def page(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        from_outside = request.method != "POST" and from_another_site(request)
        if from_outside and kwargs.get("question") != QUESTIONS[0]:
            return _start(request)
        return view(request, *args, **kwargs)

    return cast(V, page)


@personal_page
@start_page_if_cross_site
def check(request: HttpRequest) -> HttpResponse:
    """All answers on one page, each with a way to change it."""
    step, _ = current_walk(request)
    if not step.complete:
        return redirect(next_page(step))
    answers = [(BY_KEY[key], answer) for key, answer in step.answers.items()]
    context = {"answers": answers, "last": step.last, "chosen_day": chosen_day(request)}
    return render_personal(request, "eligibility/check.html", context)


@personal_form
@start_page_if_cross_site
def outcome(request: HttpRequest) -> HttpResponse:
    """What the answers suggest, and why; a form is sent here only to switch language."""
    if request.method == "POST":
        keep_typed(request, _DAY, DayForm(request.POST))
        return show(request, Show.TYPED)
    step, on = current_walk(request)
    if not step.complete:
        return redirect(next_page(step))
    typed = typed_before(request, _DAY)
    day_form = DayForm(chosen=on) if typed is None else DayForm(typed)
    without_errors_unless_asked(request, day_form)
    return render_personal(request, "eligibility/outcome.html", _outcome_context(request, step, on, day_form))


@personal_page
@start_page_if_cross_site
@cites_the_day
def large(request: HttpRequest) -> HttpResponse:
    """The outcome in short and in large type, for a screen shared by several people."""
    step, on = current_walk(request)
    if not step.complete:
        return redirect(next_page(step))
    context = {"assessment": assess(step.answers, on, amounts_on(on)), "on": on, "rules_checked": RULES_CHECKED}
    return render_personal(request, "eligibility/large.html", context)


def _outcome_context(request: HttpRequest, step: Walk, on: date, day_form: DayForm) -> dict[str, Any]:
    assessment: Assessment = assess(step.answers, on, amounts_on(on))
    hours = step.answers.get("hours-per-week")
    return {
        "assessment": assessment,
        "change": change_of(request.session, assessment, on),
        "chart": chart(assessment.timeline) if assessment.timeline and assessment.timeline.events else None,
        "start_question": FLEKSJOB_MAY_START if step.may_visit(FLEKSJOB_MAY_START) else None,
        "besides_question": BUSINESS_BESIDES if BUSINESS_BESIDES in step.optional_open else None,
        "none_besides": BUSINESS_BESIDES if step.answers.get(BUSINESS_BESIDES.key) == "none" else None,
        "changes": _changeable_questions(step),
        "has_side_business": step.answers.get(BUSINESS_BESIDES.key) == "side-business",
        "can_carry_hours": bool(hours) and isinstance(hours, Hours),
        "pace_unknown": not isinstance(step.answers.get("pace-percent"), Percent),
        "on": on,
        "chosen_day": chosen_day(request),
        "day_form": day_form,
        "rules_checked": RULES_CHECKED,
        "new_act_expected": NEW_ACT_EXPECTED,
    }


@personal_form
def another_day(request: HttpRequest) -> HttpResponse:
    """Show the rules of another day, or of today again when no day is given."""
    if request.method != "POST":
        return redirect("eligibility:outcome")
    form = DayForm(request.POST)
    if not form.is_valid():
        keep_typed(request, _DAY, form)
        return show(request, Show.ERRORS, reverse("eligibility:outcome"))
    forget_typed(request)
    if form.cleaned_data["day"]:
        request.session[Entry.DAY] = form.cleaned_data["day"].isoformat()
    else:
        request.session.pop(Entry.DAY, None)
    return redirect("eligibility:outcome")


def _changeable_questions(step: Walk) -> dict[str, list[Question]]:
    """For each condition, the questions whose answers can be changed: those asked or open."""
    return {
        criterion.key: [BY_KEY[key] for key in criterion.questions if step.may_visit(BY_KEY[key])]
        for criterion in CRITERIA
    }


@personal_form
def change_back(request: HttpRequest) -> HttpResponse:
    """Take back the last change from the outcome."""
    before = answers_before(request.session)
    if request.method == "POST" and before:
        request.session[Entry.WALK] = before
        request.session.pop(Entry.BEFORE, None)
    return redirect("eligibility:outcome")


def next_page(step: Walk) -> str:
    """The page of the first open question, or of all answers where none is open."""
    if step.next is None:
        return reverse("eligibility:check")
    return reverse("eligibility:question", kwargs={"question": step.next})
