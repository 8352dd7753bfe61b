"""Twenty random cases of every period, and the law on one page: what the closed forms are compared with."""

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from random import Random

from fleksjob_site.kernel.text import Hours
from salary.law.case import Case, PaidHours
from salary.law.rates import Rates, periods

PERIODS = periods()
CLOSE = Decimal("1E-10")
"""Amounts are cut at a billionth of an øre, and some are sums of a few that were cut."""


def cases_of(rates: Rates) -> list[Case]:
    """The same twenty cases of a period on every machine: all kinds of pay, ceiling and other wage."""
    random = Random(f"{rates.valid_from}")
    return [_case(rates, random) for _ in range(20)]


def _case(rates: Rates, random: Random) -> Case:
    highest, threshold = rates.max_subsidy_month.amount, rates.threshold_month.amount
    full_time = random.choice([Decimal(37), Decimal(37), Decimal(37), Decimal(30), Decimal("34.5"), Decimal(40)])
    pay = (
        {"hourly_wage": _amount(random, 60, 450)}
        if random.random() < 0.6
        else {"full_time_wage_month": _amount(random, 9_000, 70_000)}
    )
    ceiling = random.choice(
        [None, None, None, _amount(random, 20_000, 60_000), _amount(random, 100, int(highest)), highest]
    )
    other = random.choice(
        [
            *[Decimal(0)] * 4,
            _amount(random, 1, 9_000),
            threshold,
            threshold + _amount(random, 1, 9_000),
            (ceiling or highest) + _amount(random, 1, 9_000),
            _amount(random, 45_000, 60_000),
        ]
    )
    return Case.from_fields(
        random.choice([rates.valid_from, rates.valid_to]),
        hours_week=_amount(random, 1, 36),
        pace_percent=Decimal(random.randint(10, 100)),
        **pay,
        ceiling_month=ceiling,
        pension_on_top_percent=random.choice([Decimal(0), _amount(random, 1, 18)]),
        supplements_full_time_month=random.choice([Decimal(0), _amount(random, 1, 5_000)]),
        other_wage_month=other,
        full_time_hours_week=full_time,
    )


def _amount(random: Random, least: int, most: int) -> Decimal:
    return Decimal(random.randint(least * 100, most * 100)) / 100


def paid(case: Case, hours: Decimal) -> Case:
    """The case with these paid hours a week."""
    return replace(case, work=PaidHours(Hours(hours), case.work.pay))


def total_by_law(rates: Rates, wage: Decimal, other: Decimal, ceiling: Decimal | None) -> Decimal:
    """Wage and unrounded subsidy together, as LAB § 123, stk. 1-3, reads."""
    if wage == 0:
        return other
    both, threshold = wage + other, rates.threshold_month.amount
    taken = Decimal("0.30") * min(both, threshold) + Decimal("0.55") * max(Decimal(0), both - threshold)
    subsidy = max(Decimal(0), rates.max_subsidy_month.amount - taken)
    if ceiling is not None and subsidy + both > ceiling:
        subsidy = max(Decimal(0), subsidy - (subsidy + both - ceiling))
    return both + subsidy


def wages(first: Decimal, last: Decimal, step: Decimal) -> list[Decimal]:
    """Wages in equal steps, the last one included whether it falls on a step or not."""
    count = int((last - first) / step)
    on_steps = [first + step * place for place in range(count + 1)]
    return on_steps if on_steps[-1] == last else [*on_steps, last]


def turns(steps: list[Decimal], totals: list[Decimal]) -> list[tuple[Decimal, Decimal]]:
    """Between which wages a line through the totals turns: within one step, or exactly where two of them meet."""
    kept = [
        _share(high - low, up - down) for (low, high), (down, up) in zip(pairwise(totals), pairwise(steps), strict=True)
    ]
    # Within the step of a turn the two shares mix, and 45 and 100 øre can mix to 70: a share must show twice.
    seen = [
        share if share in (before, after) else None
        for before, share, after in zip([None, *kept[:-1]], kept, [*kept[1:], None], strict=True)
    ]
    inside = [step for step, share in zip(pairwise(steps), seen, strict=True) if share is None]
    between = [
        (wage, wage)
        for wage, (left, right) in zip(steps[1:-1], pairwise(seen), strict=True)
        if left is not None and right is not None and left != right
    ]
    return inside + between


def lies_in(wage: Decimal, step: tuple[Decimal, Decimal]) -> bool:
    """True where a turn that was found between two wages can be this one; a tail in the shares moves it a little."""
    return step[0] - Decimal("1E-7") <= wage <= step[1] + Decimal("1E-7")


def _share(more_total: Decimal, more_wage: Decimal) -> Decimal | None:
    """Which of the four shares is kept over a step; None where it is none of them."""
    shares = (Decimal("0.70"), Decimal("0.45"), Decimal(0), Decimal(1))
    return next((share for share in shares if abs(more_total - share * more_wage) < CLOSE), None)
