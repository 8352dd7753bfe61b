"""Everything that can be found: sections of pages, words of the word list, and questions of the walk.

The texts are those of the pages themselves, rendered by their own views for a visitor who has entered nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import resolve, reverse
from django.utils.translation import gettext as _

from eligibility.law.questions import QUESTIONS
from eligibility.law.questions.question import Question
from fleksjob_site.pages.guides import GUIDES
from fleksjob_site.personas.persons import PERSONS, Person
from fleksjob_site.search.sections import Section, read_page
from fleksjob_site.serving.sessions import Session
from fleksjob_site.texts.languages import LANGUAGES
from fleksjob_site.texts.rich import rich
from fleksjob_site.texts.words import WORDS, Word
from fleksjob_site.texts.writing import page_language

PAGES = (
    "eligibility:start", "income", "year", "own-business", "allowance", "other-roads", "wage-ceiling", "payout",
    "employer-income", "employer-steps", "employer-full-time-wage", "examples",
    "go-on", "take-along", "open-link", "delete-answers",
    *(guide.key for guide in GUIDES if guide.key != "all-pages"),
)  # fmt: skip
"""The names of the pages that are searched."""

_LEFT_OUT = {"pages", "themes", "result-heading"}
"""Sections that only list what else there is, or wait for a result, by their anchors."""


class Kind(Enum):
    """What a hit leads to; the value is how much it counts beside a section of a page."""

    PAGE = 1.0
    WORD = 0.75
    QUESTION = 0.6
    EXAMPLE = 0.4


@dataclass(frozen=True, slots=True)
class Entry:
    """Something that can be found. `key` names it in the data file: a page's name, with `#anchor` for a section."""

    key: str
    kind: Kind
    url: str
    title: str
    section: str
    texts: tuple[str, ...]
    also: str = ""
    """Words that are not shown but lead here."""


def entries() -> Iterator[Entry]:
    """All entries in the active language."""
    for name in PAGES:
        yield from _page(name)
    yield from map(_word, WORDS.values())
    yield from map(_question, QUESTIONS)
    yield from map(_example, PERSONS.values())


def _page(name: str) -> Iterator[Entry]:
    url = reverse(name)
    page = read_page(rendered(url))
    whole: list[Section] = page.sections[:1] if name == "words" else page.sections
    for section in whole:
        if section.anchor not in _LEFT_OUT:
            mark = f"#{section.anchor}" if section.anchor else ""
            yield Entry(name + mark, Kind.PAGE, url + mark, page.title, section.heading, tuple(section.texts))


def _word(word: Word) -> Entry:
    """A word, which can be found by its names in every language."""
    here = word.terms[page_language().code]
    # The names of the other languages are brackets after it, as in the word list.
    others = dict.fromkeys(word.terms[each.code].word for each in LANGUAGES)
    others.pop(here.word, None)
    name = f"{here.word} ({', '.join(others)})" if others else here.word
    also = [other for term in word.terms.values() for other in term.also]
    url = f"{reverse('words')}#{word.key}"
    return Entry(f"words#{word.key}", Kind.WORD, url, _("Word list"), name, (_plain(here.definition),), " ".join(also))


def _question(question: Question) -> Entry:
    url = reverse("eligibility:question", kwargs={"question": question})
    choices = getattr(question.answer, "choices", ())
    texts = (_(question.why), _(question.example), *(_(choice.text) for choice in choices))
    told = tuple(_plain(text) for text in texts if text)
    return Entry(f"question#{question.key}", Kind.QUESTION, url, _("Can I get a flexi-job?"), _(question.text), told)


def _example(person: Person) -> Entry:
    told = person.descriptions[page_language().code]
    url = reverse("example", kwargs={"person": person})
    return Entry(f"example#{person.key}", Kind.EXAMPLE, url, _("Examples"), told.heading, (told.summary, told.story))


def _plain(text: str) -> str:
    """A text with its links and marks taken out."""
    page = read_page(f"<main><p>{rich(text)}</p></main>")
    return " ".join(page.sections[0].texts)


def rendered(url: str) -> str:
    """A page as its own view shows it to somebody who has entered nothing."""
    request = HttpRequest()
    host = settings.ALLOWED_HOSTS[0].lstrip(".") if settings.ALLOWED_HOSTS else "localhost"
    scheme = "https" if settings.SECURE_SSL_REDIRECT else "http"
    request.META |= {"HTTP_HOST": host, "SERVER_NAME": host, "SERVER_PORT": "80", "wsgi.url_scheme": scheme}
    if settings.SECURE_PROXY_SSL_HEADER:
        request.META[settings.SECURE_PROXY_SSL_HEADER[0]] = scheme
    request.method, request.path = "GET", url
    request.path_info = url
    # The types know only Django's own sessions.
    told: Any = Session({})
    request.session = told
    match = request.resolver_match = resolve(url)
    response = match.func(request, *match.args, **match.kwargs)
    return str(response.content.decode())
