"""The picture of the curve and its table: nothing lies outside, over, or elsewhere than it says."""

from decimal import Decimal

import pytest

from fleksjob_site.kernel.text import Text
from salary.law.curve import curve_of
from salary.law.curve_table import table
from salary.pages.chart import WIDTH, Chart, chart
from tests.salary.law.any_curve import PERIODS, cases_of
from tests.salary.law.given import curve


def places(points: str) -> list[tuple[float, float]]:
    pairs = [pair.split(",") for pair in points.split(" ")]
    return [(float(x), float(y)) for x, y in pairs]


def kroner_at(drawn: Chart, y: float) -> float:
    """What a height means by the ticks of the axis."""
    lowest, highest = drawn.kroner_ticks[0], drawn.kroner_ticks[-1]
    return float(highest.value) * (lowest.place - y) / (lowest.place - highest.place)


def plain(text: Text) -> str:
    return text.message.format(**text.values)


def test_every_line_and_mark_of_every_case_lies_where_its_amount_is_and_inside_the_picture() -> None:
    for case in (case for rates in PERIODS for case in cases_of(rates)):
        found = curve_of(case)
        assert found is not None
        drawn = chart(found)
        assert drawn.width == WIDTH
        inside = [place for area in drawn.areas for place in places(area.points)] + places(drawn.total)
        assert all(drawn.left <= x <= drawn.right and drawn.top <= y <= drawn.bottom for x, y in inside)
        ends = [found.segments[0].start, *(segment.end for segment in found.segments)]
        room = float(drawn.kroner_ticks[-1].value) / 1000
        for (_, y), point in zip(places(drawn.total), ends, strict=True):
            assert kroner_at(drawn, y) == pytest.approx(float(point.total), abs=room)
        for number, (mark, kink) in enumerate(zip(drawn.marks, found.kinks, strict=True), start=1):
            assert (mark.number, mark.kink) == (number, kink)
            assert kroner_at(drawn, mark.y) == pytest.approx(float(kink.point.total), abs=room)
            assert 0 < mark.label_y < drawn.top
        for one, other in zip(drawn.marks, drawn.marks[1:], strict=False):
            assert one.row != other.row or other.x - one.x >= 22


def test_the_areas_stand_on_each_other_and_the_total_runs_on_top() -> None:
    drawn = chart(curve(hourly_wage=200, other_wage_month=3000))
    assert [area.key for area in drawn.areas] == ["other-wage", "wage", "subsidy"]
    for below, above in zip(drawn.areas, drawn.areas[1:], strict=False):
        corners, on_top = places(below.points), places(above.points)
        half = len(corners) // 2
        assert on_top[half:] == corners[:half][::-1]
    assert places(drawn.areas[-1].points)[: len(places(drawn.total))] == places(drawn.total)
    assert all(y == drawn.bottom for _, y in places(drawn.areas[0].points)[len(places(drawn.total)) :])


def test_an_area_of_nothing_is_not_drawn() -> None:
    assert [area.key for area in chart(curve(hourly_wage=200)).areas] == ["wage", "subsidy"]
    assert [area.key for area in chart(curve(hourly_wage=200, ceiling_month=0)).areas] == ["wage"]
    assert chart(curve(hourly_wage=0)).areas == ()


def test_the_axes_have_ticks_at_round_hours_and_kroner() -> None:
    drawn = chart(curve(hourly_wage=200))
    assert [tick.value for tick in drawn.hour_ticks] == [0, 5, 10, 15, 20, 25, 30, 35]
    assert (drawn.hour_ticks[0].place, drawn.hour_ticks[4].place) == (46, 187.6)
    # The most is 32 067 kr.
    assert [tick.value for tick in drawn.kroner_ticks] == [0, 10000, 20000, 30000, 40000]
    assert (drawn.kroner_ticks[0].place, drawn.kroner_ticks[-1].place) == (drawn.bottom, drawn.top)


@pytest.mark.parametrize(("full_time", "last"), [("1", 1), ("30", 30), ("34.5", 30), ("40", 40), ("168", 150)])
def test_another_full_time_norm_has_ticks_of_its_own(full_time: str, last: int) -> None:
    ticks = chart(curve(hourly_wage=200, full_time_hours_week=full_time)).hour_ticks
    assert ticks[-1].value == last
    assert 2 <= len(ticks) <= 9


