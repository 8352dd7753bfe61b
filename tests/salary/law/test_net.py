"""What reaches the account, by cases that can be checked by hand and by arithmetic of the test's own."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction
from math import ceil

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.status import Status
from salary.law.calculation import calculate
from salary.law.case import Case
from salary.law.net import MainCard, Net, Paid, TaxCard, net_of, paid_of
from salary.law.net_steps import account_step, net_steps
from salary.law.step import StepKey
from tests.salary.law.given import numbers_in

MUNICIPALITY, EMPLOYER, NONE = MainCard.MUNICIPALITY, MainCard.EMPLOYER, MainCard.NONE


def net(gross: str, subsidy: int, atp: int, card: MainCard, **more: str) -> Net:
    paid = Paid(Decimal(gross), Decimal(subsidy), Decimal(atp), **{name: Decimal(v) for name, v in more.items()})
    return net_of(paid, TaxCard(Decimal(38), Decimal(5400), card))


@pytest.mark.parametrize(
    ("found", "wage", "subsidy", "together"),
    [
        # 15 h × 60 % at 180 kr. are 7.020 kr.; with own ATP the subsidy is 19.293 kr., without it 19.283 kr.
        (net("7020", 19293, 500, MUNICIPALITY, own_atp="33"), "3985.38", "13703.66", "17689.04"),
        (net("7020", 19293, 500, EMPLOYER, own_atp="33"), "6037.38", "11651.66", "17689.04"),
        (net("7020", 19283, 500, MUNICIPALITY), "4004.21", "13697.46", "17701.67"),
        # 3 h at 150 kr.: all of the wage lies below the deduction.
        (net("1950", 21015, 500, MUNICIPALITY), "1112.28", "14771.30", "15883.58"),
        (net("1950", 21015, 500, EMPLOYER), "1794.00", "12719.30", "14513.30"),
    ],
)
def test_wage_and_subsidy_are_taxed_by_their_payers(found: Net, wage: str, subsidy: str, together: str) -> None:
    assert (found.wage_net, found.subsidy_net, found.net) == (Decimal(wage), Decimal(subsidy), Decimal(together))


def test_moving_the_main_card_is_advised_where_the_deduction_is_not_used_up() -> None:
    assert net("1950", 21015, 500, EMPLOYER).main_card_advice == Decimal("1370.28")
    assert net("1950", 21015, 500, MUNICIPALITY).main_card_advice == 0
    assert net("7020", 19293, 500, EMPLOYER, own_atp="33").main_card_advice == 0


def test_without_a_card_55_per_cent_is_withheld_of_all_of_it() -> None:
    found = net("1000", 20000, 500, NONE)
    assert (found.wage_tax, found.subsidy_tax, found.main_card_advice) == (Decimal("506.00"), Decimal("10725.00"), 0)


def test_an_exemption_card_leaves_the_am_contribution() -> None:
    found = net_of(Paid(Decimal(5000), Decimal(0), Decimal(0)), TaxCard(Decimal(0), Decimal(0), EMPLOYER))
    assert (found.am_contribution, found.wage_tax, found.net) == (400, 0, 4600)


def test_taxed_goods_raise_the_tax_and_are_not_paid_out() -> None:
    plain, goods = net("7000", 19000, 500, MUNICIPALITY), net("7000", 19000, 500, MUNICIPALITY, goods="350")
    assert goods.paid.am_income == 7350
    assert goods.paid.account_before_tax == plain.paid.account_before_tax == 7000 + 18500
    assert plain.net - goods.net == Decimal("150.36")


def test_a_published_payslip_has_its_am_contribution_and_its_tax() -> None:
    paid = Paid(Decimal("38305.35"), Decimal(0), Decimal(0))
    found = net_of(paid, TaxCard(Decimal(39), Decimal("10080.92"), EMPLOYER))
    assert found.am_contribution.quantize(Decimal(1)) == 3064
    # Payroll rounds the base down to 10 kr. and the tax up: within 5 kr.
    base = paid.am_income - found.am_contribution - Decimal("10080.92")
    assert base // 10 * 10 == 25_160
    assert ceil(25_160 * Decimal("0.39")) == 9813
    assert abs(found.wage_tax - 9813) < 5


kroner = st.decimals(0, 40_000, places=2)


@given(
    kroner, kroner, st.decimals(0, 500, places=0), st.decimals(0, 3000, places=2), st.sampled_from([0, 33, 66, 99]),
    st.integers(0, 100), st.decimals(0, 12_000, places=0), st.sampled_from([MUNICIPALITY, EMPLOYER]),
)  # fmt: skip
def test_the_net_is_the_formula(
    gross: Decimal, subsidy: Decimal, atp: Decimal, pension: Decimal, own_atp: int, percent: int, deduction: Decimal,
    main: MainCard,
) -> None:  # fmt: skip
    paid = Paid(gross, max(subsidy, atp), atp, pension, Decimal(own_atp))
    found = net_of(paid, TaxCard(Decimal(percent), deduction, main))

    def left(main_here: MainCard) -> Fraction:
        income = max(Fraction(0), Fraction(gross) - Fraction(pension) - own_atp)
        wage, benefit = income * Fraction(92, 100), Fraction(max(subsidy, atp)) - Fraction(atp)
        free_wage = Fraction(deduction) if main_here is EMPLOYER else Fraction(0)
        free_benefit = Fraction(deduction) if main_here is MUNICIPALITY else Fraction(0)
        tax = Fraction(percent, 100) * (max(Fraction(0), wage - free_wage) + max(Fraction(0), benefit - free_benefit))
        return wage + benefit - tax

    assert abs(Fraction(found.net) - left(main)) <= Fraction(1, 100)
    other = EMPLOYER if main is MUNICIPALITY else MUNICIPALITY
    assert abs(Fraction(found.main_card_advice) - max(Fraction(0), left(other) - left(main))) <= Fraction(2, 100)
    assert net_steps(found)[-1].amount == found.net


CARD = TaxCard(Decimal(38), Decimal(5400), MUNICIPALITY)
NOVEMBER = Month(2026, 11)
FIFTEEN_HOURS = {"hours_week": Decimal(15), "pace_percent": Decimal(60), "hourly_wage": Decimal(180)}


def test_a_calculation_and_a_card_give_what_reaches_the_account() -> None:
    case = Case.from_fields(NOVEMBER, **FIFTEEN_HOURS, pension_on_top_percent=Decimal(10), own_atp_month=Decimal(33))
    paid = paid_of(calculate(case), case.employer_pension_month)
    assert paid is not None
    assert paid.account_before_tax == 7020 - 33 + 19293 - 500
    assert net_of(paid, CARD).net == Decimal("17689.04")


@pytest.mark.parametrize("more", [{}, {"other_wage_month": Decimal(1000)}, {"hours_week": Decimal("0.1")}])
def test_the_step_to_the_account_subtracts_from_the_total_what_it_says(more: dict[str, Decimal]) -> None:
    given = {**FIFTEEN_HOURS, "pension_on_top_percent": Decimal(10), "own_atp_month": Decimal(33), **more}
    result = calculate(Case.from_fields(NOVEMBER, **given))
    # More own pension than a short month's wage can bear.
    paid = paid_of(result, result.case.employer_pension_month, Decimal(351))
    assert paid is not None
    step = account_step(result, paid)
    value = {name: Decimal(str(step.sum.values[name])) for name in ("total", "pension", "atp", "other", "account")}
    assert value["account"] == paid.account_before_tax == step.amount
    assert value["total"] - value["pension"] - value["atp"] - value["other"] == value["account"]
    assert ("other" in step.sum.message) == bool(value["other"])


@pytest.mark.parametrize("own_atp", [0, 33])
@pytest.mark.parametrize("own_pension", [0, 351])
@pytest.mark.parametrize("employer", [0, 10])
@pytest.mark.parametrize("other", [0, 1000])
@pytest.mark.parametrize("ceiling", [60000, 100])
def test_the_steps_to_the_account_name_nothing_that_is_zero(
    own_atp: int, own_pension: int, employer: int, other: int, ceiling: int
) -> None:
    given = {"own_atp_month": own_atp, "pension_on_top_percent": employer, "other_wage_month": other}
    amounts = {name: Decimal(value) for name, value in given.items()}
    result = calculate(Case.from_fields(NOVEMBER, **FIFTEEN_HOURS, **amounts, ceiling_month=Decimal(ceiling)))
    paid = paid_of(result, result.case.employer_pension_month, Decimal(own_pension))
    assert paid is not None
    for step in (account_step(result, paid), net_steps(net_of(paid, CARD))[0]):
        texts = (step.sentence, *step.remarks, step.sum)
        assert all(text.values[name] for text in texts for name in numbers_in(text))
        said = " ".join(text.message for text in texts[:-1])
        assert ("our own ATP is" in said or "and your own ATP" in said) is bool(own_atp)
        assert ("{pension}" in texts[-1].message) is bool(
            own_pension or (employer and step.key is StepKey.ACCOUNT_BEFORE_TAX)
        )


def test_own_pension_and_a_wage_of_the_month_with_a_known_pension() -> None:
    case = Case.from_fields(NOVEMBER, wage_month=Decimal(7722))
    assert case.employer_pension_month is None
    assert paid_of(calculate(case), None) is None
    paid = paid_of(calculate(case), Decimal(702), own_pension_month=Decimal(351))
    assert paid is not None
    assert paid.am_income == 7722 - 702 - 351


def test_supplements_that_may_hold_pension_leave_the_account_open() -> None:
    case = Case.from_fields(NOVEMBER, **FIFTEEN_HOURS, supplements_full_time_month=Decimal(1000))
    assert case.employer_pension_month is None


THREE_HOURS = {"hours_week": Decimal(3), "pace_percent": Decimal(100), "hourly_wage": Decimal(150)}
TEN_PERCENT = {"pension_on_top_percent": Decimal(10)}


@pytest.mark.parametrize(
    ("given", "counted", "subsidy", "less_atp", "after_am"),
    [
        (FIFTEEN_HOURS | TEN_PERCENT | {"own_atp_month": Decimal(33)}, 7689, 19_293, 18_793, "6428.04"),
        (FIFTEEN_HOURS | TEN_PERCENT, 7722, 19_283, 18_783, "6458.40"),
        (THREE_HOURS, 1950, 21_015, 20_515, "1794.00"),
    ],
)
@pytest.mark.parametrize("main_card", [MUNICIPALITY, EMPLOYER])
def test_the_cases_of_the_table_from_hours_and_pay_to_the_account(
    given: dict[str, Decimal], counted: int, subsidy: int, less_atp: int, after_am: str, main_card: MainCard
) -> None:
    case = Case.from_fields(NOVEMBER, **given)
    result = calculate(case)
    assert (result.wage.month, result.subsidy.rounded) == (counted, subsidy)
    paid = paid_of(result, case.employer_pension_month)
    assert paid is not None
    assert paid.subsidy_base == less_atp
    found = net_of(paid, replace(CARD, main_card=main_card))
    assert paid.am_income - found.am_contribution == Decimal(after_am)
    # By hand: who has the main card uses the deduction of 5.400 kr., and 38 % is withheld of the rest.
    wage_free, subsidy_free = (0, 5400) if main_card is MUNICIPALITY else (5400, 0)
    wage_net = Decimal(after_am) - Decimal("0.38") * max(Decimal(0), Decimal(after_am) - wage_free)
    subsidy_net = less_atp - Decimal("0.38") * (less_atp - subsidy_free)
    assert abs(found.wage_net - wage_net) <= Decimal("0.005")
    assert found.subsidy_net == subsidy_net


@pytest.mark.parametrize(
    ("full_time_wage", "on_top", "own", "ceiling", "ore"),
    [
        # Kroner of gross wage a month, and what one more leaves after 38 % of tax, in øre.
        (10_000, 0, 0, None, "38.4"),
        (10_000, 10, 0, None, "36.6"),
        (10_000, 10, 5, None, "33.7"),
        (19_000, 0, 0, None, "22.9"),
        (10_000, 0, 0, 25_000, "-5.0"),
        # Of a subsidy below 10.000 kr., ATP is not at its highest and falls with it.
        (10_000, 0, 0, 20_000, "-1.9"),
    ],
)
def test_what_is_left_of_one_more_krone_after_tax(
    full_time_wage: int, on_top: int, own: int, ceiling: int | None, ore: str
) -> None:
    def left(gross: int) -> Decimal:
        case = Case.from_fields(
            NOVEMBER,
            paid_hours_week=Decimal(37),
            full_time_wage_month=Decimal(gross),
            pension_on_top_percent=Decimal(on_top),
            ceiling_month=Decimal(ceiling or 90_000),
        )
        paid = paid_of(calculate(case), case.employer_pension_month, Decimal(gross * own) / 100)
        assert paid is not None
        return net_of(paid, CARD).net

    # Over 1.000 kr., in which the rounding of the subsidy drowns.
    more = (left(full_time_wage + 1000) - left(full_time_wage)) / 10
    assert abs(more - Decimal(ore)) < Decimal("0.1")


@pytest.mark.parametrize(
    ("month", "status"), [(Month(2023, 12), Status.READING), (Month(2024, 1), Status.PRINTED_IN_LAW)]
)
def test_the_rates_are_those_of_the_month(month: Month, status: Status) -> None:
    case = Case.from_fields(month, **FIFTEEN_HOURS)
    paid = paid_of(calculate(case), case.employer_pension_month)
    assert paid is not None
    steps = {step.key: step for step in net_steps(net_of(paid, replace(CARD, main_card=NONE)))}
    assert [figure.key for figure in steps[StepKey.AM_CONTRIBUTION].figures] == ["am_contribution_percent"]
    for key in (StepKey.WAGE_TAX, StepKey.SUBSIDY_TAX):
        assert [(found.key, found.figure.status) for found in steps[key].figures] == [
            ("tax_without_card_percent", status)
        ]
    with_card = {step.key: step for step in net_steps(net_of(paid, CARD))}
    assert with_card[StepKey.WAGE_TAX].figures == ()
