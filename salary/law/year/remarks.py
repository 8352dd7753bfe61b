"""What is worth saying of a row: what happens in the month, and what the month before did to its subsidy."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_LEDIGHEDSYDELSE, BEK_SUBSIDY, LAB, LAS
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from salary.law.neighbours import ledighedsydelse_day
from salary.law.year import supplement
from salary.law.year.plan import Event, EventKind
from salary.law.year.rows import Row, Year


class RemarkKey(StrEnum):
    """Kinds of remarks; callers of the API hold these keys."""

    START = "start"
    ARREARS = "arrears"
    NEW_RATES = "new-rates"
    RATES_ASSUMED = "rates-assumed"
    CHANGE = "change"
    EVENT = "event"
    PART_OF_MONTH = "part-of-month"
    FOLLOWS = "follows"
    OPEN = "open"
    POOREST = "poorest"


@dataclass(frozen=True, slots=True)
class Remark:
    """One sentence about a month, and where it stands."""

    key: RemarkKey
    text: Text
    sources: tuple[Source, ...] = ()


def remarks_on(row: Row, year: Year) -> tuple[Remark, ...]:
    """The remarks on a row, in the order in which to read them."""
    return tuple(_remarks(row, year))


def _remarks(row: Row, year: Year) -> Iterator[Remark]:
    starts = year.plan.job_starts
    if starts and Month.of(starts) == row.month:
        yield _start(row.month, starts)
    elif row is year.rows[0] and year.plan.is_in_job(row.before.income.month):
        yield Remark(RemarkKey.ARREARS, Text(_ARREARS), (_PAID_IN_ARREARS,))
    yield from _about_rates(row, year)
    yield from _change(row)
    for event in year.plan.events_in(row.month):
        yield _event(event, row)
    yield from _of_the_month_before(row, year)
    if row is year.poorest:
        yield Remark(RemarkKey.POOREST, Text(N_("This is the month when you get the least.")))


_PAID_IN_ARREARS = Source(BEK_SUBSIDY, "§ 4, stk. 1")
_ARREARS = N_("The subsidy is set by the wage of the month before.")


def _start(month: Month, day: date) -> Remark:
    values: dict[str, Value] = {"month": month, "next": month.plus(months=1), "day": day}
    text = N_("Your job starts on {day}. The first subsidy comes in {next}, for the wage of {month}.")
    return Remark(RemarkKey.START, Text(text, values), (_PAID_IN_ARREARS,))


def _about_rates(row: Row, year: Year) -> Iterator[Remark]:
    paid_for = row.before.income.month
    if not year.plan.is_in_job(paid_for):
        return
    if row.this.rates.valid_from == row.month or (row.month.month == 1 and row.this.rates_month != row.month):
        text = N_(
            "There are new rates from {month}. The rules do not say whether they already apply to this payment. We use "
            "the rates of {paid_for}, whose wage it is for."
        )
        values: dict[str, Value] = {"month": row.month, "paid_for": paid_for}
        yield Remark(RemarkKey.NEW_RATES, Text(text, values), (Source(BEK_SUBSIDY, "§ 4, stk. 1", Status.READING),))
    in_job = (other for other in year.rows if year.plan.is_in_job(other.before.income.month))
    first_assumed = next((other for other in in_job if other.rates_assumed), None)
    if row is first_assumed:
        text = N_("The rates of {year} are not known yet. From this payment on we use those of {rates_year}.")
        values = {"year": str(paid_for.year), "rates_year": str(row.rates_month.year)}
        yield Remark(RemarkKey.RATES_ASSUMED, Text(text, values))


def _change(row: Row) -> Iterator[Remark]:
    old, new = row.before.terms, row.this.terms
    if old is new:
        return
    values: dict[str, Value] = {
        "old": Kroner(whole_kroner(old.wage.month)),
        "new": Kroner(whole_kroner(new.wage.month)),
        "next": row.month.plus(months=1),
    }
    text = N_("Your wage goes from {old} to {new} a month, pension included. The subsidy follows in {next}.")
    if old.wage.month == new.wage.month:
        text = N_("Your job changes. The subsidy follows in {next}.")
    yield Remark(RemarkKey.CHANGE, Text(text, values), (_PAID_IN_ARREARS,))


def _event(event: Event, row: Row) -> Remark:
    message, sources = _EVENTS[event.kind]
    return Remark(
        RemarkKey.EVENT,
        Text(
            message,
            {
                "amount": Kroner(event.amount),
                "days": str(event.days),
                "a_day": ledighedsydelse_day(row.this.rates),
            },
        ),
        sources,
    )


_EVENTS: dict[EventKind, tuple[str, tuple[Source, ...]]] = {
    EventKind.HOLIDAY_SUPPLEMENT: (
        N_("Your holiday supplement (ferietillæg) of {amount} comes with the wage."),
        (*supplement.SOURCES, Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 11")),
    ),
    EventKind.FREE_CHOICE: (
        N_(
            "{amount} from your free-choice or public-holiday account comes with the wage. It counts as wage for this "
            "month only."
        ),
        (Source(BEK_SUBSIDY, "§ 12, stk. 4"),),
    ),
    EventKind.HOLIDAY_UNPAID: (
        N_(
            "Days of holiday without pay: {days}. The act gives a subsidy during holiday with pay or holiday money. "
            "It does not say whether there is any for days without pay. Ask the municipality first."
        ),
        (Source(LAB, "§ 124, stk. 1", Status.READING), Source(BEK_SUBSIDY, "§ 2, stk. 2", Status.READING)),
    ),
    EventKind.HOLIDAY_WITH_UNEMPLOYMENT_ALLOWANCE: (
        N_(
            "Days of holiday with unemployment allowance (ledighedsydelse): {days}, with {a_day} a day at the higher "
            "rate; at the lower rate you get less. They are at most 25 a holiday year together with paid holiday, and "
            "paid only from the day you give the municipality notice."
        ),
        (
            Source(BEK_SUBSIDY, "§ 10, stk. 1"),
            Source(LAS, "§ 74 e", Status.PRACTICE),
            Source(BEK_LEDIGHEDSYDELSE, "§ 21"),
        ),
    ),
    EventKind.UNPAID_LEAVE: (
        N_(
            "Days without pay: {days}. The wage is reduced for that many days. The rules do not say what else they "
            "mean for the subsidy."
        ),
        (Source(BEK_SUBSIDY, "§ 2, stk. 2", Status.READING),),
    ),
    EventKind.SICKNESS_BENEFIT: (
        N_("You get {amount} in sickness benefit. Your ATP on the benefit is not taken off here."),
        (Source(BEK_SUBSIDY, "§ 7, stk. 1"), Source(LAB, "§ 124, stk. 3")),
    ),
    EventKind.PARENTAL_BENEFIT: (
        N_("You get {amount} in parental benefit. Your ATP on the benefit is not taken off here."),
        (Source(BEK_SUBSIDY, "§ 9"), Source(LAB, "§ 124, stk. 3")),
    ),
}


def _of_the_month_before(row: Row, year: Year) -> Iterator[Remark]:
    income, subsidy = row.before.income, row.before.subsidy
    values: dict[str, Value] = {"paid_for": income.month, "least": subsidy.least, "most": subsidy.most}
    if income.days_in_job is not None:
        values["days"] = str(income.days_in_job)
        text = N_("The subsidy is for {days} working days of {paid_for}.")
        sources = (Source(BEK_SUBSIDY, "§ 2, stk. 2", Status.READING),)
        yield Remark(RemarkKey.PART_OF_MONTH, Text(text, values), sources)
    elif year.plan.is_in_job(income.month):
        if not income.wage + income.benefit:
            text = N_("There was no wage in {paid_for}, so no subsidy is paid.")
            yield Remark(RemarkKey.FOLLOWS, Text(text, values), (Source(LAB, "§ 123, stk. 1"),))
        else:
            yield from _follows(row, values)
    if subsidy.least != subsidy.most:
        text = N_(
            "The rules can be read in more than one way: the subsidy is from {least} to {most}. We use the lowest."
        )
        yield Remark(RemarkKey.OPEN, Text(text, values), _OPEN)


_OPEN = (Source(BEK_SUBSIDY, "§ 2, stk. 2", Status.READING), Source(BEK_SUBSIDY, "§ 12, stk. 2 og 4", Status.READING))


def _follows(row: Row, values: dict[str, Value]) -> Iterator[Remark]:
    """The effect of what happened in the month before, against an ordinary month of the same terms."""
    change = row.before.subsidy.least - row.before.ordinary_subsidy.least
    if not change:
        return
    text = N_("What happened in {paid_for} makes the subsidy {change} higher than in an ordinary month.")
    if change < 0:
        text = N_("What happened in {paid_for} makes the subsidy {change} lower than in an ordinary month.")
    holiday = (Source(BEK_SUBSIDY, "§ 10, stk. 2"),) if row.before.income.holiday_days else ()
    yield Remark(RemarkKey.FOLLOWS, Text(text, {**values, "change": Kroner(abs(change))}), (_PAID_IN_ARREARS, *holiday))
