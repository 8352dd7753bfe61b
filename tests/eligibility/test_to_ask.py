"""What to ask at the meeting: about each condition that is unsettled, and no more than a page has room for."""

import pytest

from eligibility.law.criteria import CRITERIA
from eligibility.law.criteria.criterion import Verdict
from eligibility.law.outcome import Outcome
from eligibility.law.to_ask import ABOUT_CONDITIONS, MAX_QUESTIONS
from tests.eligibility.test_in_short import ALL


def test_there_is_a_question_about_every_condition() -> None:
    assert set(ABOUT_CONDITIONS) == {criterion.key for criterion in CRITERIA if criterion.decides}


def test_the_questions_are_about_what_is_unsettled_and_come_first() -> None:
    seen = set()
    for assessment in ALL:
        asked = [text.message for text in assessment.to_ask]
        unsettled = [message for f in assessment.in_short.unsettled for message in ABOUT_CONDITIONS[f.criterion.key]]
        general = [message for message in asked if message not in unsettled]
        assert asked == [*unsettled[: MAX_QUESTIONS - len(general)], *general]
        assert 1 <= len(asked) <= MAX_QUESTIONS
        seen.update(finding.judgement.verdict for finding in assessment.in_short.unsettled)
    assert seen == {Verdict.NOT_MET, Verdict.MUNICIPALITY}


@pytest.mark.parametrize("outcome", Outcome)
def test_every_outcome_has_questions_of_its_own(outcome: Outcome) -> None:
    last = {assessment.to_ask[-1].message for assessment in ALL if assessment.outcome == outcome}
    others = {assessment.to_ask[-1].message for assessment in ALL if assessment.outcome != outcome}
    decision = "When can you decide whether I can get a flexi-job?"
    assert last
    assert last & others <= {decision}
