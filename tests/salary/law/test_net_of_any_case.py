"""2,000 random cases from hours and card to the account, against arithmetic of the test's own, in whole fractions."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from math import floor
from random import Random
from typing import NamedTuple

import pytest

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.net import MainCard, Net, TaxCard, net_of, paid_of
from salary.law.net_steps import net_steps
from salary.law.rates import periods

CARDS = (MainCard.MUNICIPALITY, MainCard.EMPLOYER)
MOVED = dict(zip(CARDS, CARDS[::-1], strict=True))


class Drawn(NamedTuple):
    case: Case
    own_pension_percent: Decimal
    card: TaxCard


@cache
def drawn() -> tuple[Drawn, ...]:
    """The same on every machine: every period, above and below the threshold, the ceiling and the deduction."""
    random = Random("net")
    return tuple(_draw(random) for _ in range(2000))


def _draw(random: Random) -> Drawn:
    rates = random.choice(periods())
    case = Case.from_fields(
        random.choice([rates.valid_from, rates.valid_to]),
        hours_week=_amount(random, 1, 37),
        pace_percent=Decimal(random.randint(10, 100)),
        hourly_wage=_amount(random, 60, 450),
        ceiling_month=random.choice([None, _amount(random, 15_000, 60_000)]),
        pension_on_top_percent=random.choice([Decimal(0), _amount(random, 1, 18)]),
        other_wage_month=random.choice([Decimal(0), Decimal(0), _amount(random, 1, 9_000)]),
        side_business_month=random.choice([Decimal(0), Decimal(0), _amount(random, 1, 9_000)]),
        own_atp_month=Decimal(random.choice([0, 33, 66, 99])),
    )
    card = TaxCard(Decimal(random.randint(0, 100)), Decimal(random.randint(0, 15_000)), random.choice(list(MainCard)))
    return Drawn(case, random.choice([Decimal(0), _amount(random, 1, 9)]), card)


def _amount(random: Random, least: int, most: int) -> Decimal:
    return Decimal(random.randint(least * 100, most * 100)) / 100


def found_for(one: Drawn) -> Net:
    case = one.case
    own_pension = case.gross_wage_month * one.own_pension_percent / 100
    paid = paid_of(calculate(case), case.employer_pension_month, own_pension)
    assert paid is not None
    return net_of(paid, one.card)


class Expected(NamedTuple):
    """Fractions, kr. a month, and the two nets to the øre."""

    am_income: Fraction
    am: Fraction
    wage_tax: Fraction
    subsidy_tax: Fraction
    wage_net: Fraction
    subsidy_net: Fraction


def expected_for(one: Drawn) -> Expected:
    """By the acts and net.md's formulas, from what was drawn and the amounts of the period alone."""
    case, card = one.case, one.card
    fields, figures = case.fields, calculate(case).rates
    hourly, own_atp = Fraction(fields["hourly_wage"]), Fraction(case.own_atp_month)
    paid_hours = Fraction(fields["hours_week"]) * Fraction(fields["pace_percent"]) / 100
    gross = paid_hours * 52 / 12 * hourly
    on_top = 1 + Fraction(case.pension_on_top_percent) / 100
    wage = max(Fraction(0), gross * on_top - own_atp)
    counted = wage + Fraction(case.other_wage_month) + Fraction(case.side_business_month)
    threshold, highest = Fraction(figures.threshold_month.amount), Fraction(figures.max_subsidy_month.amount)
    below, above = min(counted, threshold), max(Fraction(0), counted - threshold)
    subsidy = max(Fraction(0), highest - below * 30 / 100 - above * 55 / 100) if wage else Fraction(0)
    ceiling = 37 * 52 * hourly / 12 * on_top if case.ceiling_month is None else Fraction(case.ceiling_month)
    subsidy = Fraction(to_the(1, max(Fraction(0), min(subsidy, ceiling - counted))))
    subsidy_base = subsidy - min(Fraction(500), to_the(1, subsidy * 5 / 100))
    am_income = max(Fraction(0), gross - gross * Fraction(one.own_pension_percent) / 100 - own_atp)
    am = am_income * 8 / 100
    wage_tax, subsidy_tax = (
        base * 55 / 100
        if card.main_card is MainCard.NONE
        else max(Fraction(0), base - (Fraction(card.deduction_month) if card.main_card is payer else 0))
        * Fraction(card.percent)
        / 100
        for base, payer in ((am_income - am, MainCard.EMPLOYER), (subsidy_base, MainCard.MUNICIPALITY))
    )
    return Expected(
        am_income,
        am,
        wage_tax,
        subsidy_tax,
        to_the(100, am_income - am - wage_tax),
        to_the(100, subsidy_base - subsidy_tax),
    )


def to_the(parts: int, amount: Fraction) -> Fraction:
    """Rounded half up to a part of a krone: 1 for the krone, 100 for the øre."""
    return Fraction(floor(amount * parts + Fraction(1, 2)), parts)


def test_every_net_is_the_formula() -> None:
    for one in drawn():
        found, expected = found_for(one), expected_for(one)
        assert (found.wage_net, found.subsidy_net) == (expected.wage_net, expected.subsidy_net), one
        assert found.net == expected.wage_net + expected.subsidy_net
        for amount, of in (
            (found.paid.am_income, expected.am_income),
            (found.am_contribution, expected.am),
            (found.wage_tax, expected.wage_tax),
            (found.subsidy_tax, expected.subsidy_tax),
        ):
            assert abs(Fraction(amount) - of) < Fraction(1, 10**9), one


def test_half_an_ore_rounds_up_though_a_month_of_weeks_has_no_last_decimal() -> None:
    # 12,5 h at 100,15 kr.: 5.424,791666… kr. a month, of which 92 % × 60 % are exactly 2.994,485 kr.
    case = Case.from_fields(Month(2026, 11), paid_hours_week=Decimal("12.5"), hourly_wage=Decimal("100.15"))
    with_pension = replace(case, pension_on_top_percent=Decimal(10))
    for one in (case, with_pension):
        paid = paid_of(calculate(one), one.employer_pension_month)
        assert paid is not None
        card = TaxCard(Decimal(40), Decimal(0), MainCard.MUNICIPALITY)
        assert net_of(paid, card).wage_net == Decimal("2994.49")


def test_moving_the_main_card_brings_exactly_what_was_said() -> None:
    brought = []
    for one in drawn():
        if one.card.main_card is MainCard.NONE:
            assert found_for(one).main_card_advice == 0
            continue
        here = found_for(one)
        there = found_for(one._replace(card=replace(one.card, main_card=MOVED[one.card.main_card])))
        assert here.main_card_advice == max(Decimal(0), there.net - here.net)
        assert min(here.main_card_advice, there.main_card_advice) == 0
        brought.append(here.main_card_advice)
    # Both kinds occur often enough to mean something.
    assert len([amount for amount in brought if amount > 1]) > 100
    assert len([amount for amount in brought if amount == 0]) > 100


@pytest.mark.parametrize("key", ["am-income", "am-contribution", "wage-tax", "subsidy-tax", "net"])
def test_every_step_has_the_amount_it_explains(key: str) -> None:
    for one in drawn()[:200]:
        net = found_for(one)
        amounts = {
            "am-income": net.paid.am_income, "am-contribution": net.am_contribution, "wage-tax": net.wage_tax,
            "subsidy-tax": net.subsidy_tax, "net": net.net,
        }  # fmt: skip
        [step] = [step for step in net_steps(net) if step.key == key]
        assert step.amount == amounts[key]
        assert step.sources
