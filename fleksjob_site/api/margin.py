"""The margin endpoint: what is left of one more hour, a pay rise and a higher wage, as the income page says it."""

from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import ConfigDict

from fleksjob_site.api.account import account_of
from fleksjob_site.api.case import AmountIn, IncomeIn, month_conditions
from fleksjob_site.api.curve import KinkOut, OverHoursOut, PointOut, ZoneOut, kink_out, over_hours, point_out, zone_out
from fleksjob_site.api.decimals import AMOUNT_DECIMALS, Between
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import Amount, Out, two_decimals, two_decimals_or_none
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.calculation import calculate
from salary.law.curve import curve_of
from salary.law.kept import Kept, gains
from salary.law.limits import LIKELY_A_MONTHLY_WAGE
from salary.law.margin import OneMoreHour, Raise, RaiseEffect, one_more_hour, raise_by

router = Router(tags=["income"])


class MarginIn(IncomeIn):
    """The body of `/income`, and how much more to ask about."""

    model_config = ConfigDict(json_schema_extra=month_conditions)

    raise_per_hour: Annotated[Decimal, Between(0, LIKELY_A_MONTHLY_WAGE, AMOUNT_DECIMALS)] = Decimal(5)
    """A pay rise, DKK an hour."""
    further_wage_month: AmountIn = Decimal(1000)
    """More gross wage under the same ceiling, DKK a month."""


class KeptOut(Out):
    """How much of a change reaches the account, DKK a month."""

    account_before_tax_month: Amount
    net_month: Amount | None
    """After tax; null without a card."""


class HourOut(Out):
    """One more paid hour a week, DKK a month before tax; the subsidy is not rounded."""

    wage_month: Amount
    subsidy_month: Amount
    """The change of the subsidy: mostly below 0."""
    total_month: Amount
    jump_month: Amount
    """The part of it that is the subsidy coming with a first hour."""
    sentences: list[str]
    zone: ZoneOut
    next_kink: KinkOut | None
    """Where the next change lies; null where there is none before full time."""
    account: KeptOut | None
    """Null where pension is not known."""


class RaiseEffectOut(Out):
    """A pay rise under one ceiling: what it changes, and the month after it."""

    ceiling_month: Amount
    subsidy_month: Amount
    total_month: Amount
    after: PointOut
    sentence: str


class RaiseOut(Out):
    """A pay rise at the same paid hours, DKK a month before tax."""

    wage_month: Amount
    """With pension."""
    reported: RaiseEffectOut
    """If the ceiling follows the pay rise: an assumed one always does."""
    unreported: RaiseEffectOut | None
    """While the employer has not stated the new full-time wage; null where the ceiling is assumed."""
    account: KeptOut | None
    """What reaches the account if the ceiling follows; null where pension is not known."""


class MarginOut(OverHoursOut):
    """What is left of more work or more pay."""

    hour: HourOut | None
    """Null where only the wage of the month is known."""
    raised: RaiseOut | None
    """Null in the same case."""
    further_wage: KeptOut | None
    """Null without a wage, and where pension is not known."""


_EXAMPLE: dict[str, Any] = {
    "month": "2026-05",
    "paid_hours_per_week": 10,
    "hourly_wage": 180,
    "ceiling_month": 34000,
    "tax": {"percent": 38, "deduction_month": 4500, "main_card": "municipality"},
}


@router.post(
    "/margin",
    url_name="margin",
    operation_id="findMargin",
    response={HTTPStatus.OK: MarginOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def margin(request: HttpRequest, body: MarginIn) -> MarginOut:
    """What is left of one more hour, a pay rise and a higher wage: in all, on the account and after tax."""
    return _margin(body)


def _margin(body: MarginIn) -> MarginOut:
    result = calculate(body.case())
    curve, account = curve_of(result.case), account_of(body, result)
    hour = one_more_hour(curve, curve.here.hours) if curve and curve.here else None
    rise = raise_by(curve, body.raise_per_hour) if curve else None
    kept = gains(account, result, hour, curve.at(hour.start.hours + 1) if curve and hour else None, rise)
    return MarginOut(
        **about(),
        **over_hours(result.case, result.wage.ceiling_month, ceiling_assumed=result.wage.ceiling_assumed),
        hour=_hour_out(hour, kept.hour) if hour else None,
        raised=_raise_out(rise, kept.rise) if rise else None,
        further_wage=_kept_out(account.of_further_wage(result, body.further_wage_month) if account else None),
    )


def _hour_out(hour: OneMoreHour, kept: Kept | None) -> HourOut:
    return HourOut(
        wage_month=two_decimals(hour.wage),
        subsidy_month=two_decimals(hour.subsidy),
        total_month=two_decimals(hour.total),
        jump_month=two_decimals(hour.jump),
        sentences=[say(sentence) for sentence in hour.sentences],
        zone=zone_out(hour.zone),
        next_kink=kink_out(hour.next_kink) if hour.next_kink else None,
        account=_kept_out(kept),
    )


def _raise_out(rise: Raise, kept: Kept | None) -> RaiseOut:
    return RaiseOut(
        wage_month=two_decimals(rise.wage),
        reported=_effect_out(rise.reported),
        unreported=_effect_out(rise.unreported) if rise.unreported else None,
        account=_kept_out(kept),
    )


def _effect_out(effect: RaiseEffect) -> RaiseEffectOut:
    return RaiseEffectOut(
        ceiling_month=two_decimals(effect.ceiling_month),
        subsidy_month=two_decimals(effect.subsidy),
        total_month=two_decimals(effect.total),
        after=point_out(effect.after),
        sentence=say(effect.sentence),
    )


def _kept_out(kept: Kept | None) -> KeptOut | None:
    if kept is None:
        return None
    return KeptOut(
        account_before_tax_month=two_decimals(kept.before_tax), net_month=two_decimals_or_none(kept.after_tax)
    )


CALLS = {
    "/margin": Call(
        lambda: _margin(MarginIn.model_validate(_EXAMPLE)),
        MarginIn,
        _EXAMPLE | {"raise_per_hour": 30000, "further_wage_month": -1},
    )
}
