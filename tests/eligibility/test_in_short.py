"""In short: at most eight plain sentences that name every condition that is open or does not fit, and no other."""

import re
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest
from django.utils.translation import gettext, override

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import Assessment, assess
from eligibility.law.criteria.criterion import Verdict
from eligibility.law.flow import walk
from eligibility.law.in_short import MAX_IN_FULL, MAX_SENTENCES, Income
from eligibility.law.outcome import Outcome
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.personas.persons import PERSONS, example_of
from fleksjob_site.texts.writing import say
from tests.eligibility.law.answering import every_combination_of_verdicts, every_way
from tests.texts.readability import grade, lix, sentences_of

ON = date(2026, 11, 21)
LANGUAGES = ("da", "en")
INCOME = Income(Kroner("27005.25"), Kroner("27005.25"))
MAX = {"da": (lix, 25), "en": (grade, 6)}


def assessments() -> Iterator[Assessment]:
    """Those of the example persons, and of many walks by chance."""
    yield from (example_of(person).assessment for person in PERSONS.values())
    ways = [*every_way(), *every_combination_of_verdicts()]
    for answers in Random(19).sample(ways, min(400, len(ways))):
        step = walk(answers, ON)
        if step.complete:
            yield assess(step.answers, ON, Amounts())


ALL = tuple(assessments())


def told(assessment: Assessment, language: str, *, names: bool = True) -> list[str]:
    """The sentences in a language; without the names of the conditions, and what is nothing else, if not `names`."""
    income = INCOME if assessment.subsidy_applies else None
    with override(language):
        parts = assessment.in_short.sentences(income)
        sentences = [say(part) for part in parts if names or part != assessment.in_short.others]
        titles = [gettext(finding.criterion.title) for finding in assessment.findings]
    for title in () if names else titles:
        sentences = [re.sub(rf"(?i){re.escape(title)}(: |, )?", "", sentence) for sentence in sentences]
    return [sentence for sentence in sentences if re.search(r"\w", sentence)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_unsettled_condition_is_named_and_no_other(language: str) -> None:
    for assessment in ALL:
        text = " ".join(told(assessment, language))
        for finding in assessment.findings:
            with override(language):
                named = gettext(finding.criterion.title).lower() in text.lower()
            unsettled = finding.criterion.decides and finding.judgement.verdict != Verdict.MET
            assert named == unsettled, (finding.criterion.key, text)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_at_most_eight_sentences(language: str) -> None:
    for assessment in ALL:
        sentences = told(assessment, language)
        assert sentences_of(sentences) <= MAX_SENTENCES, sentences


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_reads_easily(language: str) -> None:
    measure, most = MAX[language]
    for assessment in ALL:
        sentences = told(assessment, language, names=False)
        assert measure(sentences) <= most, (measure(sentences), sentences)


def test_it_says_what_fits_and_never_that_somebody_qualifies() -> None:
    for assessment in ALL:
        text = " ".join(told(assessment, "en"))
        assert not re.search(r"\byou (meet|qualify|are entitled)", text)
        assert re.search(r"(Only the municipality can say yes or no|It is up to the municipality to decide)\.$", text)


def test_more_than_three_unsettled_conditions_share_a_sentence_and_each_has_its_reason_otherwise() -> None:
    some = [assessment.in_short for assessment in ALL]
    assert {len(short.unsettled) > MAX_IN_FULL for short in some} == {True, False}
    for short in some:
        assert (short.others is None) == (len(short.unsettled) <= MAX_IN_FULL)
        assert len(short.points) == min(len(short.unsettled), MAX_IN_FULL)


def test_what_does_not_fit_comes_before_what_is_open() -> None:
    for assessment in ALL:
        verdicts = [finding.judgement.verdict for finding in assessment.in_short.unsettled]
        assert verdicts == sorted(verdicts, key=lambda verdict: verdict != Verdict.NOT_MET)


def test_the_heading_counts_what_is_open() -> None:
    for assessment in ALL:
        if assessment.outcome == Outcome.MUST_CLARIFY:
            count = len(assessment.in_short.unsettled)
            with override("en"):
                heading = say(assessment.heading)
            assert ("one thing" if count == 1 else f"{count} things") in heading


def test_every_next_step_leads_with_the_first_of_the_steps() -> None:
    for assessment in ALL:
        assert assessment.in_short.next_step is assessment.next_steps[0]
