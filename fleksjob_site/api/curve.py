"""The curve endpoint: one month over all paid hours, as the income page draws it."""

from decimal import Decimal
from http import HTTPStatus
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Router
from pydantic import WithJsonSchema

from fleksjob_site.api.case import PayIn
from fleksjob_site.api.description import Call, described
from fleksjob_site.api.refusals import BODY_ERROR_RESPONSES
from fleksjob_site.api.shapes import (
    Amount,
    AnswerOut,
    MonthOut,
    Out,
    PeriodOut,
    SourceOut,
    period_out,
    sources_out,
    two_decimals,
    two_decimals_or_none,
)
from fleksjob_site.serving.api import about
from fleksjob_site.texts.writing import say
from salary.law.case import Case
from salary.law.curve import Kink, KinkKey, Point, Segment
from salary.law.curve_table import table
from salary.law.rates import month_of_rates, rates_of
from salary.law.zones import RULE_SOURCES, Zone, ZoneKey

router = Router(tags=["income"])

# Inlined in the OpenAPI document, so that client generators make no class of each.
ZoneField = Annotated[ZoneKey, WithJsonSchema({"type": "string", "enum": [key.value for key in ZoneKey]})]
_KinkField = Annotated[KinkKey, WithJsonSchema({"type": "string", "enum": [key.value for key in KinkKey]})]


class PointOut(Out):
    """The month at some paid hours: hours a week, and DKK a month before tax."""

    paid_hours_per_week: Amount
    wage_month: Amount
    """Wage of the flexi-job with all pension."""
    other_wage_month: Amount
    """Other wage, and the surplus of a side business."""
    subsidy_month: Amount
    """Rounded as the law does."""
    total_month: Amount


class ZoneOut(Out):
    """A range in which the same part of each extra krone is kept."""

    key: ZoneField
    kept_of_one_krone: Amount
    """What is left of one krone more in wage, before tax."""
    sentence: str


class StretchOut(ZoneOut):
    """The hours for which a zone holds."""

    from_hours: Amount
    to_hours: Amount


class KinkOut(Out):
    """Where one straight piece of the curve meets the next."""

    key: _KinkField
    name: str
    sentence: str
    point: PointOut


class OverHoursOut(AnswerOut):
    """What every answer about more hours or pay rests on."""

    ceiling_month: Amount | None
    """The full-time wage that limits wage and subsidy together (lønloft)."""
    ceiling_assumed: bool
    """True when the ceiling is computed from the wage, because none is stated."""
    rates_month: MonthOut
    """The month whose rates are used: the month itself, or the newest that has rates."""
    rates_assumed: bool
    """True when the newest rates stand in for a month that has none yet."""
    sources: list[SourceOut]
    rates: PeriodOut


class CurveOut(OverHoursOut):
    """The month from no hours to full time. It is straight between two kinks."""

    here: PointOut
    """The month that was asked for."""
    full_time_hours_per_week: Amount
    """Full time at the workplace."""
    jump_month: Amount
    """The subsidy that comes with the first hour: without a wage there is none."""
    points: list[PointOut]
    """Every whole hour, each kink, full time, and the month that was asked for."""
    zones: list[StretchOut]
    kinks: list[KinkOut]


_EXAMPLE: dict[str, Any] = {"month": "2026-05", "paid_hours_per_week": 10, "hourly_wage": 180, "ceiling_month": 34000}


@router.post(
    "/curve",
    url_name="curve",
    operation_id="drawCurve",
    response={HTTPStatus.OK: CurveOut, **BODY_ERROR_RESPONSES},
    openapi_extra=described(HTTPStatus.OK, *BODY_ERROR_RESPONSES, example=_EXAMPLE),
)
def curve(request: HttpRequest, body: PayIn) -> CurveOut:
    """Wage, subsidy and total of one month for all paid hours up to full time, and where the slope changes."""
    return _curve(body)


def _curve(body: PayIn) -> CurveOut:
    found = body.curve()
    assert found.here is not None
    return CurveOut(
        **about(),
        **over_hours(found.case, found.rule.ceiling, ceiling_assumed=found.ceiling_assumed),
        here=point_out(found.here),
        full_time_hours_per_week=two_decimals(found.full_time_hours),
        jump_month=two_decimals(found.jump),
        points=[point_out(row.point) for row in table(found)],
        zones=[_stretch_out(segment) for segment in found.segments],
        kinks=[kink_out(kink) for kink in found.kinks],
    )


def over_hours(case: Case, ceiling: Decimal | None, *, ceiling_assumed: bool) -> dict[str, Any]:
    """The fields of every answer about more hours or pay."""
    rates_month = month_of_rates(case.month, assume_newest=case.assume_newest_rates)
    return {
        "ceiling_month": two_decimals_or_none(ceiling),
        "ceiling_assumed": ceiling_assumed,
        "rates_month": str(rates_month),
        "rates_assumed": rates_month != case.month,
        "sources": sources_out(source.on(case.month.first_day) for source in RULE_SOURCES),
        "rates": period_out(rates_of(case)),
    }


def point_out(point: Point) -> PointOut:
    """A point of the curve, with the amounts that are paid."""
    return PointOut(
        paid_hours_per_week=two_decimals(point.hours),
        wage_month=two_decimals(point.wage),
        other_wage_month=two_decimals(point.other_wage),
        subsidy_month=two_decimals(point.subsidy_month),
        total_month=two_decimals(point.total_month),
    )


def zone_out(zone: Zone) -> ZoneOut:
    """What is kept of one more krone."""
    return ZoneOut(**_zone(zone))


def kink_out(kink: Kink) -> KinkOut:
    """Where the slope changes, and why."""
    return KinkOut(key=kink.key, name=say(kink.name), sentence=say(kink.sentence), point=point_out(kink.point))


def _stretch_out(segment: Segment) -> StretchOut:
    ends = {"from_hours": two_decimals(segment.start.hours), "to_hours": two_decimals(segment.end.hours)}
    return StretchOut(**_zone(segment.zone), **ends)


def _zone(zone: Zone) -> dict[str, Any]:
    return {"key": zone.key, "kept_of_one_krone": two_decimals(zone.kept), "sentence": say(zone.sentence)}


CALLS = {
    "/curve": Call(lambda: _curve(PayIn.model_validate(_EXAMPLE)), PayIn, {"month": "2026-13", "wage_month": 8000})
}
