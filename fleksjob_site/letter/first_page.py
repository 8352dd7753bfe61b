"""The first page of the letter for the meeting: the summary, what to ask, and room for notes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.conf import settings
from django.utils.translation import gettext as _

from eligibility.law.assessment import Assessment
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.in_short import Income, InShort
from fleksjob_site.kernel.text import N_
from fleksjob_site.letter.blocks import Block
from fleksjob_site.texts.writing import fill, say

TITLE = N_("For the meeting with the municipality")
LINES_FOR_CONSIDERATIONS = 2


def first_page(assessment: Assessment, income: Income | None, today: date, example: str | None) -> Iterator[Block]:
    """The page for an assessment made `today`; `income` is wage and subsidy before tax."""
    yield Block("small", _("For the meeting with the municipality about a flexi-job (fleksjob)"))
    yield Block("heading", say(assessment.heading), level=1)
    yield Block("fields", items=(_("Name"), _("Date of birth"), _("Case number")))
    about = fill(_("“You” is the person whose answers these are. Made on {today}."), today=today)
    yield Block("small", f"{about} {fill(_('A made-up example: {name}.'), name=example)}" if example else about)
    if contact := contact_line():
        yield Block("small", contact)
    short = assessment.in_short
    decides = None if short.unsettled else short.decides
    amount = short.amount(income if assessment.subsidy_applies else None)
    sentences = (short.suggests, decides, short.next_step.text, amount, short.who_decides)
    yield Block("summary", items=tuple(say(sentence) for sentence in sentences if sentence))
    if only := in_full(short):
        yield _single_panel(only)
    elif short.unsettled:
        yield Block("panel", _("What is open or does not fit"), items=tuple(map(_panel_item, short.unsettled)))
    yield Block("heading", _("What I want to ask"), level=2)
    yield Block("boxes", items=tuple(say(question) for question in assessment.to_ask))
    yield Block("heading", _("The considerations I need at work (skånehensyn)"), level=2)
    yield Block("text", _("For example breaks, quiet, working from home, no lifting, fixed hours."))
    yield Block("lines", level=LINES_FOR_CONSIDERATIONS)
    yield Block("heading", _("My notes"), level=2)
    yield Block("lines")
    yield Block("break")


def contact_line() -> str:
    """How to reach the host's municipality, in one line; empty if the host has named none."""
    if not (here := settings.MUNICIPALITY):
        return ""
    ways = ", ".join(way for way in (here.address, here.phone, here.site) if way)
    return fill(_("If you live in {municipality}: {ways}."), municipality=here.name, ways=ways)


def in_full(short: InShort) -> Finding | None:
    """The unsettled condition that the page shows in full: only if it is the only one, for lack of space."""
    return short.unsettled[0] if len(short.unsettled) == 1 else None


def _single_panel(finding: Finding) -> Block:
    """Everything about the only condition that is open or does not fit."""
    judgement = finding.judgement
    is_open = judgement.verdict == Verdict.MUNICIPALITY
    words = _("What is open: {condition}") if is_open else _("Does not fit: {condition}")
    said = (judgement.reason, judgement.change)
    text = " ".join(say(part) for part in said if part)
    return Block("panel", words.format(condition=_(finding.criterion.title)), items=(text,))


def _panel_item(finding: Finding) -> str:
    """One of several such conditions: why in one sentence, and what would settle or change it in another."""
    said = (finding.judgement.in_brief, finding.judgement.change_in_brief)
    return f"{_(finding.criterion.title)}: {' '.join(say(part) for part in said if part)}"
