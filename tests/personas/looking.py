"""How the tests look at the pages of the example persons."""

import re
from html import unescape

import pytest
from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.personas.persons import PERSONS, Person
from fleksjob_site.texts.writing import say
from fleksjob_site.visitor import VisitorData, visitor_data

LANGUAGES = ("da", "en")

each_person = pytest.mark.parametrize("person", PERSONS.values(), ids=PERSONS)
each_language = pytest.mark.parametrize("language", LANGUAGES)


def address(name: str, language: str, person: Person | None = None) -> str:
    with override(language):
        return reverse(name, kwargs={"person": person} if person else {})


def shown(client: Client, name: str, language: str, person: Person | None = None) -> str:
    answer = client.get(address(name, language, person))
    assert answer.status_code == 200
    return unescape(answer.content.decode())


def main_of(html: str) -> str:
    found = re.search(r"<main.*?</main>", html, re.DOTALL)
    assert found
    return found[0]


def words_of(html: str) -> str:
    # Danish words are marked inside of sentences.
    unmarked = re.sub(r"</?i\b[^>]*>", "", main_of(html))
    return " ".join(re.sub(r"<[^>]+>", " ", unmarked).split())


def written(value: object, language: str) -> str:
    """A value as the pages write it."""
    with override(language):
        return " ".join(say(value).split())


def held(client: Client) -> VisitorData:
    """What the visitor's session holds."""
    request = HttpRequest()
    request.session = client.session
    return visitor_data(request)
