"""The walk through the questions."""

from datetime import date
from itertools import pairwise

import pytest
from babel.messages.extract import extract
from django.conf import settings

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import assess
from eligibility.law.criteria import CRITERIA, findings
from eligibility.law.criteria.criterion import Verdict
from eligibility.law.flow import walk
from eligibility.law.outcome import Outcome
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import UNKNOWN
from eligibility.law.situation import situation_of
from tests.eligibility.law.answering import FITTING, ON, every_combination_of_verdicts, every_way


def test_every_way_through_the_questions_ends_in_one_outcome_by_the_order_of_precedence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    sequences, combinations, outcomes = set(), set(), set()
    for stored in every_way():
        step = walk(stored, ON)
        assert step.complete, stored
        assessment = assess(step.answers, ON, Amounts())
        verdicts = {f.criterion.key: f.judgement.verdict.value for f in assessment.findings if f.criterion.decides}
        assert assessment.outcome.value == expected_outcome(stored, verdicts), stored
        sequences.add(tuple(step.answers))
        combinations.add(tuple(verdicts.items()))
        outcomes.add(assessment.outcome)
    assert outcomes == set(Outcome)
    with capsys.disabled():
        print(
            f"\n{len(every_way())} ways to answer, {len(sequences)} sequences of questions, "
            f"{len(combinations)} combinations of verdicts"
        )


def test_every_combination_of_verdicts_ends_in_one_outcome_by_the_order_of_precedence(
    capsys: pytest.CaptureFixture[str],
) -> None:
    combinations = set()
    for stored in every_combination_of_verdicts():
        assessment = assess(walk(stored, ON).answers, ON, Amounts())
        verdicts = {f.criterion.key: f.judgement.verdict.value for f in assessment.findings if f.criterion.decides}
        assert assessment.outcome.value == expected_outcome(stored, verdicts), stored
        combinations.add(tuple(verdicts.items()))
    # That a very small capacity can't grow and that it is not known are judged alike, hence six of seven.
    assert len(combinations) == 2 * 2 * 5 * 3 * 3 * 3 * 6 * 2
    with capsys.disabled():
        print(f"\n{len(combinations)} combinations of the verdicts of the conditions")


def expected_outcome(stored: dict[str, str], verdicts: dict[str, str]) -> str:
    """The order of precedence, written once more."""
    if verdicts["pension-age"] == "not-met":
        return "not-with-these-answers"
    if stored["situation"] in ("in-fleksjob-before-2013", "self-employed"):
        return "other-rules"
    if stored["situation"] == "in-fleksjob":
        return "other-rules" if stored["fleksjob-started"] == "2012-12" else "in-scheme"
    order = (("not-met", "not-with-these-answers"), ("municipality", "must-clarify"))
    return next((outcome for verdict, outcome in order if verdict in verdicts.values()), "points-towards")


def test_every_verdict_that_a_condition_can_have_is_reached() -> None:
    reached = {
        (finding.criterion.key, finding.judgement.verdict.value)
        for stored in every_way()
        for finding in assess(walk(stored, ON).answers, ON, Amounts()).findings
    }
    both, all_three = {"met", "municipality"}, {"met", "municipality", "not-met"}
    assert {key: {verdict for k, verdict in reached if k == key} for key, _ in reached} == {
        "pension-age": all_three,
        "lives-in-denmark": both,
        "no-pension": all_three,
        "no-early-exit": both,
        "early-pension": all_three,
        "business-benefit": all_three,
        "business-capacity": all_three,
        "business-full-use": all_three,
        "business-in-denmark": all_three,
        "business-months": both,
        "lasting": all_three,
        "any-work": all_three,
        "substantial": all_three,
        "may-grow": both,
        "measures": both,
        "alternatives": both,
        "present-workplace": all_three,
        "side-business": {"municipality"},
        "spouses-business": all_three,
    }
    assert {key for key, _ in reached} == {criterion.key for criterion in CRITERIA}


