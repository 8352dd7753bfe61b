"""The rule on the present workplace (LAB § 119): it decides where the job can be, not whether there is a grant."""

from eligibility.law.criteria.criterion import Criterion, Judgement, Verdict, for_the_municipality, met, not_met
from eligibility.law.facts import Reply, Workplace
from eligibility.law.situation import Situation
from fleksjob_site.kernel.law import LAB
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_

_TWELVE_MONTHS_FIRST = N_(
    "Twelve months on special terms there first, under a written agreement. Or a flexi-job with another employer. "
    "When six years are left to state pension age, the twelve months are no longer required."
)


def at_the_present_workplace(situation: Situation) -> Judgement | None:
    """Twelve months under a social chapter or on special terms, unless acute and clearly pointless (LAB § 119)."""
    match situation.workplace.wanted:
        case None | Reply.NO:
            return None
        case Reply.UNKNOWN:
            return for_the_municipality(
                N_("You don't know whether the flexi-job should be where you work now."), _TWELVE_MONTHS_FIRST
            )
    judgement = _special_terms(situation.workplace)
    if judgement is None or judgement.verdict == Verdict.MET or _rule_applies(situation):
        return judgement
    return _rule_may_not_apply()


def _rule_applies(situation: Situation) -> bool:
    """Whether more than six years are left when the job starts; in the month of the limit the day of birth decides."""
    start = max(situation.this_month, situation.named_start or situation.this_month)
    return situation.six_years_left is not None and start < situation.six_years_left


def _rule_may_not_apply() -> Judgement:
    return for_the_municipality(
        N_(
            "With six years or fewer to state pension age the twelve months are not required. Your answers don't show"
            " whether that applies to you."
        ),
        N_("The municipality knows the day you were born."),
    )


def _special_terms(workplace: Workplace) -> Judgement | None:
    terms, acute, pointless = workplace.special_terms, workplace.acute, workplace.pointless
    written, attempt = workplace.written_agreement, workplace.real_attempt
    if terms == Reply.YES:
        if written is None or attempt is None:
            return None
        if written == attempt == Reply.YES:
            return met(
                N_("You have twelve months on special terms, a written agreement, and a real attempt is documented.")
            )
    if acute is None or (acute == Reply.YES and pointless is None):
        return None
    if acute == pointless == Reply.YES:
        return met(
            N_(
                "You say that it is because of an acute injury or illness, and that trying special terms is clearly "
                "pointless. If so, the twelve months are not required. The municipality decides whether that is the "
                "case."
            )
        )
    if terms == Reply.YES and Reply.UNKNOWN not in (acute, pointless):
        return _agreement(written, attempt)
    if Reply.UNKNOWN in (terms, acute, pointless):
        return for_the_municipality(
            N_("It is open whether you have twelve months on special terms, or may do without them."),
            _TWELVE_MONTHS_FIRST,
        )
    return not_met(
        N_("Not at this workplace yet: you have not been on special terms there for twelve months."),
        _TWELVE_MONTHS_FIRST,
    )


def _agreement(written: Reply | None, attempt: Reply | None) -> Judgement:
    """Twelve months on special terms, but the written agreement or the documented attempt is missing or unclear."""
    if written == Reply.NO:
        return not_met(
            N_("Not at this workplace yet: the agreement on special terms must be in writing."),
            N_(
                "Make a written agreement that says which tasks are hard and what is agreed. Ask the municipality "
                "whether the months before it count."
            ),
        )
    if attempt == Reply.NO:
        return not_met(
            N_("Not at this workplace yet: your employer must document a real attempt at a job without subsidy."),
            N_("Ask your employer to write down what was tried and how it went."),
        )
    return for_the_municipality(
        N_("You have twelve months on special terms, but the agreement or the attempt is not clear."),
        N_("Ask your employer for the written agreement and for documentation of the attempt."),
    )


WORKPLACE = (
    Criterion(
        "present-workplace",
        N_("A flexi-job at your present workplace"),
        (
            "birth-month",
            "present-workplace",
            "special-terms",
            "written-agreement",
            "real-attempt",
            "acute",
            "pointless-there",
        ),
        (Source(LAB, "§ 119"), Source(LAB, "§ 118, stk. 2, nr. 4")),
        at_the_present_workplace,
        decides=False,
    ),
)
