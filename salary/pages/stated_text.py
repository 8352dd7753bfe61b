"""The full-time wage in sentences, to paste into VITAS or the contract; in the active language."""

from collections.abc import Iterable, Iterator

from django.utils.translation import gettext as _

from fleksjob_site.kernel.text import Hours, Kroner
from fleksjob_site.texts.writing import fill, in_a_row, page_language, say
from salary.law.full_time_wage import PART_LABELS, Part
from salary.law.stated_wage import HigherMonths, StatedWage


def months_in_words(numbers: Iterable[int]) -> str:
    """`maj og december`."""
    names = page_language().months
    return in_a_row([names[number] for number in numbers])


def parts_in_words(stated: StatedWage, parts: Iterable[Part]) -> str:
    """The parts with their amounts: `Bonus 500 kr.; Faste tillæg 1.000 kr.`."""
    return "; ".join(f"{_(PART_LABELS[part])} {say(_amount(stated, part))}" for part in parts)


def higher_in_words(stated: StatedWage) -> Iterator[tuple[HigherMonths, str, str]]:
    """The months with more: their names, and what is paid in them."""
    for each in stated.higher:
        yield each, months_in_words(each.months), parts_in_words(stated, each.parts)


def not_in_the_job(stated: StatedWage) -> tuple[Part, ...]:
    """The parts that the job does not have."""
    given = stated.all_parts
    none = {part for part, amount in given.parts.items() if not amount}
    if given.pension_on_top_percent or given.parts.get(Part.PENSION):
        none.discard(Part.PENSION)
    elif given.pension_on_top_percent is not None:
        none.add(Part.PENSION)
    return tuple(part for part in Part if part in none)


def stated_text(stated: StatedWage) -> tuple[str, ...]:
    """The text, paragraph by paragraph."""
    return tuple(_paragraphs(stated))


def _paragraphs(stated: StatedWage) -> Iterator[str]:
    hours = Hours(stated.all_parts.full_time_hours_week)
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
    none = not_in_the_job(stated)
    if none:
        yield fill(_("Not in the job: {parts}."), parts="; ".join(_(PART_LABELS[part]) for part in none))


def _amount(stated: StatedWage, part: Part) -> Kroner:
    return next(line.amount for line in stated.all_parts.lines if line.label.message == PART_LABELS[part])
