"""The steps from the total to what reaches the account before and after tax, each with its source."""

from __future__ import annotations

from collections.abc import Iterable

from fleksjob_site.kernel.law import AM_CONTRIBUTION, ATP_ACT, BEK_ATP, BEK_TAX, KSL, LAB, PBL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_, Kroner, Percent, Text, Value
from salary.law.calculation import Result
from salary.law.net import MainCard, Net, Paid
from salary.law.step import Step, StepKey


def account_step(result: Result, paid: Paid) -> Step:
    """From the total to what reaches the account before tax: all pension and the ATP of the subsidy are taken off."""
    other = Kroner(result.total_month - result.wage.month - result.subsidy.rounded)
    values: dict[str, Value] = {
        "total": result.total_month,
        "other": other,
        # As much as the wage can bear: more pension than wage would be taken off here and not there.
        "pension": Kroner(result.wage.month - paid.am_income),
        "own": Kroner(paid.own_pension),
        "atp": Kroner(paid.subsidy_atp),
        "account": paid.account_before_tax,
    }
    taken = [name for name in ("pension", "atp", "other") if values[name]]
    remarks = [_PENSION_WITH_OWN if paid.own_pension else _PENSION] if "pension" in taken else []
    remarks += [_ATP if "atp" in taken else _NO_ATP]
    remarks += [_OTHER_PAYER] if result.case.other_wage_month else []
    remarks += [_SURPLUS] if result.case.side_business_month else []
    remarks += [_OWN_ATP] if paid.own_atp else []
    sentence, *more = (Text(message, values) for message in remarks)
    return Step(
        key=StepKey.ACCOUNT_BEFORE_TAX,
        label=Text(N_("To your account before tax")),
        sentence=sentence,
        sum=Text(_sum("total", taken, "account"), values),
        amount=paid.account_before_tax,
        sources=(
            Source(PBL, "§ 19, stk. 1"),
            Source(AM_CONTRIBUTION, "§ 2"),
            Source(ATP_ACT, "§ 17, stk. 1"),
            Source(LAB, "§ 137, stk. 1-3"),
            Source(BEK_ATP, "§ 2"),
        ),
        remarks=tuple(more),
    )


_PENSION = N_("{pension} in pension goes to your pension fund.")
_PENSION_WITH_OWN = N_("{pension} in pension goes to your pension fund, {own} of it from your own gross wage.")
_ATP = N_("The municipality withholds {atp} in ATP from the subsidy. The rest goes to your account.")
_NO_ATP = N_("The municipality withholds no ATP.")
_OTHER_PAYER = N_("Your other wage comes from another payer and is left out.")
_SURPLUS = N_("The surplus of your side business is left out.")
_OWN_ATP = N_("Your own ATP is already taken off the wage.")


def _sum(start: str, taken: Iterable[str], result: str, added: Iterable[str] = ()) -> str:
    """A sum of these places, without those that are 0; it has no words to translate."""
    parts = [f"{{{start}}}", *(f"− {{{name}}}" for name in taken), *(f"+ {{{name}}}" for name in added)]
    return f"{' '.join(parts)} = {{{result}}}"


def net_steps(net: Net) -> tuple[Step, ...]:
    """The steps in the order they are computed."""
    return (_am_income_step(net), _am_step(net), _wage_tax_step(net), _subsidy_tax_step(net), _net_step(net))


def _am_income_step(net: Net) -> Step:
    paid = net.paid
    values: dict[str, Value] = {
        "gross": Kroner(paid.gross_wage),
        "pension": Kroner(paid.own_pension),
        "atp": Kroner(paid.own_atp),
        "goods": Kroner(paid.goods),
        "income": paid.am_income,
    }
    taken = [name for name in ("pension", "atp") if values[name]]
    return Step(
        key=StepKey.AM_INCOME,
        label=Text(N_("Wage before labour market contribution and tax (AM-indkomst)")),
        sentence=Text(_BEFORE_TAX[tuple(taken)]),
        sum=Text(_sum("gross", taken, "income", ["goods"] if paid.goods else []), values),
        amount=paid.am_income,
        sources=(Source(AM_CONTRIBUTION, "§ 2"), Source(PBL, "§ 19, stk. 1"), Source(ATP_ACT, "§ 17, stk. 1")),
    )