def test_findings_can_be_read_at_every_step_of_the_way() -> None:
    for stored in every_way()[::23]:
        for count in range(len(stored)):
            part = dict(list(stored.items())[:count])
            findings(situation_of(walk(part, ON).answers, ON))


def test_the_walk_stops_at_the_first_question_without_an_answer() -> None:
    assert walk({}, ON).next == QUESTIONS[0]
    without_benefit = {key: answer for key, answer in FITTING.items() if key != "benefit"}
    step = walk(without_benefit, ON)
    assert step.next == BY_KEY["benefit"]
    assert list(step.answers) == ["birth-month", "lives-in-denmark"]


@pytest.mark.parametrize("broken", ["2031-01", "1899-12", "80-05", "", 5, None, ["1980-05"], {"a": 1}])
def test_a_stored_answer_that_is_not_valid_does_not_count(broken: object) -> None:
    assert walk(FITTING | {"birth-month": broken}, ON).next == BY_KEY["birth-month"]


def test_a_key_that_is_not_a_question_is_left_out() -> None:
    assert "shoe-size" not in walk(FITTING | {"shoe-size": "43"}, ON).answers


def test_an_early_answer_drops_only_those_that_no_longer_count() -> None:
    small = FITTING | {"hours-per-week": "5"}
    assert "capacity-may-grow" in walk(small, ON).answers
    assert "capacity-may-grow" not in walk(small | {"hours-per-week": "15"}, ON).answers
    assert set(walk(FITTING, ON).answers) - {"pace-percent"} == set(
        walk(FITTING | {"hours-per-week": "0"}, ON).answers
    ) - {"capacity-may-grow"}


def test_back_and_on_lead_to_the_same_question() -> None:
    for stored in every_way():
        step = walk(stored, ON)
        way = [BY_KEY[key] for key in step.answers if not BY_KEY[key].optional]
        for earlier, later in pairwise(way):
            assert step.after(earlier) == later
            assert step.before(later) == earlier
        assert step.before(way[0]) is None
        assert step.after(way[-1]) is None


def test_an_optional_question_stops_nobody_and_can_be_added() -> None:
    may_start = BY_KEY["fleksjob-may-start"]
    step = walk(FITTING, ON)
    assert step.complete
    assert step.may_visit(may_start)
    assert not walk({}, ON).may_visit(may_start)
    added = walk(FITTING | {"fleksjob-may-start": "2027-03"}, ON)
    assert added.complete
    assert added.last == step.last
    assert not walk(FITTING | {"situation": "in-fleksjob"}, ON).may_visit(may_start)


def test_most_people_are_asked_about_a_dozen_questions() -> None:
    asked = {situation: len(walk(FITTING | {"situation": situation}, ON).answers)
             for situation in ("employee", "on-sick-leave", "without-work", "in-fleksjob", "in-fleksjob-before-2013",
                               "self-employed")}  # fmt: skip
    assert asked == {"employee": 12, "on-sick-leave": 12, "without-work": 11, "in-fleksjob": 6,
                     "in-fleksjob-before-2013": 4, "self-employed": 10}  # fmt: skip


def test_only_answered_questions_and_the_next_may_be_visited() -> None:
    step = walk({"birth-month": "1980-05"}, ON)
    assert [question.key for question in QUESTIONS if step.may_visit(question)] == ["birth-month", "lives-in-denmark"]


def test_early_pension_is_asked_only_of_those_who_can_have_had_it() -> None:
    # People born in November 1962 reach pension age, 67, in November 2029: three years from the day of the test.
    assert "early-pension" in walk(FITTING | {"birth-month": "1962-11"}, ON).answers
    assert "early-pension" not in walk(FITTING | {"birth-month": "1962-12"}, ON).answers
    assert "early-pension" in walk(FITTING | {"birth-month": UNKNOWN}, ON).answers


