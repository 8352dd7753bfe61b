"""The lowest and the highest total for hours and pace that are only known as ranges (LAB §§ 122-123)."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from fleksjob_site.kernel.text import N_, HoursPaid, Kroner, Text, Value
from salary.law.curve import Curve, KinkKey, Point


class BandKey(StrEnum):
    """What the total depends on within the range."""

    NOTHING = "nothing"
    CEILING = "ceiling"
    HOURS = "hours"
    PACE = "pace"
    HOURS_AND_PACE = "hours-and-pace"


@dataclass(frozen=True, slots=True)
class Band:
    """The lowest and the highest total of a range, and what the total depends on.

    More paid hours never give less, so the ends are exact: the shortest hours at the slowest pace, and the longest at
    the fastest.
    """

    least: Point
    most: Point
    key: BandKey
    sentence: Text
    remarks: tuple[Text, ...]

    @property
    def width(self) -> Kroner:
        """The difference between the lowest and the highest total, kr. a month before tax."""
        return Kroner(self.most.total - self.least.total)


def band(curve: Curve, hours_from: Decimal, hours_to: Decimal, pace_from: Decimal, pace_to: Decimal) -> Band:
    """The lowest and the highest total of a range of hours at work a week and of work pace in per cent.

    The hours and the pace of the curve's own case are not used.
    """
    least, most = curve.at(hours_from * pace_from / 100), curve.at(hours_to * pace_to / 100)
    key, sentence = _depends_on(least, most, hours_from < hours_to, pace_from < pace_to)
    values: dict[str, Value] = {
        "least": least.total_month,
        "most": most.total_month,
        "least_hours": HoursPaid(least.hours),
        "most_hours": HoursPaid(most.hours),
        "ceiling": curve.rule.ceiling or Kroner(0),
    }
    return Band(least, most, key, Text(sentence, values), tuple(_remarks(curve, least, most)))


def _depends_on(least: Point, most: Point, hours_vary: bool, pace_varies: bool) -> tuple[BandKey, str]:
    if least.total == most.total:
        # Only at the ceiling can more wage leave the total as it is.
        if least.wage < most.wage:
            return BandKey.CEILING, N_(
                "Neither hours nor pace makes a difference: from {least_hours} to {most_hours} a week, wage and "
                "subsidy together are {ceiling} a month before tax, which is the wage ceiling."
            )
        return BandKey.NOTHING, N_("Your total is {least} a month before tax, whichever end of the range is right.")
    if not pace_varies:
        return BandKey.HOURS, N_(
            "It depends on the hours: {least_hours} a week give {least}, and {most_hours} give {most} a month "
            "before tax."
        )
    if not hours_vary:
        return BandKey.PACE, N_(
            "It depends on the pace: {least_hours} a week give {least}, and {most_hours} give {most} a month "
            "before tax."
        )
    return BandKey.HOURS_AND_PACE, N_(
        "It depends on hours and pace together: {least_hours} a week give {least}, and {most_hours} give "
        "{most} a month before tax."
    )


def _remarks(curve: Curve, least: Point, most: Point) -> list[Text]:
    """What happens between the least and the most: the first hour, and a ceiling within the range."""
    remarks = []
    if not least.wage and most.wage and curve.jump:
        remarks.append(
            Text(
                N_("The least is without paid hours. The first hour brings a subsidy of up to {jump}."),
                {"jump": curve.jump},
            )
        )
    for kink in curve.kinks:
        if kink.key in (KinkKey.CEILING_FROM, KinkKey.CEILING_TO) and least.hours < kink.point.hours < most.hours:
            remarks.append(kink.sentence)
    return remarks