_BEFORE_TAX: dict[tuple[str, ...], str] = {
    ("pension", "atp"): N_(
        "Your own pension and your own ATP are deducted before tax, the pension only if your employer pays it into "
        "the scheme for you."
    ),
    ("pension",): N_("Your own pension is deducted before tax, if your employer pays it into the scheme for you."),
    ("atp",): N_("Your own ATP is deducted before tax."),
    (): N_("You pay no pension and no ATP of your own from the wage, so nothing is deducted before tax."),
}


def _am_step(net: Net) -> Step:
    percent = net.paid.rates.named("am_contribution_percent")
    values: dict[str, Value] = {"percent": percent.value, "income": net.paid.am_income, "am": net.am_contribution}
    return Step(
        key=StepKey.AM_CONTRIBUTION,
        label=Text(N_("Labour market contribution (AM-bidrag)")),
        sentence=Text(N_("{percent} of that wage. No labour market contribution is paid on the subsidy."), values),
        sum=Text(N_("{percent} × {income} = {am}"), values),
        amount=net.am_contribution,
        sources=(Source(AM_CONTRIBUTION, "§ 1"), Source(AM_CONTRIBUTION, "§ 2"), Source(KSL, "§ 49 A")),
        figures=(percent,),
    )


def _wage_tax_step(net: Net) -> Step:
    base = Kroner(net.paid.am_income - net.am_contribution)
    label = Text(N_("Tax withheld by your employer"))
    return _tax_step(StepKey.WAGE_TAX, label, net, MainCard.EMPLOYER, base, net.wage_tax)


def _subsidy_tax_step(net: Net) -> Step:
    label = Text(N_("Tax withheld by the municipality"))
    return _tax_step(StepKey.SUBSIDY_TAX, label, net, MainCard.MUNICIPALITY, net.paid.subsidy_base, net.subsidy_tax)


def _tax_step(key: StepKey, label: Text, net: Net, payer: MainCard, base: Kroner, tax: Kroner) -> Step:
    card = net.card
    without = card.main_card is MainCard.NONE
    without_card = net.paid.rates.named("tax_without_card_percent")
    deduction = Kroner(card.deduction_month if card.main_card is payer else 0)
    values: dict[str, Value] = {
        "base": base,
        "deduction": deduction,
        "percent": without_card.value if without else Percent(card.percent),
        "tax": tax,
    }
    if without:
        sentence = N_("Without a tax card {percent} is withheld, and no deduction is used.")
    elif card.main_card is payer:
        sentence = N_("This payer has your main card and deducts {deduction} before withholding {percent}.")
    else:
        sentence = N_("This payer has your secondary card and withholds {percent} of everything.")
    if deduction and base <= deduction:
        arithmetic = N_("{base} is not above {deduction}: {tax}")
    elif deduction:
        arithmetic = N_("{percent} × ({base} − {deduction}) = {tax}")
    else:
        arithmetic = N_("{percent} × {base} = {tax}")
    stands = Source(KSL, "§ 48, stk. 8") if without else Source(KSL, "§ 48, stk. 1 og 3")
    is_income = (Source(BEK_TAX, "§ 18, nr. 3"), Source(KSL, "§ 43, stk. 2"))
    sources = (stands, Source(BEK_TAX, "§ 9"), *(is_income if payer is MainCard.MUNICIPALITY else ()))
    return Step(
        key=key,
        label=label,
        sentence=Text(sentence, values),
        sum=Text(arithmetic, values),
        amount=tax,
        sources=sources,
        figures=(without_card,) if without else (),
    )


def _net_step(net: Net) -> Step:
    values: dict[str, Value] = {"wage": net.wage_net, "subsidy": net.subsidy_net, "net": net.net}
    return Step(
        key=StepKey.NET,
        label=Text(N_("To your account after tax")),
        sentence=Text(
            N_(
                "This is what your payers pay out with the card you entered. Your yearly tax statement (årsopgørelse) "
                "can change it."
            )
        ),
        sum=Text(N_("{wage} + {subsidy} = {net}"), values),
        amount=net.net,
        # That ATP is deducted from the subsidy before tax is practice, not in the act.
        sources=(Source(KSL, "§ 46"), Source(LAB, "§ 137, stk. 3", Status.PRACTICE)),
    )
