"""The walk: start, one question a page, check your answers, the outcome; all of it also by the rules of another day."""

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
from eligibility.law.flow import Walk, comes_later, share_passed, walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import Question
from eligibility.law.questions.scheme import FLEKSJOB_MAY_START
from eligibility.pages.changing import FROM_OUTCOME, answers_before, change_of, remember_change
from eligibility.pages.day import chosen_day, cites_the_day, day_of
from eligibility.pages.forms import AnswerForm, DayForm
from eligibility.pages.timeline_chart import chart
from fleksjob_site.kernel.text import Hours, Percent
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.security import from_another_site, sessionless
from fleksjob_site.serving.views import SWITCH, personal_form, personal_page, render_changed, render_personal
from fleksjob_site.texts.amounts import amounts_on
from fleksjob_site.texts.sources import RULES_CHECKED

V = TypeVar("V", bound=Callable[..., HttpResponse])


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


@personal_form
@start_page_if_cross_site
@cites_the_day
def question(request: HttpRequest, question: Question) -> HttpResponse:
    """One question; a valid answer leads to the next, or from the check page to the first unanswered one."""
    (step, on), stored = current_walk(request), request.session.get(Entry.WALK, {})
    sent = request.method == "POST"
    form = AnswerForm(question, on, stored.get(question.key), request.POST if sent else None)
    if not step.may_visit(question):
        if not (sent and stored):
            return redirect(_next_page(step))
        if form.is_valid() and SWITCH not in request.POST and comes_later(question, stored, on):
            # A node of another release served the form, and does not ask what is open here. Keep the answer.
            return _store_and_go_on(request, question, form.cleaned_data["answer"])
        # The page was opened before other answers made its question irrelevant.
        return render_changed(request, _next_page(step))
    if SWITCH in request.POST:
        # The visitor only switches language, and has not finished typing.
        form.errors.clear()
    elif form.is_valid():
        return _store_and_go_on(request, question, form.cleaned_data["answer"])
    context: dict[str, Any] = {"question": question, "form": form, "chosen_day": chosen_day(request)}
    if question.optional:
        context |= {"back": reverse("eligibility:outcome")}
    else:
        back = _page_changed_from(request) or _page_before(step, question)
        context |= {"back": back, "percent": round(100 * share_passed(step, question, on))}
    return render_personal(request, "eligibility/question.html", context)


def _store_and_go_on(request: HttpRequest, question: Question, answer: str) -> HttpResponse:
    old = request.session.get(Entry.WALK, {})
    was_complete = current_walk(request)[0].complete
    request.session[Entry.WALK] = stored = {**old, question.key: answer}
    step, on = current_walk(request)
    # Answers that no longer count are dropped only when the walk is complete: until then they may count again.
    if step.complete:
        kept = {key: text for key, text in stored.items() if key in step.answers or _is_newer_release(key, text, on)}
        request.session[Entry.WALK] = stored = kept
    if request.GET.get("change") == FROM_OUTCOME:
        remember_change(request.session, old, stored, is_first=was_complete)
    else:
        request.session.pop(Entry.BEFORE, None)
    if question.optional:
        return redirect("eligibility:outcome")
    if "change" in request.GET:
        # First ask any questions the change adds, then return to the page it started from.
        again = _page_changed_from(request) if step.complete else f"{_next_page(step)}?{request.GET.urlencode()}"
        return redirect(again or _next_page(step))
    after = step.after(question) if step.may_visit(question) else None
    return redirect("eligibility:question", question=after) if after else redirect(_next_page(step))


@personal_page
@start_page_if_cross_site
def check(request: HttpRequest) -> HttpResponse:
    """All answers on one page, each with a way to change it."""
    step, _ = current_walk(request)
    if not step.complete:
        return redirect(_next_page(step))
    answers = [(BY_KEY[key], answer) for key, answer in step.answers.items()]
    context = {"answers": answers, "last": step.last, "chosen_day": chosen_day(request)}
    return render_personal(request, "eligibility/check.html", context)


@personal_form
@start_page_if_cross_site
def outcome(request: HttpRequest) -> HttpResponse:
    """What the answers suggest, and why; a form is sent here only to switch language."""
    step, on = current_walk(request)
    if not step.complete:
        return redirect(_next_page(step))
    day_form = DayForm(request.POST) if SWITCH in request.POST else DayForm(chosen=on)
    day_form.errors.clear()
    return render_personal(request, "eligibility/outcome.html", _outcome_context(request, step, on, day_form))


@personal_page
@start_page_if_cross_site
@cites_the_day
def large(request: HttpRequest) -> HttpResponse:
    """The outcome in short and in large type, for a screen shared by several people."""
    step, on = current_walk(request)
    if not step.complete:
        return redirect(_next_page(step))
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
        "changes": _changeable_questions(step),
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
        step, on = current_walk(request)
        if not step.complete:
            return redirect(_next_page(step))
        return render_personal(request, "eligibility/outcome.html", _outcome_context(request, step, on, form))
    if form.cleaned_data["day"]:
        request.session[Entry.DAY] = form.cleaned_data["day"].isoformat()
    else:
        request.session.pop(Entry.DAY, None)
    return redirect("eligibility:outcome")


def _changeable_questions(step: Walk) -> dict[str, list[Question]]:
    """For each condition, the questions whose answers can be changed: those that were asked."""
    return {
        criterion.key: [BY_KEY[key] for key in criterion.questions if key in step.answers] for criterion in CRITERIA
    }


def _page_changed_from(request: HttpRequest) -> str | None:
    """The page on which somebody chose to change an answer; None on the way through the questions."""
    if "change" not in request.GET:
        return None
    return reverse("eligibility:outcome" if request.GET["change"] == FROM_OUTCOME else "eligibility:check")


@personal_form
def change_back(request: HttpRequest) -> HttpResponse:
    """Take back the last change from the outcome."""
    before = answers_before(request.session)
    if request.method == "POST" and before:
        request.session[Entry.WALK] = before
        request.session.pop(Entry.BEFORE, None)
    return redirect("eligibility:outcome")


def _is_newer_release(key: str, text: str, on: date) -> bool:
    """Whether an answer probably comes from a newer release: this one can't read it, so it must be kept."""
    try:
        BY_KEY[key].read(text, on)
    except (KeyError, ValueError):
        return True
    return False


def _next_page(step: Walk) -> str:
    if step.next is None:
        return reverse("eligibility:check")
    return reverse("eligibility:question", kwargs={"question": step.next})


def _page_before(step: Walk, question: Question) -> str:
    before = step.before(question)
    if before is None:
        return reverse("eligibility:start")
    return reverse("eligibility:question", kwargs={"question": before})
