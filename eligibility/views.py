"""The walk: start, one question a page, check your answers, the outcome."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localdate
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from eligibility.assessment import assess
from eligibility.flow import Walk, about_how_many, walk
from eligibility.forms import AnswerForm
from eligibility.questions import BY_KEY, QUESTIONS
from eligibility.questions.question import Question
from fleksjob_site.kernel.law import RULES_CHECKED
from fleksjob_site.security import sessionless

STORED = "eligibility"


@sessionless
@require_safe
def start(request: HttpRequest) -> HttpResponse:
    """What the walk asks and what it gives."""
    return render(request, "eligibility/start.html", {"first": QUESTIONS[0]})


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def question(request: HttpRequest, question: Question) -> HttpResponse:
    """One question; a valid answer leads to the next, or to the first open one when it was changed from the check."""
    on, stored = localdate(), request.session.get(STORED, {})
    step = walk(stored, on)
    if not step.may_visit(question):
        return redirect(_next_page(step))
    form = AnswerForm(question, on, stored.get(question.key), request.POST if request.method == "POST" else None)
    if form.is_valid():
        return _store_and_go_on(request, question, form.cleaned_data["answer"])
    context = {
        "question": question,
        "form": form,
        "number": step.number_of(question),
        "total": about_how_many(stored, on),
        "back": _page_before(step, question),
    }
    return render(request, "eligibility/question.html", context)


def _store_and_go_on(request: HttpRequest, question: Question, answer: str) -> HttpResponse:
    stored = {**request.session.get(STORED, {}), question.key: answer}
    step = walk(stored, localdate())
    # An answer that no longer counts is dropped only when all are there: until then it may count again.
    request.session[STORED] = {key: stored[key] for key in step.answers} if step.complete else stored
    after = step.after(question)
    if after is None or "change" in request.GET:
        return redirect(_next_page(step))
    return redirect("eligibility:question", question=BY_KEY[after])


@never_cache
@require_safe
def check(request: HttpRequest) -> HttpResponse:
    """All answers on one page, each with a way to change it."""
    step = walk(request.session.get(STORED, {}), localdate())
    if not step.complete:
        return redirect(_next_page(step))
    answers = [(BY_KEY[key], answer) for key, answer in step.answers.items()]
    return render(request, "eligibility/check.html", {"answers": answers, "last": answers[-1][0]})


@never_cache
@require_safe
def outcome(request: HttpRequest) -> HttpResponse:
    """What the answers point to, and why."""
    on = localdate()
    step = walk(request.session.get(STORED, {}), on)
    if not step.complete:
        return redirect(_next_page(step))
    context = {
        "assessment": assess(step.answers, on),
        "carries_hours": "hours-per-week" in step.answers,
        "on": on,
        "rules_checked": RULES_CHECKED,
    }
    return render(request, "eligibility/outcome.html", context)


def _next_page(step: Walk) -> str:
    if step.next is None:
        return reverse("eligibility:check")
    return reverse("eligibility:question", kwargs={"question": step.next})


def _page_before(step: Walk, question: Question) -> str:
    before = step.before(question)
    if before is None:
        return reverse("eligibility:start")
    return reverse("eligibility:question", kwargs={"question": BY_KEY[before]})
