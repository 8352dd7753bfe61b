"""Conditions on what has been tried: a fleksjob comes after everything else (LAB § 116, stk. 3)."""

from eligibility.law.criteria.criterion import Criterion, Judgement, by_answer, for_the_municipality, met
from eligibility.law.facts import Alternatives
from eligibility.law.questions.attempts import MEASURES
from eligibility.law.questions.question import UNKNOWN
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_


def everything_else_tried(situation: Situation) -> Judgement | None:
    """All relevant offers and measures have been tried, or it is clearly pointless (åbenbart formålsløst)."""
    match situation.alternatives:
        case None:
            return None
        case Alternatives.TRIED if situation.nothing_tried_is_named:
            return for_the_municipality(
                N_("You say that everything relevant has been tried, but you have not named any of it."),
                N_("Tell the municipality what was tried. It must be documented."),
            )
        case Alternatives.TRIED:
            return met(N_("You say that everything relevant has been tried."))
        case Alternatives.CLEARLY_POINTLESS:
            return _pointless(situation)
        case Alternatives.NOT_YET:
            return for_the_municipality(
                N_("You say that something is left to try, or is being tried now."),
                N_("When it has been tried, or is clearly pointless, the municipality can decide."),
            )
        case Alternatives.UNKNOWN:
            return for_the_municipality(
                N_("You don't know whether everything relevant has been tried."),
                N_("Ask the municipality what it thinks is left to try."),
            )


_REASON_STILL_TO_BE_FOUND = for_the_municipality(
    N_("You say that it would clearly be pointless to try more, but the reason is not clear yet."),
    N_("The municipality must be able to see in your case why trying more is clearly pointless."),
)
_pointless = by_answer(
    "why-pointless",
    {
        "illness": met(
            N_(
                "You say that it would clearly be pointless to try more, because of a serious injury or an illness "
                "that is far advanced. The municipality decides whether it is."
            )
        ),
        "tested": met(
            N_(
                "You say that it would clearly be pointless to try more, because it has been tested before. The "
                "municipality decides whether it is."
            )
        ),
        "other": _REASON_STILL_TO_BE_FOUND,
        UNKNOWN: _REASON_STILL_TO_BE_FOUND,
    },
)


def already_tried(situation: Situation) -> Judgement | None:
    """What has been tried so far: not a condition, but the municipality needs the list."""
    if situation.measures is None:
        return None
    if situation.nothing_tried_is_named:
        return for_the_municipality(
            N_("You have not named anything that has been tried."),
            N_("Think of every change at work, and ask the municipality what it has noted."),
        )
    return met(N_("This has been tried: {measures}."), {"measures": MEASURES.shown(situation.measures)})


ATTEMPTS = (
    Criterion(
        "measures",
        N_("What has been tried"),
        ("measures",),
        (Source(LAB, "§ 116, stk. 3"),),
        already_tried,
        decides=False,
    ),
    Criterion(
        "alternatives",
        N_("Everything relevant has been tried, or it is clearly pointless"),
        ("measures", "alternatives", "why-pointless"),
        (Source(LAB, "§ 116, stk. 3"), Source(LAB, "§ 118, stk. 2")),
        everything_else_tried,
    ),
)
