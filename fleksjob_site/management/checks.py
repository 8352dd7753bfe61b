"""System checks that warn of outdated content: documents, announced changes of the law, and years in texts."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from typing import Any

from babel.messages.pofile import read_po
from django.conf import settings
from django.core.checks import CheckMessage, Warning
from django.utils.timezone import localdate

from eligibility.law.changes import ANNOUNCED
from fleksjob_site.kernel.document import Document
from fleksjob_site.texts.languages import LAW_LANGUAGE
from fleksjob_site.texts.sources import DOCUMENTS


def check_outdated(**_options: Any) -> list[CheckMessage]:
    """Warnings about documents, announced changes and texts as of today."""
    today = localdate()
    return [*not_read_recently(DOCUMENTS, today), *overdue(ANNOUNCED, today), *outdated(_messages(), today)]


def not_read_recently(documents: Mapping[str, Document], today: date) -> Iterator[CheckMessage]:
    """Documents that were last read more than twelve months ago, in one warning."""
    old = sorted(
        name for name, document in documents.items() if document.verified and _reread_deadline(document) < today
    )
    if old:
        yield Warning(
            f"Last read more than 12 months ago: {', '.join(old)}.",
            hint="Read each again at its address and set `verified` in kernel/law.py, kernel/practice.py or "
            "texts/sources.toml. `manage.py where` prints what rests on it.",
            id="fleksjob_site.W001",
        )


def _reread_deadline(document: Document) -> date:
    day = document.verified
    assert day
    return date(day.year + 1, day.month, min(day.day, 28))


def overdue(announced: Mapping[date, str], today: date) -> Iterator[CheckMessage]:
    """Changes of the law whose date has passed."""
    for day, what in announced.items():
        if day <= today:
            yield Warning(
                f"Announced for {day}: {what}.",
                hint="Find out what became of it. Write the new rules beside the old in eligibility/law/changes.py and "
                "what reads it, and the new numbers into kernel/concordance.py.",
                id="fleksjob_site.W002",
            )


# "As it is in 2026", but not "In 2023 the Board upheld …", which stays true.
_YEAR = re.compile(r"\b(?:in|for) (20\d\d)\b", re.IGNORECASE)
_PAST = re.compile(r"\b(?:was|were|had|did|kept|upheld|wrote|made|took|gave|came|began|begun|\w+ed)\b")


def outdated(messages: Iterable[str], today: date) -> Iterator[CheckMessage]:
    """Sentences that speak of an earlier year as the present."""
    for message in messages:
        for sentence in re.split(r"(?<=[.?!]) ", message):
            years = [int(year) for year in _YEAR.findall(sentence)]
            if years and max(years) < today.year and not _PAST.search(sentence):
                yield Warning(
                    f"A text speaks of {max(years)} as the present: {sentence}",
                    hint="Let the text name the year and the amount of the day, or say that it is history.",
                    id="fleksjob_site.W003",
                )


def _messages() -> Iterator[str]:
    """The source texts, from the catalog that holds all of them."""
    path = settings.BASE_DIR / "locale" / LAW_LANGUAGE.code / "LC_MESSAGES" / "django.po"
    with path.open("rb") as file:
        for message in read_po(file):
            yield from [message.id] if isinstance(message.id, str) else message.id
