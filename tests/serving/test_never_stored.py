"""No cache keeps a page that may show what a visitor has entered: neither the browser's nor one on the way."""

from itertools import product

import pytest
from django.test import Client
from django.urls import get_resolver, resolve, reverse
from django.utils.translation import override

from eligibility.law.questions import QUESTIONS
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.serving.security import NEVER_STORED
from fleksjob_site.texts.ready import READY_TEXTS
from fleksjob_site.warm_up import patterns

PLACES = {
    "question": [next(iter(QUESTIONS))],
    "person": [next(iter(PERSONS.values()))],
    "variant": ["en"],
    "key": [READY_TEXTS[0].key],
    "rest": ["v1.damaged"],
}


def personal() -> list[str]:
    """The address of every page that reads the session."""
    with override("en"):
        found = [
            reverse(name, kwargs=dict(zip(places, given, strict=True)))
            for name, places in patterns(get_resolver())
            if not name.startswith("api:") and "name" not in places
            for given in product(*(PLACES[place] for place in places))
        ]
        return [page for page in found if not getattr(resolve(page).func, "sessionless", False)]


@pytest.mark.parametrize("page", personal())
def test_a_page_that_reads_the_session_is_never_stored(client: Client, page: str) -> None:
    answer = client.get(page)
    if answer.status_code == 200:
        assert answer.headers["Cache-Control"] == NEVER_STORED
    assert "public" not in answer.headers.get("Cache-Control", "")


def test_there_are_many_of_them() -> None:
    assert len(personal()) > 30
