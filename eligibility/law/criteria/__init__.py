"""Every condition of the law for a fleksjob: its text, its source, and what the answers say about it."""

from eligibility.law.criteria.attempts import ATTEMPTS
from eligibility.law.criteria.besides import BESIDES
from eligibility.law.criteria.business import BUSINESS
from eligibility.law.criteria.capacity import CAPACITY
from eligibility.law.criteria.criterion import Criterion, Finding, Judgement
from eligibility.law.criteria.person import PERSON
from eligibility.law.criteria.workplace import WORKPLACE
from eligibility.law.facts import Route
from eligibility.law.situation import Situation
from fleksjob_site.kernel.source import Source, on_day

CRITERIA: tuple[Criterion, ...] = (*PERSON, *BUSINESS, *CAPACITY, *ATTEMPTS, *WORKPLACE, *BESIDES)


def findings(situation: Situation) -> tuple[Finding, ...]:
    """Every condition that the answers say something about, in the order of the law."""
    judged = ((criterion, criterion.judge(situation)) for criterion in CRITERIA)
    found = (Finding(c, judgement, _sources(c, judgement, situation)) for c, judgement in judged if judgement)
    return tuple(on_day(finding, situation.on) for finding in found)


def _sources(criterion: Criterion, judgement: Judgement, situation: Situation) -> tuple[Source, ...]:
    """The most specific: the verdict's for self-employed people, else the verdict's, else the condition's."""
    if situation.route == Route.OWN_BUSINESS and criterion.own_business_sources:
        return tuple(dict.fromkeys((*criterion.own_business_sources, *judgement.sources)))
    return judgement.sources or criterion.sources
