"""The questions of the walk, one a page."""

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from eligibility.law.flow import Walk, comes_later, share_passed
from eligibility.law.questions import BY_KEY
from eligibility.law.questions.question import Question
from eligibility.pages.changing import FROM_OUTCOME, remember_change
from eligibility.pages.day import chosen_day, cites_the_day
from eligibility.pages.forms import AnswerForm
from eligibility.pages.views import current_walk, next_page, start_page_if_cross_site
from fleksjob_site.serving.after_form import (
    Show,
    address,
    forget_typed,
    keep_typed,
    show,
    shows,
    typed_before,
    without_errors_unless_asked,
)
from fleksjob_site.serving.parts import Entry
from fleksjob_site.serving.views import SWITCH, personal_form, render_changed, render_personal
from fleksjob_site.texts.jinja import CHANGE


@personal_form
@start_page_if_cross_site
@cites_the_day
def question(request: HttpRequest, question: Question) -> HttpResponse:
    """One question; a valid answer leads to the next, or from the check page to the first unanswered one."""
    if request.method == "POST":
        return _receive(request, question)
    step, on = current_walk(request)
    if not step.may_visit(question):
        again = next_page(step)
        return render_changed(request, again) if shows(request, Show.CHANGED) else redirect(again)
    stored = request.session.get(Entry.WALK, {}).get(question.key)
    form = AnswerForm(question, on, stored, typed_before(request, question.key))
    without_errors_unless_asked(request, form)
    context: dict[str, Any] = {
        "question": question,
        "form": form,
        "action": address(request),
        "chosen_day": chosen_day(request),
    }
    if question.optional:
        context |= {"back": reverse("eligibility:outcome")}
    else:
        back = _page_changed_from(request) or _page_before(step, question)
        context |= {"back": back, "percent": round(100 * share_passed(step, question, on))}
    return render_personal(request, "eligibility/question.html", context)


def _receive(request: HttpRequest, question: Question) -> HttpResponse:
    (step, on), stored = current_walk(request), request.session.get(Entry.WALK, {})
    form = AnswerForm(question, on, stored.get(question.key), request.POST)
    switches = SWITCH in request.POST
    if not step.may_visit(question):
        if not stored:
            return redirect(next_page(step))
        if form.is_valid() and not switches and comes_later(question, stored, on):
            # A node of another release served the form, and does not ask what is open here. Keep the answer.
            return _store_and_go_on(request, question, form.cleaned_data["answer"])
        # The page was opened before other answers made its question irrelevant.
        return show(request, Show.CHANGED)
    if question.optional and form.is_empty and not switches:
        return _leave_out(request, question)
    if form.is_valid() and not switches:
        return _store_and_go_on(request, question, form.cleaned_data["answer"])
    keep_typed(request, question.key, form)
    # Whoever only switches language has not finished typing.
    return show(request, Show.TYPED if switches else Show.ERRORS)


def _store_and_go_on(request: HttpRequest, question: Question, answer: str) -> HttpResponse:
    forget_typed(request)
    old = request.session.get(Entry.WALK, {})
    before = current_walk(request)[0]
    request.session[Entry.WALK] = stored = {**old, question.key: answer}
    step, on = current_walk(request)
    # Answers that no longer count are dropped only when the walk is complete: until then they may count again.
    if step.complete:
        kept = {key: text for key, text in stored.items() if key in step.answers or _is_newer_release(key, text, on)}
        request.session[Entry.WALK] = stored = kept
    if request.GET.get(CHANGE) == FROM_OUTCOME:
        remember_change(request.session, old, stored, is_first=before.complete)
    else:
        request.session.pop(Entry.BEFORE, None)
    if question.optional:
        opened = [other for other in step.optional_open if other not in before.optional_open and other != question]
        return redirect("eligibility:question", question=opened[0]) if opened else redirect("eligibility:outcome")
    if CHANGE in request.GET:
        # First ask any questions the change adds, then return to the page it started from.
        again = _page_changed_from(request) if step.complete else address(request, path=next_page(step))
        return redirect(again or next_page(step))
    after = step.after(question) if step.may_visit(question) else None
    return redirect("eligibility:question", question=after) if after else redirect(next_page(step))


def _leave_out(request: HttpRequest, question: Question) -> HttpResponse:
    """An optional question that is left empty has no answer, and the outcome is next."""
    forget_typed(request)
    stored = request.session.get(Entry.WALK, {})
    if question.key in stored:
        request.session[Entry.WALK] = {key: text for key, text in stored.items() if key != question.key}
        request.session.pop(Entry.BEFORE, None)
    return redirect("eligibility:outcome")


def _page_changed_from(request: HttpRequest) -> str | None:
    """The page on which somebody chose to change an answer; None on the way through the questions."""
    if CHANGE not in request.GET:
        return None
    return reverse("eligibility:outcome" if request.GET[CHANGE] == FROM_OUTCOME else "eligibility:check")


def _is_newer_release(key: str, text: str, on: date) -> bool:
    """Whether an answer probably comes from a newer release: this one can't read it, so it must be kept."""
    try:
        BY_KEY[key].read(text, on)
    except (KeyError, ValueError):
        return True
    return False


def _page_before(step: Walk, question: Question) -> str:
    before = step.before(question)
    if before is None:
        return reverse("eligibility:start")
    return reverse("eligibility:question", kwargs={"question": before})
