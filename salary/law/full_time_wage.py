"""The full-time wage put together from its parts, which is the wage ceiling (BEK 227/2024 §§ 12-13)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_SUBSIDY
from fleksjob_site.kernel.money import exact, whole_ore
from fleksjob_site.kernel.practice import CEILING_FORM, DECISION_39_19
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from fleksjob_site.kernel.working_time import FULL_TIME_HOURS_WEEK
from salary.law.case import ZERO, Case, FullTimeWage, HourlyWage, HoursAtWork, Pay
from salary.law.wage import wage_of


class Part(StrEnum):
    """What can be part of the full-time wage besides the wage itself, in the order of BEK 227/2024 § 12, stk. 2."""

    PERFORMANCE_PAY = "performance_pay"
    PENSION = "pension"
    FREE_CHOICE = "free_choice"
    FIXED_SUPPLEMENTS = "fixed_supplements"
    OTHER_SUPPLEMENTS = "other_supplements"
    INCONVENIENCE = "inconvenience"
    SHIFTS = "shifts"
    BONUS = "bonus"
    HOLIDAY_PAY = "holiday_pay"


PART_LABELS: Mapping[Part, str] = {
    Part.PERFORMANCE_PAY: N_("Performance pay"),
    Part.PENSION: N_("Pension"),
    Part.FREE_CHOICE: N_("Free-choice pay and public-holiday pay"),
    Part.FIXED_SUPPLEMENTS: N_("Fixed supplements"),
    Part.OTHER_SUPPLEMENTS: N_("Varying and one-off supplements"),
    Part.INCONVENIENCE: N_("Supplements for inconvenience"),
    Part.SHIFTS: N_("Supplements for evenings, nights and weekends"),
    Part.BONUS: N_("Bonus"),
    Part.HOLIDAY_PAY: N_("Holiday pay, holiday supplement and holiday difference"),
}
"""What a part is called (message ids)."""

PART_SOURCES: Mapping[Part, Source] = {
    Part.PERFORMANCE_PAY: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 3"),
    Part.PENSION: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 4"),
    Part.FREE_CHOICE: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 5, stk. 4"),
    Part.FIXED_SUPPLEMENTS: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 6"),
    Part.OTHER_SUPPLEMENTS: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 7"),
    Part.INCONVENIENCE: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 8"),
    Part.SHIFTS: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 9"),
    Part.BONUS: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 10"),
    Part.HOLIDAY_PAY: Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 11"),
}
"""Where the rules name a part."""


@dataclass(frozen=True, slots=True)
class Named:
    """Something that is part of the full-time wage or is left out of it: what it is called and means (message ids)."""

    label: str
    meaning: str
    source: Source


WAGE = Named(
    N_("Wage for full time"),
    N_("For a month or an hour. It is not lowered for a slower pace."),
    Source(BEK_SUBSIDY, "§ 12, stk. 2, nr. 1-2"),
)

PART_MEANINGS: Mapping[Part, str] = {
    Part.PERFORMANCE_PAY: N_("Pay that depends on what is achieved (resultatløn)."),
    Part.PENSION: N_(
        "The employer's share, if there is a pension in the job. The employee's own share counts only if it is not "
        "taken out of the wage."
    ),
    Part.FREE_CHOICE: N_(
        "The free-choice scheme (fritvalgsordning) and the account for public holidays (søgnehelligdagskonto). They "
        "count only in the months they are paid out."
    ),
    Part.FIXED_SUPPLEMENTS: N_("For example for qualifications, function or seniority."),
    Part.OTHER_SUPPLEMENTS: N_("What differs from month to month, or is paid once."),
    Part.INCONVENIENCE: N_("They make up for what is harder about the work (genetillæg)."),
    Part.SHIFTS: N_("Only if the employee has such shifts."),
    Part.BONUS: N_("What a full-time employee would get from a bonus scheme."),
    Part.HOLIDAY_PAY: N_("What is paid out in the month (feriegodtgørelse, ferietillæg, feriedifference)."),
}
"""What a part means (message ids): the one wording of guide, calculators and forms."""

CEILING_LINES = (WAGE, *(Named(PART_LABELS[part], PART_MEANINGS[part], PART_SOURCES[part]) for part in Part))
"""Everything that the executive order names, in its order. The list is not complete: it says "among other things"."""

LEFT_OUT = (
    Named(
        N_("Benefits in kind, such as a company car or phone"),
        N_("The National Social Appeals Board (Ankestyrelsen) has decided this."),
        Source(DECISION_39_19, "", Status.PRACTICE),
    ),
    Named(
        N_("Overtime"),
        N_("That is practice. The executive order does not name it."),
        Source(CEILING_FORM, "", Status.PRACTICE),
    ),
)
"""What is left out of the full-time wage."""


@dataclass(frozen=True, slots=True)
class PayslipPay:
    """The gross wage of a payslip, kr., and the paid hours of the same month."""

    amount: Decimal
    paid_hours_month: Decimal


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the sum: a label, its arithmetic, kr. a full-time month, and where the rules name it."""

    label: Text
    sum: Text
    amount: Kroner
    source: Source


