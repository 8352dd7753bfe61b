"""The year, month by month, as a table for a spreadsheet and as a calendar file, in the language of the page."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from hashlib import sha256

from django.utils.translation import gettext as _
from icalendar import CLASS, TRANSP, Event

from fleksjob_site.kernel.text import Kroner
from fleksjob_site.take_along.calendar import new_calendar
from fleksjob_site.texts.languages import Language
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.spreadsheet import Cell, as_csv
from fleksjob_site.texts.writing import fill, say
from salary.law.year.remarks import remarks_on
from salary.law.year.rows import Row, Year


def year_table(year: Year, habits: Language | None = None) -> str:
    """A line for each month, with what is said of it, and the sums."""
    heading: list[Cell] = [
        _("year"),
        _("month"),
        _("wage with pension, DKK before tax"),
        _("wage to the account, DKK before tax"),
        _("subsidy, DKK before tax"),
        _("subsidy at most, DKK before tax"),
        _("other benefits, DKK before tax"),
        _("ATP on the subsidy, DKK"),
        _("to the account, DKK before tax"),
        _("to the account, DKK after tax"),
        _("rates of"),
        _("what happens"),
    ]
    return as_csv([heading, *(_line(row, year) for row in year.rows), _sums(year)], habits)


def _line(row: Row, year: Year) -> list[Cell]:
    return [
        str(row.month.year),
        str(row.month.month),
        row.wage,
        row.wage_paid,
        row.subsidy_paid,
        row.subsidy_paid_most,
        row.benefit_paid,
        row.atp,
        row.account_before_tax,
        row.net_paid,
        say(row.rates_month),
        " ".join(say(remark.text) for remark in remarks_on(row, year)),
    ]


def _sums(year: Year) -> list[Cell]:
    sums = year.sums
    most = Kroner(sum(row.subsidy_paid_most for row in year.rows))
    amounts = (sums.wage, sums.wage_paid, sums.subsidy_paid, most, sums.benefit_paid, sums.atp)
    return [_("Together"), "", *amounts, sums.account_before_tax, sums.net, "", ""]


def calendar_of_year(year: Year, made: datetime) -> bytes:
    """An event on the first day of each month: the law names no day of payment.

    `made` is the current time with its time zone, by which calendar programs see which file is newer. Others may see
    the calendar, so a title has neither the amount nor what it is for.
    """
    rows = " ".join(f"{row.month} {row.in_hand}" for row in year.rows)
    owner = sha256(rows.encode()).hexdigest()[:16]
    file = new_calendar(_("Your year, month by month"), "year@fleksjobguiden")
    for row in year.rows:
        day = row.month.first_day
        file.add_component(
            Event.new(
                uid=f"year-{row.month}-{owner}@fleksjobguiden",
                stamp=made.astimezone(UTC),
                start=day,
                end=day + timedelta(days=1),
                summary=_("This month's payments"),
                description="\n".join(_described(row, year)),
                classification=CLASS.PRIVATE,
                transparency=TRANSP.TRANSPARENT,
            )
        )
    written: bytes = file.to_ical()
    return written


def _described(row: Row, year: Year) -> list[str]:
    """What is paid, before and after tax, and what is said of the month."""
    lines = [_("Wage with pension: {amount} before tax"), _("Subsidy: {amount} before tax")]
    found = [fill(line, amount=amount) for line, amount in zip(lines, (row.wage, row.subsidy_paid), strict=True)]
    if row.account_before_tax is not None:
        found.append(fill(_("To your account before tax: {amount}"), amount=row.account_before_tax))
    if row.net_paid is not None:
        found.append(fill(_("To your account after tax: {amount}"), amount=row.net_paid))
    found += [say(remark.text) for remark in remarks_on(row, year)]
    found.append(_("The law sets no payment date. So this is placed on the first day of the month."))
    found.append(fill(_("Guidance only: the municipality decides. Rules checked on {checked}."), checked=RULES_CHECKED))
    return found
