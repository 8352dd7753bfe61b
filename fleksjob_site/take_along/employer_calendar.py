"""The dates that an employer follows up on in a flexi-job, as a calendar file in the language of the page."""

import re
from datetime import date, datetime, timedelta

from django.utils.translation import gettext as _

from fleksjob_site.take_along.calendar import all_day, dates_id, new_calendar
from fleksjob_site.texts.rich import plain
from salary.law.employer_steps import dated

_REMINDER = timedelta(days=7)
_ONLY_A_LINK = re.compile(r"(?<=[.?!])\s+\[[^\]]*\]\([^)]*\)\.?\s*$")
"""A link that stands by itself at the end of a text. A calendar can't follow it, and its words alone say nothing."""


def calendar_of_employer(first_day: date, made: datetime) -> bytes:
    """An event for each date still to come. Others may see the calendar, so no title mentions flexi-jobs."""
    file = new_calendar(_("Follow-up at work"), "employer@fleksjobguiden")
    ahead = [(day, step) for day, step in dated(first_day) if day >= made.date()]
    owner = dates_id(f"{step.key} {day}" for day, step in ahead)
    for day, step in ahead:
        lines, uid = (in_a_calendar(_(step.text)),), f"{step.key}-{day}-{owner}"
        file.add_component(all_day(uid, _(step.title), day, lines, step.sources, made, _REMINDER))
    written: bytes = file.to_ical()
    return written


def in_a_calendar(text: str) -> str:
    """A text of the list without links."""
    return plain(_ONLY_A_LINK.sub("", text))