def test_every_question_can_be_answered_with_i_dont_know() -> None:
    for situation in ("unknown", "employee", "self-employed", "in-fleksjob"):
        step = walk(dict.fromkeys(BY_KEY, UNKNOWN) | {"situation": situation}, ON)
        assert step.complete
        assert set(step.answers.values()) <= {UNKNOWN, (UNKNOWN,), situation}


def test_keys_of_questions_and_choices_never_change() -> None:
    # Stored sessions and callers of the API hold these. Add to them; never rename.
    yes_no = ["yes", "no", "unknown"]
    keys = {question.key: [choice.key for choice in getattr(question.answer, "choices", ())] for question in QUESTIONS}
    assert keys == {
        "birth-month": [],
        "lives-in-denmark": yes_no,
        "benefit": ["none", "disability-pension", "disability-pension-at-rest", "senior-pension", "efterlon",
                    "fleksydelse", "unknown"],
        "early-pension": ["no", "yes", "unknown"],
        "situation": ["employee", "on-sick-leave", "without-work", "self-employed", "in-fleksjob",
                      "in-fleksjob-before-2013", "unknown"],
        "fleksjob-started": [],
        "first-fleksjob": ["yes", "no", "permanent", "unknown"],
        "business-benefit": ["none", "delpension", "former-support", "unknown"],
        "business-capacity": yes_no,
        "business-full-use": yes_no,
        "business-in-denmark": yes_no,
        "business-subsidy-before": yes_no,
        "business-months": [],
        "limitation-lasting": ["lasting", "passing", "unknown"],
        "limitation-scope": ["any-work", "present-work-only", "unknown"],
        "hours-per-week": [],
        "pace-percent": [],
        "capacity-may-grow": ["yes", "no", "unknown"],
        "measures": ["adapted", "moved", "placement", "aids", "assistance", "wage-subsidy", "section-56", "mentor",
                     "none", "unknown"],
        "alternatives": ["tried", "clearly-pointless", "not-yet", "unknown"],
        "why-pointless": ["illness", "tested", "other", "unknown"],
        "present-workplace": yes_no,
        "special-terms": yes_no,
        "written-agreement": yes_no,
        "real-attempt": yes_no,
        "acute": yes_no,
        "pointless-there": yes_no,
        "earlier-fleksjob": ["first", "earlier", "unknown"],
        "fleksjob-may-start": [],
        "business-besides": ["side-business", "spouse", "none", "unknown"],
        "spouses-business": yes_no,
    }  # fmt: skip


@pytest.mark.parametrize("given", ["", "adapted,adapted", "adapted,none", "none,unknown", "lottery", "adapted,", ","])
def test_a_list_that_contradicts_itself_is_not_an_answer(given: str) -> None:
    assert walk(FITTING | {"measures": given}, ON).next == BY_KEY["measures"]


def test_every_sentence_about_a_condition_is_shown_to_somebody() -> None:
    ways = [(stored, ON) for stored in (*every_way(), *every_combination_of_verdicts())]
    # The half years of pension age are past; they were still ahead on this day.
    ways.append((FITTING | {"birth-month": "1954-02"}, date(2019, 1, 1)))
    said = set()
    for stored, on in ways:
        for finding in findings(situation_of(walk(stored, on).answers, on)):
            judgement = finding.judgement
            texts = (judgement.reason, judgement.change, judgement.in_brief, judgement.change_in_brief)
            said |= {text.message for text in texts if text}
    titles = {criterion.title for criterion in CRITERIA}
    written = set()
    for file in (settings.BASE_DIR / "eligibility" / "law" / "criteria").glob("*.py"):
        with file.open("rb") as code:
            written |= {str(found[1]) for found in extract("python", code, {"N_": None})}
    assert titles & written, "the texts of the conditions were found"
    verdicts = {verdict.words(decides=decides) for verdict in Verdict for decides in (True, False)}
    assert written - titles - verdicts - said == set()
