"""The full-time wage in sentences, to paste into VITAS or the contract; in the active language."""

from collections.abc import Iterable, Iterator, Mapping

from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import N_, Hours, Kroner
from fleksjob_site.texts.writing import fill, in_a_row, page_language, say
from salary.law.full_time_wage import PART_LABELS, Part
from salary.law.stated_wage import HigherMonths, HolidayPaid, StatedWage

NOT_COUNTED_HOLIDAY = {
    HolidayPaid.PAID_OUT: N_("the employee gets holiday pay (feriegodtgørelse) when the holiday is taken"),
    HolidayPaid.ACCOUNT: N_("the employee gets holiday pay (feriegodtgørelse), which is paid to Feriekonto"),
}
"""Why no holiday pay is in the sum (message ids)."""


def months_in_words(numbers: Iterable[int]) -> str:
    """`maj og december`."""
    names = page_language().months
    return in_a_row([names[number] for number in numbers])


def parts_in_words(parts: Mapping[Part, Kroner]) -> str:
    """The parts with their amounts: `Bonus 500 kr.; Faste tillæg 1.000 kr.`."""
    return "; ".join(f"{_(PART_LABELS[part])} {say(amount)}" for part, amount in parts.items())


def higher_in_words(stated: StatedWage) -> Iterator[tuple[HigherMonths, str, str]]:
    """The months with more: their names, and what is paid in them."""
    for each in stated.higher:
        yield each, months_in_words(each.months), parts_in_words(each.parts)


def not_counted(stated: StatedWage) -> tuple[str, ...]:
    """The parts that are not in the sum of any month, as they are called."""
    given = stated.ordinary
    none = {part for part, amount in given.parts.items() if not amount}
    if given.pension_on_top_percent or given.parts.get(Part.PENSION):
        none.discard(Part.PENSION)
    elif given.pension_on_top_percent is not None:
        none.add(Part.PENSION)
    return tuple(part_in_words(stated, part) for part in Part if part in none)


def part_in_words(stated: StatedWage, part: Part) -> str:
    """What a part is called, with how holiday is paid where that says why no holiday pay is counted."""
    label = _(PART_LABELS[part])
    if part != Part.HOLIDAY_PAY or stated.holiday in (None, HolidayPaid.SUPPLEMENT):
        return label
    note = NOT_COUNTED_HOLIDAY[stated.holiday] if not _is_counted(stated, part) else None
    return f"{label} ({_(note)})" if note else label


def _is_counted(stated: StatedWage, part: Part) -> bool:
    return bool(stated.ordinary.parts.get(part)) or part in stated.apart


def stated_text(stated: StatedWage) -> tuple[str, ...]:
    """The text, paragraph by paragraph."""
    return tuple(_paragraphs(stated))


def _paragraphs(stated: StatedWage) -> Iterator[str]:
    hours = Hours(stated.ordinary.full_time_hours_week)
    first = _(
        "Full-time wage in this job on ordinary terms, for the wage ceiling: {month} a month before tax, for {hours} a "
        "week. It is stated under section 12 of executive order 227 of 7 March 2024."
    )
    yield fill(first, month=stated.month, hours=hours)
    lines = "; ".join(f"{say(line.label)} {say(line.amount)}" for line in stated.ordinary.lines)
    yield fill(_("It consists of: {lines}."), lines=lines)
    for each, months, parts in higher_in_words(stated):
        more = _("In {months} it is {month}, because this is paid as well: {parts}.")
        yield fill(more, months=months, month=each.month, parts=parts)
    none = not_counted(stated)
    if none:
        yield fill(_("Not counted: {parts}."), parts="; ".join(none))
