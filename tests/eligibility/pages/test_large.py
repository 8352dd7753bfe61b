"""One's own outcome in large type: the same sentences as on its page, without header and footer."""

import pytest

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.flow import walk
from tests.eligibility.law.answering import FITTING, ON
from tests.eligibility.pages.test_walk import address, answer_all
from tests.personas.looking import written
from tests.visitor import Visitor


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("changed", [{}, {"limitation-lasting": "passing"}, {"hours-per-week": "unknown"}])
def test_it_has_the_sentences_of_the_summary(client: Visitor, language: str, changed: dict[str, str]) -> None:
    answers = FITTING | changed
    answer_all(client, language, answers)
    html = client.get(address("large", language)).content.decode()
    short = assess(walk(answers, ON).answers, ON, Amounts()).in_short
    for text in (short.suggests, short.next_step.text, *(finding.judgement.in_brief for finding in short.in_full)):
        assert written(text, language) in html.replace("&#39;", "'")
    assert "<header" not in html
    assert "<footer" not in html


def test_it_comes_only_with_a_whole_walk(client: Visitor) -> None:
    assert client.get(address("large", "en")).status_code == 302
