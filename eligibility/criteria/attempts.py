"""Conditions on what came before: a fleksjob is the last of the possibilities."""

from datetime import date

from eligibility.criteria.criterion import Criterion, Judgement, for_the_municipality, met
from eligibility.questions.question import Answers
from fleksjob_site.kernel.law import LAB, Source
from fleksjob_site.kernel.text import N_


def everything_else_tried(answers: Answers, on: date) -> Judgement | None:
    """All relevant offers and measures have been tried, or it is clearly pointless (åbenbart formålsløst)."""
    match answers.get("alternatives"):
        case None:
            return None
        case "tried":
            return met(N_("You say that everything relevant has been tried."))
        case "clearly-pointless":
            return met(
                N_("You say that it would clearly be pointless to try more. Whether it is, the municipality decides.")
            )
        case "not-yet":
            return for_the_municipality(
                N_("You say that something is left to try, or is being tried now."),
                N_("When it has been tried, or is clearly pointless, the municipality can decide."),
            )
        case _:
            return for_the_municipality(
                N_("You don't know whether everything relevant has been tried."),
                N_("Ask the municipality what it thinks is left to try."),
            )


ATTEMPTS = (
    Criterion(
        "alternatives",
        N_("Everything relevant has been tried, or it is clearly pointless"),
        (Source(LAB, "§ 116, stk. 3"), Source(LAB, "§ 118, stk. 2")),
        everything_else_tried,
    ),
)
