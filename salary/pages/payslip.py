"""The drawn payslip and payment statement of a made-up month, and the numbers that link their lines to form fields."""

from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.text import N_, Hours, Kroner, Percent, Text, Value
from fleksjob_site.texts.languages import LAW_LANGUAGE
from fleksjob_site.texts.writing import say
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.net import MainCard, Net, TaxCard, net_of, paid_of
from salary.law.own_atp import usual_own_atp
from salary.law.rates import rates_for

_HOURS_WEEK, _PACE, _HOURLY, _PENSION = Decimal(15), Decimal(60), Decimal(180), Decimal(10)
_CARD = TaxCard(percent=Decimal(38), deduction_month=Decimal(5400), main_card=MainCard.MUNICIPALITY)
_MONTH = Month(2026, 10)
_CASE = Case.from_fields(
    _MONTH,
    hours_week=_HOURS_WEEK,
    pace_percent=_PACE,
    hourly_wage=_HOURLY,
    pension_on_top_percent=_PENSION,
    own_atp_month=usual_own_atp(_HOURS_WEEK, rates_for(_MONTH)),
)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a drawn paper; `wrong` marks an amount that is easily taken for another one, `total` a sum."""

    key: str
    label: Text
    amount: Decimal
    wrong: bool = False
    total: bool = False

    @property
    def danish(self) -> str:
        """The label as the paper has it."""
        return say(self.label, LAW_LANGUAGE.code)

    @property
    def shown(self) -> str:
        """The amount as Danish papers write it, with two decimals and no unit."""
        return LAW_LANGUAGE.with_separators(format(self.amount, ",.2f")).replace("-", "−")


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of a paper that stand together, with a caption where they have one."""

    lines: tuple[Line, ...]
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Paper:
    """A paper: its title (message id), who sends it, its month, and what says that it is made up (message id)."""

    key: str
    title: str
    sender: str
    month: Month
    made_up: str
    blocks: tuple[Block, ...]

    @property
    def keys(self) -> frozenset[str]:
        """The keys of its lines."""
        return frozenset(line.key for block in self.blocks for line in block.lines)

    @property
    def month_in_danish(self) -> str:
        """The month as the paper has it."""
        return say(self.month, LAW_LANGUAGE.code).capitalize()


@cache
def papers() -> tuple[Paper, Paper]:
    """The payslip of a month, and the municipality's statement for it a month later."""
    result = calculate(_CASE)
    paid = paid_of(result, _CASE.employer_pension_month)
    assert paid is not None
    net = net_of(paid, _CARD)
    wage, pension = tuple(_wage_lines(net)), tuple(_pension_lines(net))
    payslip = Paper(
        "payslip",
        N_("Payslip"),
        "Opdigtet Butik ApS",
        _CASE.month,
        N_("Sample, not a real payslip"),
        (Block(wage), Block(pension, N_("Pension"))),
    )
    statement = Paper(
        "statement",
        N_("Payment statement"),
        "Prøve Kommune",
        _CASE.month.plus(months=1),
        N_("Sample, not a real letter"),
        (Block(tuple(_subsidy_lines(net))),),
    )
    return payslip, statement


def paid_hours_month() -> Hours:
    """The paid hours of the made-up month."""
    return Hours(_HOURS_WEEK * _PACE / 100 * 52 / 12)


def example_values() -> dict[str, Value]:
    """The figures of the made-up payslip for the notes beside it."""
    return {
        "hourly": Kroner(_HOURLY),
        "gross": Kroner(_CASE.gross_wage_month),
        "paid_month": paid_hours_month(),
        "paid_week": Hours(_HOURS_WEEK * _PACE / 100),
        "whole": Percent(100),
    }


def _wage_lines(net: Net) -> Iterator[Line]:
    paid, am_income = net.paid, net.paid.am_income
    rate: dict[str, Value] = {"hours": paid_hours_month(), "hourly": Kroner(_HOURLY)}
    yield Line("gross-wage", Text(N_("Hourly wage, {hours} at {hourly}"), rate), paid.gross_wage)
    yield Line("own-atp", Text(N_("ATP, your share")), -paid.own_atp)
    yield Line("am-income", Text(N_("AM-income")), am_income)
    yield Line(
        "am-contribution",
        Text(
            N_("Labour market contribution, {percent}"),
            {"percent": net.paid.rates.named("am_contribution_percent").value},
        ),
        -net.am_contribution,
    )
    yield Line("a-income", Text(N_("A-income")), am_income - net.am_contribution, wrong=True)
    card: dict[str, Value] = {"percent": Percent(net.card.percent)}
    yield Line("wage-tax", Text(N_("A-tax, secondary card, {percent}"), card), -net.wage_tax)
    yield Line("wage-paid", Text(N_("Paid into your account")), net.wage_net, wrong=True, total=True)


def _pension_lines(net: Net) -> Iterator[Line]:
    yield Line("own-pension", Text(N_("Your own share")), net.paid.own_pension)
    share = Text(N_("The employer's share, {percent}"), {"percent": Percent(_PENSION)})
    yield Line("employer-pension", share, _CASE.employer_pension_month or Decimal(0))


def _subsidy_lines(net: Net) -> Iterator[Line]:
    paid = net.paid
    yield Line("subsidy", Text(N_("Flexi-wage subsidy")), paid.subsidy)
    yield Line("subsidy-atp", Text(N_("ATP")), -paid.subsidy_atp)
    card: dict[str, Value] = {"percent": Percent(net.card.percent)}
    yield Line("subsidy-tax", Text(N_("A-tax, main card, {percent}"), card), -net.subsidy_tax)
    yield Line("subsidy-paid", Text(N_("Paid into your account")), net.subsidy_net, wrong=True, total=True)
