"""The sheet that the sender of a payout letter keeps: how to send it, dates to note, what may follow."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _

from eligibility.law.decision import APPEAL
from fleksjob_site.kernel.law import ADMINISTRATION, BEK_SUBSIDY, LIMITATION, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.status import Status
from fleksjob_site.kernel.text import N_
from fleksjob_site.letter.blocks import Block, documents_of, sources_block
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.texts.writing import say
from salary.law.payout.judging import TOO_MUCH

TITLE = N_("For yourself: about the letter on your subsidy")
FOOTER = N_("Made with the fleksjob guide. This sheet is for you. Do not send it.")


def payout_sheet_pdf(today: date, language: str) -> bytes:
    """The sheet as a PDF."""
    return make_pdf(payout_sheet, Frame(TITLE, FOOTER), today, (language,))


def payout_sheet() -> tuple[Block, ...]:
    """The sheet; nothing on it is about a person."""
    blocks = tuple(_blocks())
    return (*blocks, *documents_of(blocks))


def _blocks() -> Iterator[Block]:
    yield Block("heading", _(TITLE), level=1)
    yield Block("heading", _("Send the letter"), level=2)
    yield Block(
        "ordered",
        items=(
            _("Look through the figures in the appendix."),
            _(
                "Log in to Digital Post with MitID, for example on borger.dk. Write a new message to your municipality "
                "and attach the letter. Write your name and CPR number in the message. MitID shows that it is from you."
            ),
            _("If you can't use Digital Post, print the letter, write your name and sign it. Get a receipt for it."),
            _("Don't put your CPR number in an ordinary e-mail."),
            _("Keep a copy of what you sent."),
        ),
    )
    yield Block("heading", _("Note the dates"), level=2)
    yield Block(
        "blanks",
        items=(
            _("I sent the letter on"),
            _("I got the papers on"),
            _("I got a decision on"),
            _("My appeal must arrive no later than"),
        ),
    )
    yield Block(
        "list",
        items=(
            _(
                "The papers: you must have them within 7 working days of the day the municipality got your letter. If "
                "that is not possible, it must tell you why, and when you will get them."
            ),
            _(
                "The calculation: the municipality sets its own time limit and must publish it. If it can't keep it, "
                "it must write to you and say when you can expect an answer."
            ),
            _("An appeal: four weeks from the day you got the decision."),
            _(
                "Your claim: when income changes afterwards, up to 12 months can be corrected. If the subsidy was "
                "worked out wrongly, the claim as a rule lapses after three years. That is how we read the general "
                "act on the limitation of claims. We have seen no decision on it."
            ),
        ),
    )
    yield sources_block(
        (
            Source(ADMINISTRATION, "§ 16, stk. 2"),
            Source(RSL, "§ 3, stk. 2"),
            Source(RSL, "§ 67"),
            Source(BEK_SUBSIDY, "§ 4, stk. 4"),
            Source(LIMITATION, "§ 3", Status.READING),
        )
    )
    yield Block("heading", _("It may also show that you got too much"), level=2)
    for warning in TOO_MUCH:
        yield Block("text", say(warning.text))
    yield sources_block(source for warning in TOO_MUCH for source in warning.sources)
    yield Block("heading", _("If you get a decision that you disagree with"), level=2)
    yield Block("list", items=tuple(say(advice.text) for advice in APPEAL))
    yield sources_block(source for advice in APPEAL for source in advice.sources)
