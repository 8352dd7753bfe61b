"""The day whose rules a visitor sees: today, or one that staff have chosen."""

from collections.abc import Callable
from datetime import date
from functools import wraps
from typing import Any, TypeVar, cast

from django.http import HttpRequest, HttpResponse
from django.utils.timezone import localdate

from eligibility.law.changes import known_day
from fleksjob_site.serving.parts import Entry
from fleksjob_site.texts.sources import as_on

V = TypeVar("V", bound=Callable[..., HttpResponse])


def chosen_day(request: HttpRequest) -> date | None:
    """The day that staff have chosen to see; None for today, or if the site does not know the rules of that day."""
    stored = request.session.get(Entry.DAY)
    day = date.fromisoformat(stored) if stored else None
    return day if day and known_day(day) else None


def day_of(request: HttpRequest) -> date:
    """The day whose rules are shown: the one that staff have chosen, or today."""
    return chosen_day(request) or localdate()


def cites_the_day(view: V) -> V:
    """Cite acts and paragraphs as they are numbered on the day that the page shows."""

    @wraps(view)
    def of_the_day(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        with as_on(day_of(request)):
            return view(request, *args, **kwargs)

    return cast(V, of_the_day)
