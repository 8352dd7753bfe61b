"""The page on which an employer states the full-time wage to the municipality, to sign by hand."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from fleksjob_site.kernel.law import BEK_SUBSIDY, LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_, Hours, Kroner
from fleksjob_site.letter.blocks import Block, sources_block
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.texts.writing import fill, say
from salary.law.full_time_wage import PART_LABELS, PENSION_OF_WAGE, WAGE, Part
from salary.law.stated_wage import StatedWage
from salary.pages.stated_text import higher_in_words, months_in_words, part_in_words

TITLE = N_("The full-time wage in a flexi-job (lønloft)")
FOOTER = N_("Made with the fleksjob guide. To the municipality that pays the flexi-wage subsidy (fleksløntilskud).")


def full_time_wage_pdf(stated: StatedWage, today: date, languages: tuple[str, ...]) -> bytes:
    """The page as a PDF."""
    return make_pdf(lambda: full_time_wage_page(stated), Frame(TITLE, FOOTER), today, languages)


def full_time_wage_page(stated: StatedWage) -> tuple[Block, ...]:
    """The page; the names and the signature are written on it by hand."""
    return tuple(_blocks(stated))


def _blocks(stated: StatedWage) -> Iterator[Block]:
    yield Block("heading", _(TITLE), level=1)
    yield Block(
        "text",
        _("To the municipality. I, the employer, state what the employee would get for full time in the same job."),
    )
    yield sources_block((Source(LAB, "§ 123, stk. 3"), Source(BEK_SUBSIDY, "§ 12")))
    yield Block("fields", items=(_("Employer, and CVR number"), _("Employee"), _("Job")))
    yield Block("fields", level=2, items=(_("Applies from (date)"),))
    heads = (_("Before tax, for a full-time month"), _("Counted?"), _("Amount"))
    yield Block("ticks", heads=heads, rows=tuple(_rows(stated)))
    hours = Hours(stated.ordinary.full_time_hours_week)
    yield Block(
        "text", fill(_("Full time is {hours} a week. Benefits in kind and overtime are left out."), hours=hours)
    )
    higher = tuple(
        fill(
            _("In {months} it is {month}, because this is paid as well: {parts}."),
            months=months,
            month=each.month,
            parts=parts,
        )
        for each, months, parts in higher_in_words(stated)
    )
    if higher:
        yield Block("heading", _("Months in which it is higher"), level=2)
        yield Block("list", items=higher)
        yield sources_block((Source(BEK_SUBSIDY, "§ 12, stk. 4"),))
    yield Block("fields", level=2, items=(_("Name and signature of the employer"), _("Place"), _("Date")))


def _rows(stated: StatedWage) -> Iterator[tuple[str, str, str]]:
    amounts = {line.label.message: line.amount for line in stated.ordinary.lines}
    if PENSION_OF_WAGE in amounts:
        amounts[PART_LABELS[Part.PENSION]] = amounts[PENSION_OF_WAGE]
    yield _(WAGE.label), _("Yes"), say(amounts[WAGE.label])
    for part in Part:
        label, amount = part_in_words(stated, part), amounts.get(PART_LABELS[part])
        paid = stated.apart.get(part)
        if paid:
            same = len({*paid.values()}) == 1
            yield (
                f"{label} ({months_in_words(paid)})",
                _("Yes"),
                say(Kroner(next(iter(paid.values())))) if same else _("See below"),
            )
        else:
            yield label, _("Yes") if amount else _("No"), say(amount) if amount else "–"
    yield _("Full-time wage, ordinary month"), "", say(stated.month)
