"""The payout check endpoint: the same comparison as on the page."""

from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import WithJsonSchema

from fleksjob_site.api.description import Call, described
from fleksjob_site.api.paid import PayoutCheckIn
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import (
    Amount,
    AnswerOut,
    MonthOut,
    Out,
    SourceOut,
    sources_out,
    two_decimals,
    two_decimals_or_none,
)
from fleksjob_site.api.steps import StepOut, step_out
from fleksjob_site.kernel.statement import Statement
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.contributions import atp_of
from salary.law.payout.check import CheckedMonth, Verdict, check
from salary.law.payout.judging import CANNOT_JUDGE
from salary.law.payout.questions import ConfirmQuestion, QuestionKey
from salary.law.payout.reason import Reason, ReasonKey

router = Router(tags=["payouts"])

# Inlined in the OpenAPI document, where the verdicts on a condition have the same schema name.
VerdictKey = Annotated[Verdict, WithJsonSchema({"type": "string", "enum": [verdict.value for verdict in Verdict]})]
ReasonField = Annotated[ReasonKey, WithJsonSchema({"type": "string", "enum": [key.value for key in ReasonKey]})]

QuestionField = Annotated[QuestionKey, WithJsonSchema({"type": "string", "enum": [key.value for key in QuestionKey]})]


class ReasonOut(Out):
    """An error that would explain what was paid, to within DKK 2. The real cause may still be another."""

    key: ReasonField
    sentence: str
    subsidy_month: Amount
    """The subsidy that comes out with this error."""
    sources: list[SourceOut]


class AskedOut(Out):
    """A question to answer before a month is judged, with `ceiling_confirmed` or `before_tax_confirmed`."""

    key: QuestionField
    text: str


class DueOut(Out):
    """What the rules give, DKK a month before tax."""

    subsidy_month: Amount
    atp_month: Amount
    """ATP withheld from it."""
    payout_month: Amount
    """The subsidy less ATP."""


class CheckedOut(Out):
    """A month's payout against what the rules give; DKK a month before tax."""

    month: MonthOut
    """The month of the wage."""
    rates_month: MonthOut
    """The month whose rates were used; at the end of a period it is not settled which of two counts."""
    verdict: VerdictKey
    verdict_text: str
    least: DueOut
    """The lower bound, given what is known about the ceiling; the same as `most` if the employer has stated it."""
    most: DueOut
    paid_subsidy_month: Amount
    paid_atp_month: Amount | None
    difference_month: Amount
    """Due less paid: above 0, too little was paid. 0 where the payout fits, depends on the ceiling, or is unsure."""
    question: AskedOut | None
    """Asked where a stated ceiling or the amount paid looks wrong; until it is answered the verdict is `unsure`."""
    reasons: list[ReasonOut]
    """Likely ones; empty where the payout fits, and where no known error explains it."""
    several_fit: bool
    """True when more than one reason explains the same payout."""
    ceiling_that_fits_month: Amount | None
    """The ceiling by which the payout would be right; null where none would, it is right, or a known error explains it.
    """
    counted_wage_that_fits_month: Amount | None
    """The counted wage by which it would be right; null in the same cases. If both are given, either may be
    the cause."""
    can_be_corrected: bool
    """Whether the month is within the twelve months that can be corrected, as we read the rules."""
    remarks: list[str]
    """Open points about the month's rates, and whether the ATP matches the payout."""
    steps: list[StepOut]
    """The calculation of what the rules give, with the ceiling, or the best estimate of it."""


class NotJudgedOut(Out):
    """A kind of income or payment that can't be judged here, because it needs a decision."""

    text: str
    sources: list[SourceOut]


class PayoutOut(AnswerOut):
    """All months in chronological order. Guidance only: the municipality decides."""

    months: list[CheckedOut]
    first_correctable_month: MonthOut
    """Our reading: the executive order (BEK 227/2024 § 4, stk. 4) says twelve months but not from when they count."""
    difference_within: Amount
    """The sum of the differences of the given months from `first_correctable_month` on; DKK before tax."""
    difference_before: Amount
    """The sum of those before it."""
    cannot_judge: list[NotJudgedOut]
    """The same in every response: read it before relying on a difference."""


_EXAMPLE: dict[str, Any] = {
    "months": [
        {
            "month": "2026-05",
            "wage_month": 8000,
            "own_pension_month": 400,
            "employer_pension_month": 800,
            "ceiling_month": 34000,
            "paid_subsidy_month": 18480,
        }
    ],
    "on": "2026-11-21",
}


@router.post(
    "/payout-check",
    url_name="payout-check",
    operation_id="checkPayouts",
    response={HTTPStatus.OK: PayoutOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def payout_check(request: HttpRequest, body: PayoutCheckIn) -> PayoutOut:
    """What was paid against what the rules give, month by month, with likely reasons. Amounts in DKK before tax."""
    return _payout(body)


def _payout(body: PayoutCheckIn) -> PayoutOut:
    found = check(*body.paid())
    return PayoutOut(
        **about(body.on),
        months=[_month_out(checked) for checked in found.months],
        first_correctable_month=str(found.first_correctable),
        difference_within=two_decimals(found.correctable_difference),
        difference_before=two_decimals(found.earlier_difference),
        cannot_judge=[_not_judged_out(kind) for kind in CANNOT_JUDGE],
    )


def _month_out(checked: CheckedMonth) -> CheckedOut:
    paid, due = checked.paid, checked.due
    return CheckedOut(
        month=str(paid.month),
        rates_month=str(due.rates_month),
        verdict=checked.verdict,
        verdict_text=_(checked.verdict.words),
        least=_due_out(checked, due.least),
        most=_due_out(checked, due.most),
        paid_subsidy_month=two_decimals(paid.paid_subsidy_month),
        paid_atp_month=two_decimals_or_none(paid.paid_atp_month),
        difference_month=two_decimals(checked.difference_month),
        reasons=[_reason_out(reason) for reason in checked.reasons],
        several_fit=len(checked.reasons) > 1,
        question=_question_out(checked.question),
        ceiling_that_fits_month=two_decimals_or_none(checked.ceiling_that_fits_month),
        counted_wage_that_fits_month=two_decimals_or_none(checked.counted_wage_that_fits_month),
        can_be_corrected=checked.can_be_corrected,
        remarks=[say(remark) for remark in checked.remarks],
        steps=[step_out(step) for step in checked.steps],
    )


def _due_out(checked: CheckedMonth, subsidy: Kroner) -> DueOut:
    atp = atp_of(subsidy, checked.due.result.rates)
    return DueOut(
        subsidy_month=two_decimals(subsidy), atp_month=two_decimals(atp), payout_month=two_decimals(subsidy - atp)
    )


def _question_out(question: ConfirmQuestion | None) -> AskedOut | None:
    return AskedOut(key=question.key, text=say(question.text)) if question else None


def _reason_out(reason: Reason) -> ReasonOut:
    return ReasonOut(
        key=reason.key,
        sentence=say(reason.text),
        subsidy_month=two_decimals(reason.subsidy_month),
        sources=sources_out(reason.sources),
    )


def _not_judged_out(kind: Statement) -> NotJudgedOut:
    return NotJudgedOut(text=say(kind.text), sources=sources_out(kind.sources))


_MONTH = _EXAMPLE["months"][0]
CALLS = {
    "/payout-check": Call(
        lambda: _payout(PayoutCheckIn.model_validate(_EXAMPLE)),
        PayoutCheckIn,
        _EXAMPLE | {"months": [_MONTH | {"wage_month": -1, "hourly_wage": 150}, _MONTH]},
    )
}
