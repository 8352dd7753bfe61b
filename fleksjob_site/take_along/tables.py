"""The income cases and their curves as tables for a spreadsheet, in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from django.utils.translation import gettext as _

from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import Hours, Percent, Text
from fleksjob_site.texts.languages import Language
from fleksjob_site.texts.sources import cited
from fleksjob_site.texts.spreadsheet import Cell, as_csv
from fleksjob_site.texts.writing import say
from salary.law.calculation import Result
from salary.law.case import Case
from salary.law.cases import compare
from salary.law.curve import Curve, curve_of
from salary.law.curve_table import table
from salary.pages.compared import ComparedCase
from salary.pages.income_fields import IncomeFields

Line = tuple[str, Decimal | None, str]
"""Label, amount and unit."""


def cases_table(cases: tuple[ComparedCase, ...], habits: Language | None = None) -> str:
    """For each case the input, the result, each step with its arithmetic, and the rates used, with their sources.

    `habits` are those of the spreadsheet, here and in the other tables, where they are not those of the page.
    """
    heading: list[Cell] = [_("case"), _("year"), _("month"), _("part"), _("line"), _("amount"), _("unit")]
    heading += [_("how it is worked out"), _("source"), _("how sure"), _("address")]
    return as_csv(
        [
            heading,
            *(row for number, compared in enumerate(cases) for row in _of_case(compared, first=number == 0)),
        ],
        habits,
    )


def curve_table(cases: tuple[Case, ...], habits: Language | None = None) -> str:
    """The result for each whole number of paid hours in each case that has a curve: the rows that the page shows."""
    heading: list[Cell] = [
        _("case"),
        _("year"),
        _("month"),
        _("paid hours a week"),
        _("wage from the flexi-job, DKK a month before tax"),
        _("other income, DKK a month before tax"),
        _("subsidy, DKK a month before tax"),
        _("total, DKK a month before tax"),
        _("what is special here"),
    ]
    named = ((compared.name, curve_of(compared.result.case)) for compared in compare(cases))
    return as_csv([heading, *(row for name, curve in named if curve for row in _of_curve(name, curve))], habits)


def has_curve(cases: Iterable[Case]) -> bool:
    """Whether at least one case has a curve, that is, a known pay."""
    return any(curve_of(case) for case in cases)


def _case(name: Text, case: Case) -> list[Cell]:
    """Which case a row belongs to; the month as two numbers, which no spreadsheet turns into a day."""
    return [say(name), Decimal(case.month.year), Decimal(case.month.month)]


def _of_case(compared: ComparedCase, *, first: bool) -> Iterator[list[Cell]]:
    result = compared.result
    difference = [] if first else _differences(compared)
    case = _case(compared.name, result.case)
    for line in _entered(result.case):
        yield [*case, _("entered"), *line, "", "", "", ""]
    for line in (*_lines(result), *_on_account(compared), *difference):
        yield [*case, _("the result"), *line, "", "", "", ""]
    for step in (*result.steps, *compared.steps_to_account):
        unit = (
            _("hours a week") if isinstance(step.amount, Hours) else _("DKK a month") if step.amount is not None else ""
        )
        yield [*case, _("the calculation"), say(step.label), step.amount, unit, say(step.sum), *_origin(step.sources)]
    for named in result.rates.subsidy_figures():
        unit = "%" if isinstance(named.value, Percent) else _("DKK")
        yield [*case, _("the rates"), _(named.label), named.value, unit, "", *_origin([named.figure.source])]
    for note in result.notes:
        yield [*case, _("note"), say(note), None, "", "", "", "", ""]


def _entered(case: Case) -> Iterator[Line]:
    """The input of the calculation with the labels of the form, without empty fields."""
    month, hours = _("DKK a month"), _("hours a week")
    given = case.fields
    names = (
        (_label("hours_per_week"), "hours_week", hours),
        (_label("efficiency_percent"), "pace_percent", "%"),
        (_kind("hourly"), "hourly_wage", _("DKK an hour")),
        (_kind("full-time"), "full_time_wage_month", month),
        (_kind("month"), "wage_month", month),
        (_label("pension_on_top_percent"), "pension_on_top_percent", "%"),
        (_label("ceiling_added_up" if case.ceiling_is_assumed else "ceiling_month"), "ceiling_month", month),
        (_label("supplements_full_time_month"), "supplements_full_time_month", month),
        (_label("other_wage_month"), "other_wage_month", month),
        (_label("side_business_month"), "side_business_month", month),
        (_label("full_time_hours_per_week"), "full_time_hours_week", hours),
    )
    return ((label, given[name], unit) for label, name, unit in names if given[name] is not None)


def _label(field: str) -> str:
    return str(IncomeFields.base_fields[field].label)


def _kind(key: str) -> str:
    return str(IncomeFields.choice("wage_kind", key))


def _lines(result: Result) -> Iterator[Line]:
    """Every amount of the result with the labels of the income page, without unknown ones."""
    month = _("DKK a month")
    ceiling = _("Wage ceiling, assumed") if result.wage.ceiling_assumed else _("Wage ceiling")
    lines: tuple[Line, ...] = (
        (_("Paid hours a week"), result.wage.paid_hours_week, _("hours a week")),
        (_("Wage from the flexi-job"), result.wage.month, month),
        (_("Wage with other income"), result.subsidy.all_wage, month),
        (_("Full-time wage based on the pay you entered"), result.wage.full_time_month, month),
        (ceiling, result.wage.ceiling_month, month),
        (_("Reduction because of your wage"), result.subsidy.reduction, month),
        (_("Subsidy before the wage ceiling"), result.subsidy.before_ceiling, month),
        (_("Taken off by the wage ceiling"), result.subsidy.ceiling_cut, month),
        (_("Subsidy before it is rounded"), result.subsidy.unrounded, month),
        (_("Subsidy from the municipality"), result.subsidy.rounded, month),
        (_("ATP withheld"), result.atp_month, month),
        (_("Paid out by the municipality before tax"), result.payout_month, month),
        (_("Pension that the state adds"), result.obligatory_pension_month, month),
        (_("Total before tax"), result.total_month, month),
    )
    return (line for line in lines if line[1] is not None)


def _on_account(compared: ComparedCase) -> Iterator[Line]:
    """What reaches the account; after tax only if the person wants it in files. Of a range both ends."""
    month, lines = _("DKK a month"), compared.headlines
    if lines.total.is_range:
        yield _("Total before tax, at the most"), lines.total.most, month
    if lines.account:
        yield _("To your account before tax"), lines.account.least, month
    if lines.after_tax and compared.tax_in_letter:
        yield _("After tax with your tax card"), lines.after_tax.least, month


def _differences(compared: ComparedCase) -> list[Line]:
    after_tax = compared.after_tax_difference if compared.tax_in_letter else None
    lines = (
        (_("Difference in what reaches your account before tax"), compared.account_difference),
        (_("Difference in total before tax"), compared.total_difference),
        (_("Difference after tax"), after_tax),
    )
    return [(label, amount, _("DKK a month")) for label, amount in lines if amount is not None]


def _of_curve(name: Text, curve: Curve) -> Iterator[list[Cell]]:
    for row in table(curve):
        point, special = row.point, [say(row.kink.name)] if row.kink else []
        special += [_("You are here")] if row.here else []
        amounts = (point.hours, point.wage, point.other_wage, point.subsidy_month, point.total_month)
        yield [*_case(name, curve.case), *amounts, ". ".join(special)]


def _origin(sources: Iterable[Source]) -> tuple[str, str, str]:
    """The sources of a line, their status and their URLs; one status if they all share it."""
    named = list(map(cited, sources))
    sure = [_(source.status.label) for source in named]
    return (
        "; ".join(source.place for source in named),
        "; ".join(sure if len(set(sure)) > 1 else sure[:1]),
        " ".join(dict.fromkeys(source.url for source in named)),
    )
