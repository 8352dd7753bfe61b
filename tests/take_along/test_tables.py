"""The tables, read back: the amounts of the calculation, bare numbers, and no cell that is a formula."""

import csv
import io
from collections.abc import Iterable
from decimal import Decimal

import pytest
from django.test import Client
from django.utils.translation import override

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.spreadsheet import as_csv
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.curve import curve_of
from salary.law.curve_table import table
from tests.take_along.telling import FILES, calculated

OFFICIAL = Case.from_fields(Month(2024, 5), hours_week=Decimal(18), pace_percent=Decimal(100), hourly_wage=Decimal(200))
ODD = Case.from_fields(
    Month(2026, 3), hours_week=Decimal("13.5"), pace_percent=Decimal("62.5"), hourly_wage=Decimal("163.37"),
    pension_on_top_percent=Decimal("8.75"), other_wage_month=Decimal("1234.56"),
    side_business_month=Decimal("765.43"), ceiling_month=Decimal(21000),
)  # fmt: skip
ODD_TYPED = {
    "hours_per_week": "13,5", "efficiency_percent": "62,5", "wage": "163,37", "pension_on_top_percent": "8,75",
    "other_wage_month": "1.234,56", "side_business_month": "765,43", "ceiling_month": "21.000",
    "month-month": "3", "month-year": "2026",
}  # fmt: skip
DELIMITER = {"da": ";", "en": ","}
ORE = Decimal("0.01")


def rows_of(content: bytes | str, language: str) -> list[list[str]]:
    text = content if isinstance(content, str) else content.decode()
    assert text.startswith("\ufeff")
    assert text.endswith("\r\n")
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"), newline=""), delimiter=DELIMITER[language]))
    assert len({len(row) for row in rows}) == 1
    return rows


def amount(written: str, language: str) -> Decimal | None:
    """A bare number: no thousands, no currency, the decimal mark of the language."""
    if not written:
        return None
    mark = {"da": ",", "en": "."}[language]
    assert set(written) <= set(f"-0123456789{mark}"), written
    return Decimal(written.replace(mark, "."))


def rounded(values: Iterable[Decimal | None]) -> list[Decimal | None]:
    return [None if value is None else Decimal(value).quantize(ORE) for value in values]


def got(client: Client, file: str, language: str) -> list[list[str]]:
    answer = client.get(FILES[file][language])
    assert answer.headers["Content-Type"] == "text/csv; charset=utf-8"
    return rows_of(answer.content, language)


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("typed", "case"), [({}, OFFICIAL), (ODD_TYPED, ODD)], ids=["official", "odd"])
def test_the_table_holds_the_amounts_of_the_calculation(language: str, typed: dict[str, str], case: Case) -> None:
    _, *rows = got(calculated(language, typed), "cases", language)
    part = {"da": ("resultatet", "beregningen", "satserne"), "en": ("the result", "the calculation", "the rates")}
    result, steps, rates = ([row for row in rows if row[3] == name] for name in part[language])
    expected = calculate(case)
    assert {(row[1], row[2]) for row in rows} == {(str(case.month.year), str(case.month.month))}
    *lines, account = result
    # The account is without the pension on top, without other income, and without the ATP of the subsidy.
    pension = case.gross_wage_month * case.pension_on_top_percent / 100
    reaches = expected.total_month - pension - case.other_income_month - expected.atp_month
    assert rounded([amount(account[5], language)]) == rounded([reaches])
    assert rounded(amount(row[5], language) for row in lines) == rounded(
        value
        for value in (
            expected.wage.paid_hours_week, expected.wage.month, expected.subsidy.all_wage,
            expected.wage.full_time_month,
            expected.wage.ceiling_month, expected.subsidy.reduction, expected.subsidy.before_ceiling,
            expected.subsidy.ceiling_cut, expected.subsidy.unrounded, expected.subsidy.rounded, expected.atp_month,
            expected.payout_month, expected.obligatory_pension_month, expected.total_month,
        )
        if value is not None
    )  # fmt: skip
    assert rounded(amount(row[5], language) for row in steps[:-1]) == rounded(step.amount for step in expected.steps)
    assert steps[-1][5] == account[5]
    assert all(row[7] and row[8] and row[9] and row[10].startswith("https://") for row in steps)
    figures = expected.rates.subsidy_figures()
    assert [(amount(row[5], language), row[10]) for row in rates] == [(n.figure.amount, n.figure.url) for n in figures]
    assert all(row[6] for row in rows if row[5]), "every amount has a unit"


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_curve_has_the_rows_of_the_page(language: str) -> None:
    _, *rows = got(calculated(language, ODD_TYPED), "curve", language)
    curve = curve_of(ODD)
    assert curve
    expected = table(curve)
    assert len(rows) == len(expected)
    for row, shown in zip(rows, expected, strict=True):
        point = shown.point
        values = (point.hours, point.wage, point.other_wage, point.subsidy_month, point.total_month)
        assert rounded(amount(cell, language) for cell in row[3:8]) == rounded(values)
        assert bool(row[8]) == bool(shown.kink or shown.here)


def test_kept_cases_follow_each_other_under_their_names() -> None:
    client = calculated("en", {"hours_per_week": "10"}, {"hours_per_week": "20"})
    for file in ("cases", "curve"):
        _, *rows = got(client, file, "en")
        assert list(dict.fromkeys(row[0] for row in rows)) == ["10 hours at work", "20 hours at work"]
    _, *rows = got(client, "cases", "en")
    difference = [amount(row[5], "en") for row in rows if row[4] == "Difference in total before tax"]
    fewer, more = (calculate(Case.from_fields(Month(2024, 5), hours_week=Decimal(hours), pace_percent=Decimal(100),
                                  hourly_wage=Decimal(200))).total_month for hours in (10, 20))  # fmt: skip
    assert rounded(difference) == rounded([more - fewer])


def test_a_wage_for_the_month_alone_has_no_table_of_hours() -> None:
    client = calculated("en", {"wage_kind": "month", "wage": "10000"})
    html = client.get("/en/take-along/").content.decode()
    assert FILES["cases"]["en"] in html
    assert FILES["curve"]["en"] not in html
    assert client.get(FILES["curve"]["en"]).headers["Location"] == "/en/take-along/"


@pytest.mark.parametrize("text", ["=1+1", "+45 12", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1"])
def test_text_never_starts_a_formula_and_a_negative_number_stays_a_number(text: str) -> None:
    with override("en"):
        ((written, number),) = rows_of(as_csv([[text, Decimal("-2.5")]]), "en")
    assert written == f"'{text}"
    assert number == "-2.5"


def test_no_cell_of_a_table_starts_a_formula() -> None:
    for language in ("da", "en"):
        with override(language):
            client = calculated(language, {}, ODD_TYPED)
            cells = [cell for row in got(client, "cases", language) for cell in row]
        texts = [cell for cell in cells if not cell.lstrip("-").replace(",", "").replace(".", "").isdigit()]
        assert not [cell for cell in texts if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]