def test_the_jump_of_the_first_hour_is_an_upright_line_from_other_wage() -> None:
    drawn = chart(curve(hourly_wage=200, other_wage_month=3000))
    assert drawn.jump is not None
    assert drawn.jump.x == drawn.left
    assert kroner_at(drawn, drawn.jump.y_from) == pytest.approx(3000, abs=50)
    assert (drawn.jump.x, drawn.jump.y_to) == places(drawn.total)[0]
    assert chart(curve(hourly_wage=0)).jump is None
    assert chart(curve(hourly_wage=200, other_wage_month=60000)).jump is None


def test_marks_that_would_cover_each_other_stand_in_rows() -> None:
    # The threshold at 16 323 kr. is soon followed by the ceiling.
    near = chart(curve(hourly_wage=200, ceiling_month=31600))
    assert [mark.row for mark in near.marks] == [0, 1, 0]
    apart = chart(curve(hourly_wage=250))
    assert [mark.row for mark in apart.marks] == [0, 0, 0]
    assert near.top == apart.top + 24
    assert near.marks[1].label_y == near.marks[0].label_y - 24


def test_here_is_the_case_itself_and_its_words_turn_inwards() -> None:
    for hours, anchor in ((5, "start"), (30, "end")):
        drawn = chart(curve(paid_hours_week=hours, hourly_wage=200))
        assert drawn.here is not None
        assert (drawn.here.point.hours, drawn.here.anchor) == (hours, anchor)
        assert kroner_at(drawn, drawn.here.y) == pytest.approx(float(drawn.here.point.total), abs=50)
    assert chart(curve(hourly_wage=200)).here is None
    assert chart(curve(paid_hours_week=38, hourly_wage=200)).here is None


def test_a_sentence_says_each_thing_that_the_picture_shows() -> None:
    found = curve(hourly_wage=200, other_wage_month=3000)
    said = [plain(text) for text in chart(found).sentences]
    assert len(said) == 3 + len(found.kinks)
    assert "Without hours it is 3000" in said[0]
    assert "subsidy of up to 19052" in said[1]
    assert "You keep 70 øre" in said[2]
    assert all("before tax" in text for text in said)
    assert "Without a wage there is no subsidy" in plain(chart(curve(hourly_wage=0)).sentences[1])
    assert len(chart(curve(hourly_wage=200, other_wage_month=60000)).sentences) == 2


def test_the_table_has_every_whole_hour_every_kink_and_the_case_itself_in_order() -> None:
    found = curve(paid_hours_week="12.5", hourly_wage=200)
    rows = table(found)
    hours = [row.point.hours for row in rows]
    # The last kink lies on the whole hour 37.
    assert len(rows) == 38 + 2 + 1
    assert hours == sorted(hours)
    assert set(range(38)) <= set(hours)
    assert [row.kink for row in rows if row.kink] == list(found.kinks)
    assert [row.point for row in rows if row.here] == [found.here]
    assert rows[0].point.total == 0
    assert rows[-1].amounts == (rows[-1].point.all_wage, rows[-1].point.subsidy_month, rows[-1].point.total_month)


def test_the_table_ends_at_full_time() -> None:
    assert [
        row.point.hours for row in table(curve(hourly_wage=200, full_time_hours_week="2.5", ceiling_month=90000))
    ] == [
        0,
        1,
        2,
        Decimal("2.5"),
    ]
    beyond = table(curve(paid_hours_week=40, hourly_wage=200))
    assert beyond[-1].point.hours == 37
    assert not any(row.here for row in beyond)


def test_the_zone_after_a_kink_goes_on_from_its_row() -> None:
    found = curve(hourly_wage=200)
    for row in table(found):
        assert row.kink is None or found.zone_at(row.point.hours) == row.kink.after
    unpaid = curve(hourly_wage=0)
    assert {unpaid.zone_at(row.point.hours).key for row in table(unpaid)} == {"no-wage"}
