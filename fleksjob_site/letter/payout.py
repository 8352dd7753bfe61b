"""The letter after a payout check: it asks the municipality for its calculation; our figures are an appendix.

All of it is meant to be sent. Notes for the sender alone are in `payout_sheet`.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from fleksjob_site.kernel.law import ADMINISTRATION, BEK_SUBSIDY, LAB, LIMITATION, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Hours, Kroner, Value
from fleksjob_site.letter.blocks import Block, documents_of, sources_block
from fleksjob_site.letter.content import rates_blocks
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import fill, say
from salary.law.payout.check import Check, CheckedMonth
from salary.law.payout.month import PaidMonth
from salary.law.payout.reason import Reason, ReasonKey

TITLE = N_("Request for the calculation of my flexi-wage subsidy (fleksløntilskud)")
FOOTER = N_("Made with the fleksjob guide. The municipality calculates the subsidy.")


def payout_letter_pdf(check: Check, today: date, languages: tuple[str, ...], *, recalculate: bool) -> bytes:
    """The letter as a PDF; with `recalculate` it also asks for a new calculation."""
    return make_pdf(
        lambda: payout_letter(check, today, recalculate=recalculate),
        Frame(TITLE, FOOTER, landscape=len(languages) > 1),
        today,
        languages,
    )


def payout_letter(check: Check, today: date, *, recalculate: bool) -> tuple[Block, ...]:
    """The letter and its appendix."""
    to_send = (*_request(check, today, recalculate=recalculate), *_appendix(check, today))
    return (*to_send, *documents_of(to_send))


def _request(check: Check, today: date, *, recalculate: bool) -> Iterator[Block]:
    months = ", ".join(say(month.paid.month) for month in check.months)
    yield Block("heading", _(TITLE), level=1)
    yield Block("text", say(today))
    yield Block("text", _("To the municipality"))
    yield Block("text", _("I am in a flexi-job and get a flexi-wage subsidy (fleksløntilskud)."))
    yield Block(
        "text", _("I would like to know how it was calculated for the wage of: {months}.").format(months=months)
    )
    yield Block("heading", _("What I ask for"), level=2)
    yield Block("text", _("Please send me the calculation for each month. I would like to see:"))
    yield Block(
        "list",
        items=(
            _("the wage you have counted, and which month it is from"),
            _("my own pension and the employer's, and whether they were added to the wage or were already in it"),
            _("other income you have counted, for example sickness benefit, holiday money or pay for several months"),
            _("the wage ceiling (lønloft), what is in it, and who has stated it"),
            _("the rates you have used: the highest subsidy, and the threshold between 30 and 55%"),
            _("what you have taken off in the end: ATP, and corrections of earlier months"),
        ),
    )
    yield Block("text", _("Please tell me when I can expect an answer."))
    yield _cited(Source(LAB, "§ 123"), Source(BEK_SUBSIDY, "§§ 1-14"), Source(RSL, "§ 3, stk. 2"))
    if recalculate:
        yield Block("heading", _("A new calculation"), level=2)
        yield Block("text", _(_ANEW))
        yield Block("text", _(_FURTHER_BACK))
        yield _cited(Source(BEK_SUBSIDY, "§ 4, stk. 4"), Source(LIMITATION, "§ 3"), Source(ADMINISTRATION, "§§ 22-25"))
    yield Block("heading", _("See the papers"), level=2)
    yield Block("text", _(_PAPERS))
    yield _cited(Source(ADMINISTRATION, "§ 9, stk. 1-2"), Source(ADMINISTRATION, "§ 16, stk. 2"))
    yield Block("text", _("My own figures are in the appendix. Please write to me if something in them is wrong."))
    yield Block("text", _("Kind regards"))
    yield Block("blanks", items=(_("Name"),))


def _cited(*sources: Source) -> Block:
    return sources_block(sources, show_status=False)


_ANEW = N_(
    "Please also recalculate the subsidy for the months where your calculation and mine differ, and send me a "
    "decision in writing with the reasons for it and how I can appeal."
)
_FURTHER_BACK = N_(
    "When income changes afterwards, the subsidy can be corrected for up to 12 months. If it has been worked out "
    "wrongly, I can ask for three years, as I read the act on the limitation of claims (forældelsesloven). Please go "
    "that far back, or tell me which rule you follow."
)
_PAPERS = N_(
    "Please also let me see the papers that the calculation is based on (aktindsigt), including what my employer has "
    "stated as the wage for full time. Under the act I must have the papers within 7 working days of the day you get "
    "this letter. If that is not possible, please tell me why, and when I can expect them."
)


def _appendix(check: Check, today: date) -> Iterator[Block]:
    yield Block("break")
    yield Block("heading", _("Appendix: my figures"), level=2)
    made = _("Made on {today}, under the rules as they were read on {checked}. “You” in the appendix is the sender.")
    yield Block("note", fill(made, today=today, checked=RULES_CHECKED))
    yield Block("text", _("A difference of up to DKK 2 in a month comes from rounding and is not counted."))
    yield Block("text", _("All amounts are before tax. The subsidy for a month's wage is paid in the month after."))
    together = (_("Together"), say(check.paid), _range(check.least, check.most), "")
    yield Block(
        "figures",
        heads=(_("Month of the wage"), _("Paid"), _("Under the rules"), _("Difference")),
        rows=(*(_row(month) for month in check.months), *([together] if check.months[1:] else [])),
    )
    for month in check.months:
        yield from _month(month)
    yield from rates_blocks(month.due.result.rates for month in check.months)


def _row(month: CheckedMonth) -> tuple[str, ...]:
    paid = Kroner(month.paid.paid_subsidy_month)
    return say(month.paid.month), say(paid), _range(month.due.least, month.due.most), _difference(month)


def _difference(month: CheckedMonth) -> str:
    """How much less or more was paid, in words, so that no sign can be misread."""
    gap = month.difference_month
    if not gap:
        return "–" if month.question or month.due.least != month.due.most else say(gap)
    return fill(_("{amount} less") if gap > 0 else _("{amount} more"), amount=Kroner(abs(gap)))


def _range(least: Kroner, most: Kroner) -> str:
    return say(least) if least == most else f"{say(least)} – {say(most)}"


def _month(month: CheckedMonth) -> Iterator[Block]:
    yield Block("heading", say(month.paid.month), level=3)
    rows = tuple((label, say(value)) for label, value in _entered(month.paid) if value is not None)
    yield Block("pairs", heads=(_("What the payslip and the statement say"), _("Amount")), rows=rows)
    rows = tuple(
        (f"{say(step.label)}: {say(step.sum)}", say(step.amount) if step.amount is not None else "–")
        for step in month.steps
    )
    yield Block("pairs", heads=(_("What the rules give you"), _("Amount")), rows=rows)
    # Possible mistakes by the sender are shown on the page but not sent to the municipality.
    reasons = [reason for reason in month.reasons if not reason.key.is_entry_error]
    if reasons:
        yield Block(
            "text", _("The following would explain the amount paid. I don't know whether this is what happened:")
        )
        yield Block("list", items=tuple(_explanations(month, reasons)))
    for remark in month.remarks:
        yield Block("text", say(remark))
    cited_by = (*(step.sources for step in month.steps), *(reason.sources for reason in reasons))
    yield sources_block(
        dict.fromkeys(source for cited in cited_by for source in cited),
    )


def _explanations(month: CheckedMonth, reasons: list[Reason]) -> Iterator[str]:
    """Each reason; if a ceiling would explain it as well as a wage, both are given."""
    ceiling, wage = month.ceiling_that_fits_month, month.counted_wage_that_fits_month
    if ceiling is None or wage is None:
        yield from (say(reason.text) for reason in reasons)
        return
    yield fill(_("a wage ceiling of {ceiling}"), ceiling=ceiling)
    yield fill(_("a counted wage of {wage} for the month"), wage=wage)
    yield from (say(reason.text) for reason in reasons if reason.key != ReasonKey.COUNTED_WAGE_TOO_HIGH)


def _entered(paid: PaidMonth) -> tuple[tuple[str, Value | None], ...]:
    """The amounts that were entered; those left empty or at 0 are None."""
    return (*_wage_entered(paid), *_other_income_entered(paid), *_ceiling_and_payout_entered(paid))


def _kroner(label: str, amount: Decimal | None) -> tuple[str, Kroner | None]:
    return label, None if amount is None else Kroner(amount)


def _wage_entered(paid: PaidMonth) -> Iterator[tuple[str, Value | None]]:
    wage = _("Wage including all pension") if paid.pension_included else _("AM-income, before pension is added")
    yield _kroner(wage, paid.wage_month)
    yield _kroner(_("Own pension"), paid.own_pension_month or None)
    yield _kroner(_("The employer's pension"), paid.employer_pension_month or None)
    yield _kroner(_("Own ATP, in the wage"), paid.atp_in_wage_month or None)
    yield _kroner(_("Taxed benefits in kind, in the wage"), paid.taxed_goods_month or None)
    yield _kroner(_("Holiday supplement (ferietillæg), in the wage"), paid.holiday_supplement_month or None)
    yield _kroner(_("Other pay for the whole year, in the wage"), paid.once_paid_month or None)
    yield _kroner(_("Holiday money in the wage, paid to Feriekonto"), paid.holiday_earned_month or None)
    several = _("Pay for {months} months, in the wage").format(months=paid.several_months)
    yield _kroner(several, paid.several_months_pay or None)
    yield _("Working days in the job"), paid.days_in_job


def _other_income_entered(paid: PaidMonth) -> Iterator[tuple[str, Value | None]]:
    yield _kroner(_("Other wage"), paid.other_wage_month or None)
    yield _kroner(_("Surplus of a side business"), paid.side_business_month or None)
    yield _kroner(_("Compensation for lost earnings or care allowance"), paid.care_pay_month or None)
    claimed, lost = _("Sickness or parental benefit"), _("Sickness or parental benefit that was due but not paid")
    yield _kroner(claimed if paid.benefit_claimed else lost, paid.benefit_month or None)
    yield _kroner(_("Holiday money for holiday taken"), paid.holiday_held_month or None)
    days = _("Days of holiday with unemployment allowance (ledighedsydelse)")
    yield days, paid.holiday_unemployment_days or None


def _ceiling_and_payout_entered(paid: PaidMonth) -> Iterator[tuple[str, Value | None]]:
    ceiling = paid.ceiling
    yield _kroner(_("Wage ceiling that the employer has stated"), ceiling.stated_month)
    yield _kroner(_("Hourly wage at an ordinary pace"), ceiling.hourly_wage)
    hours = ceiling.paid_hours_week
    yield _("Paid hours a week"), None if hours is None else Hours(hours)
    full_time = ceiling.full_time_hours_week
    yield _("Full time at the workplace, hours a week"), Hours(full_time) if hours is not None else None
    yield _kroner(_("Pay for the whole year at full time, this month"), ceiling.once_month or None)
    yield _kroner(_("Subsidy that was paid, before ATP"), paid.paid_subsidy_month)
    yield _kroner(_("ATP withheld"), paid.paid_atp_month)
