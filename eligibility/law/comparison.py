"""What a changed answer does: the conditions whose verdict differs before and now."""

from __future__ import annotations

from dataclasses import dataclass

from eligibility.law.assessment import Assessment
from eligibility.law.criteria import CRITERIA
from eligibility.law.criteria.criterion import Criterion, Verdict


@dataclass(frozen=True, slots=True)
class VerdictChange:
    """A condition whose verdict changed; a verdict is None where the answers say nothing about the condition."""

    criterion: Criterion
    before: Verdict | None
    now: Verdict | None


def flips(before: Assessment, now: Assessment) -> tuple[VerdictChange, ...]:
    """The conditions and rules whose verdict changed, in the order of the law."""
    old, new = _verdicts(before), _verdicts(now)
    return tuple(
        VerdictChange(criterion, old.get(criterion.key), new.get(criterion.key))
        for criterion in CRITERIA
        if old.get(criterion.key) != new.get(criterion.key)
    )


def _verdicts(assessment: Assessment) -> dict[str, Verdict]:
    return {finding.criterion.key: finding.judgement.verdict for finding in assessment.findings}
