"""Django's system checks of the rates. They only warn, since the site works without the newest rates."""

from typing import Any

from django.core.checks import CheckMessage, Warning
from django.utils.timezone import localdate

from salary.law.rates import periods
from salary.law.upkeep import Draft, MissingMonth, upkeep


def check_rates(**_options: Any) -> list[CheckMessage]:
    """Warnings about the rate files as of today."""
    return [_warning(need) for need in upkeep(localdate(), periods())]


def _warning(need: MissingMonth | Draft) -> Warning:
    match need:
        case MissingMonth(month):
            year = month.year
            command = f"manage.py draft_rates {year} --tilpasningsprocent X"
            hint = f"Write salary/law/rates/{year}.toml; {command} drafts it."
            return Warning(str(need), hint=hint, id="salary.W001")
        case Draft():
            # Pages and API offer every month that a file covers, so a draft is in use from the day it is there.
            hint = "Put the published figures, their sources and statuses into the file."
            return Warning(str(need), hint=hint, id="salary.W003")