@dataclass(frozen=True, slots=True)
class FullTimeSum:
    """What full time pays in a job: its wage and the parts known, kr. before tax for a full-time month.

    With a PayslipPay, `parts` are the amounts of that payslip, and are raised to full time in the same proportion as
    the wage. A part that is left out is not known; one that the job does not have is 0. `pension_on_top_percent` is
    what the employer pays on top of the wage itself. A sum that the employer has not given is only assumed.
    """

    pay: Pay | PayslipPay
    parts: Mapping[Part, Decimal] = field(default_factory=dict)
    pension_on_top_percent: Decimal | None = None
    full_time_hours_week: Decimal = FULL_TIME_HOURS_WEEK
    from_employer: bool = False

    @property
    def hours_month(self) -> Hours:
        """The hours of a full-time month of 52/12 weeks; 37 a week are the 160.333 of BEK 227/2024 § 13, stk. 2."""
        return Hours(exact(self.full_time_hours_week * 52 / 12))

    @property
    def month(self) -> Kroner:
        """The full-time wage, kr. a month, to the øre."""
        pay = self.pay
        if isinstance(pay, PayslipPay):
            pay = HourlyWage(pay.amount / pay.paid_hours_month)
        supplements = sum((self._full_time(amount) for amount in self.parts.values()), ZERO)
        # The full-time wage of a case is the same at any month and hours.
        case = Case(
            month=Month(2026, 1),
            work=HoursAtWork(ZERO, Decimal(100), pay),
            pension_on_top_percent=self.pension_on_top_percent or ZERO,
            supplements_full_time_month=supplements,
            full_time_hours_week=self.full_time_hours_week,
        )
        whole = wage_of(case).full_time_month
        assert whole is not None
        return Kroner(whole_ore(whole))

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that are not known."""
        known = {*self.parts} | ({Part.PENSION} if self.pension_on_top_percent is not None else set())
        return tuple(part for part in Part if part not in known)

    @property
    def norm_is_unsettled(self) -> bool:
        """Whether full time is not the 37 hours that the executive order computes with (BEK 227/2024 § 13)."""
        return not isinstance(self.pay, FullTimeWage) and self.full_time_hours_week != FULL_TIME_HOURS_WEEK

    @property
    def lines(self) -> tuple[Line, ...]:
        """The sum, line by line."""
        return tuple(self._lines())

    def _lines(self) -> Iterator[Line]:
        wage = self._wage
        yield Line(Text(WAGE.label), self._wage_sum(wage), wage, WAGE.source)
        if self.pension_on_top_percent:
            percent = Percent(self.pension_on_top_percent)
            amount = Kroner(exact(wage * percent / 100))
            values: dict[str, Value] = {"wage": wage, "percent": percent, "amount": amount}
            label, arithmetic = Text(PENSION_OF_WAGE), Text(N_("{wage} × {percent} = {amount}"), values)
            yield Line(label, arithmetic, amount, PART_SOURCES[Part.PENSION])
        for part in Part:
            if self.parts.get(part):
                amount = Kroner(exact(self._full_time(self.parts[part])))
                yield Line(Text(PART_LABELS[part]), self._part_sum(part, amount), amount, PART_SOURCES[part])

    @property
    def _wage(self) -> Kroner:
        match self.pay:
            case HourlyWage(amount):
                return Kroner(exact(amount * self.full_time_hours_week * 52 / 12))
            case FullTimeWage(amount):
                return Kroner(amount)
            case PayslipPay(amount):
                return Kroner(exact(self._full_time(amount)))

    def _full_time(self, amount: Decimal) -> Decimal:
        """An amount as it would be for a full-time month."""
        if not isinstance(self.pay, PayslipPay):
            return amount
        return amount * self.full_time_hours_week * 52 / 12 / self.pay.paid_hours_month

    def _wage_sum(self, wage: Kroner) -> Text:
        values: dict[str, Value] = {
            "norm": Hours(self.full_time_hours_week),
            "hours": self.hours_month,
            "wage": wage,
        }
        match self.pay:
            case HourlyWage(amount):
                return Text(N_("{hourly} × {norm} × 52/12 = {wage}"), values | {"hourly": Kroner(amount)})
            case FullTimeWage():
                return Text(N_("{wage}"), values)
            case PayslipPay(amount, paid_hours):
                return Text(_FROM_PAYSLIP, values | {"amount": Kroner(amount), "paid": Hours(paid_hours)})

    def _part_sum(self, part: Part, amount: Kroner) -> Text:
        if not isinstance(self.pay, PayslipPay):
            return Text(N_("{amount}"), {"amount": amount})
        values: dict[str, Value] = {"hours": self.hours_month, "wage": amount, "amount": Kroner(self.parts[part])}
        return Text(_FROM_PAYSLIP, values | {"paid": Hours(self.pay.paid_hours_month)})


SOURCES = (
    Source(BEK_SUBSIDY, "§ 12, stk. 1-4"),
    # The order computes it with all parts in the hourly wage, and has no payslip of fewer hours.
    Source(BEK_SUBSIDY, "§ 13", Status.READING),
)

PENSION_OF_WAGE = N_("The employer's pension")
"""The line of a pension that is a percentage of the wage."""
_FROM_PAYSLIP = N_("{amount} / {paid} × {hours} = {wage}")
