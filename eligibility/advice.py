"""What to do and who decides: each piece of advice holds from a first day to a last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from eligibility.questions.scheme import OLD_TERMS
from fleksjob_site.kernel.law import (
    APPEALS_2014,
    BEK_APPEAL,
    BEK_CLARIFICATION,
    CABI_TEAM,
    IDA_PRACTICE,
    LAB,
    LAS,
    REFORM_2025,
    RSL,
    STAR_WEBINAR,
    Source,
    Status,
)
from fleksjob_site.kernel.text import N_, Text

MUNICIPALITY_INSTEAD_OF_JOBCENTRE = date(2026, 2, 1)
"""From this day no municipality must have a jobcentre (lov 1750/2025; the two days are named by STAR)."""

DESCRIPTION_INSTEAD_OF_PLAN = date(2026, 7, 1)
"""From this day the overall description replaces the rehabilitation plan and the team; the day is inferred."""

NEW_ACT_EXPECTED = date(2027, 1, 1)
"""A new main act is expected from this day; rules read before it may then be out of date."""


@dataclass(frozen=True, slots=True)
class Advice:
    """Something to know or do, where it stands, and the days it holds on."""

    text: Text
    sources: tuple[Source, ...]
    first_day: date = date.min
    last_day: date = date.max


_BEFORE_FEBRUARY = date(2026, 1, 31)
_BEFORE_JULY = date(2026, 6, 30)

STEPS = (
    Advice(
        Text(
            N_("Contact the jobcentre of your municipality. You can do it from work, from sick leave or without work.")
        ),
        (Source(RSL, "§ 9, stk. 1"),),
        last_day=_BEFORE_FEBRUARY,
    ),
    Advice(
        Text(N_("Contact the municipality where you live. You can do it from work, from sick leave or without work.")),
        (
            Source(RSL, "§ 9, stk. 1"),
            Source(IDA_PRACTICE, "", Status.PRACTICE),
            Source(STAR_WEBINAR, "", Status.PRACTICE),
        ),
        first_day=MUNICIPALITY_INSTEAD_OF_JOBCENTRE,
    ),
    Advice(
        Text(
            N_(
                "The municipality must look at all kinds of help. You can't ask it to look at a flexi-job alone. If it "
                "refuses to open a case on a flexi-job, that is a decision you can appeal."
            )
        ),
        (Source(RSL, "§ 5"), Source(APPEALS_2014, "", Status.PRACTICE)),
    ),
    Advice(
        Text(
            N_(
                "The municipality finds out what you can do, often by a work placement "
                "(virksomhedspraktik). It may ask "
                "for a statement from your doctor, and it pays for it."
            )
        ),
        (Source(RSL, "§ 10"), Source(BEK_CLARIFICATION, "§ 4")),
    ),
    Advice(
        Text(
            N_(
                "You and your caseworker write the preparing part of a rehabilitation plan. A "
                "rehabilitation team, where "
                "you take part, then gives its recommendation before the decision."
            )
        ),
        (Source(LAB, "§ 118, stk. 1"), Source(BEK_CLARIFICATION, "§§ 2-3")),
        last_day=_BEFORE_JULY,
    ),
    Advice(
        Text(
            N_(
                "When the municipality thinks that you are in the target group, it writes an overall "
                "description of what "
                "you need to be able to work (samlet beskrivelse). It may ask the region's health "
                "coordinator for advice."
            )
        ),
        (Source(REFORM_2025, "§ 43"), Source(REFORM_2025, "§ 15 a"), Source(REFORM_2025, "", Status.READING)),
        first_day=DESCRIPTION_INSTEAD_OF_PLAN,
    ),
    Advice(
        Text(
            N_(
                "If you get a yes, you get ledighedsydelse until you find a job, if its own conditions "
                "are met. You can "
                "ask for a certificate for employers (fleksjobbevis)."
            )
        ),
        (Source(LAB, "§ 117, stk. 3"), Source(LAS, "§ 74 a")),
    ),
)

TO_BRING = (
    Advice(Text(N_("This page, printed or on your phone.")), (Source(RSL, "§ 4"),)),
    Advice(
        Text(N_("What has been tried, when, and how it went.")),
        (Source(LAB, "§ 118, stk. 2, nr. 2"),),
    ),
    Advice(
        Text(
            N_("What you can and can't do on an ordinary day: hours, breaks, tasks, and what they cost you afterwards.")
        ),
        (Source(LAB, "§ 118, stk. 2, nr. 1"),),
    ),
    Advice(
        Text(
            N_(
                "Letters from doctors and hospitals, if you have them. The municipality must itself get "
                "what is missing."
            )
        ),
        (Source(RSL, "§ 10"), Source(RSL, "§ 11, stk. 1")),
    ),
    Advice(
        Text(N_("Somebody who listens with you, if you like.")),
        (Source(CABI_TEAM, "", Status.PRACTICE),),
    ),
)

DECISION = (
    Advice(
        Text(N_("The municipality where you live or usually stay decides.")),
        (Source(RSL, "§ 9, stk. 1"),),
    ),
    Advice(
        Text(
            N_(
                "No act says how long it may take. Each municipality sets its own limit and must publish "
                "it. If it can't "
                "keep it, it must write to you and say when you can expect a decision."
            )
        ),
        (Source(RSL, "§ 3, stk. 2"),),
    ),
)

APPEAL = (
    Advice(
        Text(N_("You can appeal within four weeks of the day you got the decision.")),
        (Source(RSL, "§ 67"), Source(LAB, "§ 204")),
    ),
    Advice(
        Text(
            N_(
                "Send the appeal to the municipality. It looks at its decision again within four weeks. If it does not "
                "change it, it sends the appeal on to Ankestyrelsen."
            )
        ),
        (Source(RSL, "§ 66"), Source(BEK_APPEAL, "§ 11")),
    ),
    Advice(
        Text(N_("The decision counts while the appeal is looked at.")),
        (Source(RSL, "§ 72, stk. 1"),),
    ),
)

IN_SCHEME_STEPS = (
    Advice(
        Text(N_("Tell the municipality if your hours go down or your terms change.")),
        (Source(LAB, "§ 121, stk. 2"),),
    ),
    Advice(
        Text(
            N_(
                "At the follow-up you talk about how it goes and whether the conditions are still met. "
                "Say what you need "
                "at work (skånehensyn)."
            )
        ),
        (Source(LAB, "§ 121, stk. 1"),),
    ),
    Advice(
        Text(
            N_(
                "If you and your employer agree that your hours or your pace have changed, you can ask "
                "the municipality "
                "together for a new assessment."
            )
        ),
        (Source(LAB, "§ 122, stk. 2"),),
    ),
)

OLD_TERMS_STEPS = (
    Advice(
        Text(
            N_(
                "Before you give notice or change job: a new flexi-job comes under the rules since 2013. "
                "Ask your union or "
                "the municipality what that means for your pay."
            )
        ),
        OLD_TERMS,
    ),
    Advice(Text(N_("Talk with the municipality if you are in doubt.")), (Source(RSL, "§ 5"),)),
)
