"""Addresses of the walk; the name of a question in its address follows the language."""

from functools import cache

from django.urls import path, register_converter
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import Question
from eligibility.pages import views
from eligibility.pages.question_views import question


@cache
def _by_slug(language: str | None) -> dict[str, Question]:
    """All questions by their slugs in the language of the page, which is `language`."""
    return {gettext(question.slug): question for question in QUESTIONS}


class QuestionConverter:
    """A question by its slug in the language of the page."""

    regex = "[a-z0-9-]+"

    def to_python(self, value: str) -> Question:
        try:
            return _by_slug(get_language())[value]
        except KeyError:
            raise ValueError(value) from None

    def to_url(self, value: Question) -> str:
        return gettext(value.slug)


register_converter(QuestionConverter, "question")

app_name = "eligibility"
urlpatterns = [
    path("", views.start, name="start"),
    path(_("question/<question:question>/"), question, name="question"),
    path(_("check-your-answers/"), views.check, name="check"),
    path(_("change-back/"), views.change_back, name="change-back"),
    path(_("large-type/"), views.large, name="large"),
    path(_("outcome/"), views.outcome, name="outcome"),
    path(_("outcome/another-day/"), views.another_day, name="another-day"),
]
