"""The walk drawn up for a lawyer: complete in both languages, readable, and in step with the law code."""

import re
from collections import defaultdict
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.utils.translation import gettext, override

from eligibility.law.amounts import Amounts
from eligibility.law.assessment import LADDER, assess
from eligibility.law.criteria import CRITERIA, findings
from eligibility.law.flow import walk
from eligibility.law.questions import BY_KEY, QUESTIONS
from eligibility.law.questions.question import DONT_KNOW, UNKNOWN, Answers, Choices, Several
from eligibility.law.situation import situation_of
from eligibility.review.drawing import LETTERS, NUMBERS, QuestionAnswers, Row, judgements
from fleksjob_site.kernel.text import Text
from fleksjob_site.texts.writing import say
from tests.eligibility.law.answering import ON, choices_of, every_way

in_both_languages = pytest.mark.parametrize("language", ["da", "en"])


@cache
def document(language: str) -> str:
    written = StringIO()
    call_command("draw_walk", "--language", language, "--on", str(ON), stdout=written)
    return written.getvalue()


def plain(text: str) -> str:
    return " ".join(text.split())


class Reader(HTMLParser):
    """The rows of the tables, cell by cell, by the id of their part; fails where a tag is left open."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.rows: dict[str, list[list[str]]] = defaultdict(list)
        # Danish words are marked inside of sentences.
        self.feed(re.sub(r"</?i\b[^>]*>", "", html))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in {"meta", "br"}:
            self.open.append(tag)
        if tag in {"thead", "tbody"}:
            self.part = dict(attrs).get("id") or tag
        elif tag == "tr":
            self.rows[self.part].append([])
        elif tag in {"td", "th"}:
            self.rows[self.part][-1].append("")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if {"td", "th"} & set(self.open):
            cells = self.rows[self.part][-1]
            cells[-1] = plain(f"{cells[-1]} {data}")


@in_both_languages
def test_every_question_and_choice_is_in_the_table_as_the_law_code_says(language: str) -> None:
    rows = Reader(document(language)).rows["tbody"]
    with override(language):
        for number, (question, row) in enumerate(zip(QUESTIONS, rows, strict=True), start=1):
            assert row[0] == str(number)
            assert row[1] == f"{gettext(question.text)} {question.key}"
            assert row[2].startswith(gettext(question.asked.of))
            assert plain(say(question.answer.allowed())) in row[3]
            choices = question.answer.choices if isinstance(question.answer, Choices | Several) else (DONT_KNOW,)
            for choice in choices:
                assert f"{choice.key} : {gettext(choice.text)}" in row[3]
            for source in question.sources:
                assert f"{source.document.short} {source.paragraph}".strip() in row[4]
                assert gettext(source.status.label) in row[4]


def test_every_condition_stands_with_every_verdict_it_can_have() -> None:
    reached = {
        (finding.criterion.key, finding.judgement.verdict.value)
        for stored in every_way()
        for finding in findings(situation_of(walk(stored, ON).answers, ON))
    }
    tables = Reader(document("en")).rows
    assert {(c.key, row[1].split()[-1]) for c in CRITERIA for row in tables[c.key][1:] if len(row) == 5} == reached


@in_both_languages
def test_every_judgement_is_written_with_its_sentences_and_sources(language: str) -> None:
    tables = Reader(document(language)).rows
    with override(language):
        for criterion in CRITERIA:
            (heading,), *written = tables[criterion.key]
            assert f"{gettext(criterion.title)} {criterion.key}" in heading
            assert all(gettext(BY_KEY[key].text) in heading for key in criterion.questions)
            for row, cells in zip(judgements(criterion, ON), written, strict=True):
                if row.judgement:
                    assert cells[2] == plain(say(row.judgement.reason))
                    assert cells[3] == (plain(say(row.judgement.change)) if row.judgement.change else "–")
                    assert all(f"{s.document.short} {s.paragraph}".strip() in cells[4] for s in row.sources)


def test_the_first_outcome_that_applies_is_the_one_that_is_given() -> None:
    for stored in every_way():
        assessment = assess(walk(stored, ON).answers, ON, Amounts())
        verdicts = {f.criterion.key: f.judgement.verdict.value for f in assessment.findings if f.criterion.decides}
        now, started = stored["situation"], stored["fleksjob-started"]
        applies = (
            verdicts["pension-age"] == "not-met",
            now in {"self-employed", "in-fleksjob-before-2013"} or (now, started) == ("in-fleksjob", "2012-12"),
            now == "in-fleksjob",
            "not-met" in verdicts.values(),
            "municipality" in verdicts.values(),
            True,
        )
        rung = next(rung for rung, yes in zip(LADDER, applies, strict=True) if yes)
        assert rung.outcome == assessment.outcome, stored


def test_every_way_to_answer_leads_to_exactly_one_row_with_what_is_judged() -> None:
    for stored in every_way()[::5]:
        answers = walk(stored, ON).answers
        for criterion in CRITERIA:
            rows = [row.judgement for row in judgements(criterion, ON) if leads_to(row, answers)]
            said = [(row.verdict, row.reason.message) for row in rows if row]
            if judged := criterion.judge(situation_of(answers, ON)):
                assert said == [(judged.verdict, judged.reason.message)], (criterion.key, stored)
            elif answers.keys() & set(criterion.questions):
                assert said == [], (criterion.key, stored)


def leads_to(row: Row, answers: Answers) -> bool:
    return any(all(is_said(part, answers) for part in way) for way in row.ways)


def is_said(part: QuestionAnswers, answers: Answers) -> bool:
    if part.question.key not in answers:
        return Text("not asked") in part.answers
    answer = answers[part.question.key]
    shown = part.question.shown(answer)
    if isinstance(part.question.answer, Choices | Several):
        # Answers given together are judged as the first of them alone.
        return ((shown[:1] if isinstance(shown, tuple) else shown) in part.answers) != part.anything_but
    spans = [said.values for said in part.answers if isinstance(said, Text) and said.values and answer != UNKNOWN]
    return shown in part.answers or any(span["first"] <= shown <= span["last"] for span in spans)  # type: ignore[operator]


def test_a_condition_names_exactly_the_questions_that_it_reads() -> None:
    reads = defaultdict(set)
    of_spouses = [stored for stored in every_way() if "spouses-business" in walk(stored, ON).answers]
    for stored in (*every_way()[::11], *of_spouses[:5]):
        answers = walk(stored, ON).answers
        judged = {criterion.key: criterion.judge(situation_of(answers, ON)) for criterion in CRITERIA}
        for key in answers:
            for given in choices_of(key):
                changed = answers | {key: BY_KEY[key].read(given, ON)}
                situation = situation_of(changed, ON)
                for criterion in CRITERIA:
                    if criterion.judge(situation) != judged[criterion.key]:
                        reads[criterion.key].add(key)
    assert reads == {criterion.key: set(criterion.questions) for criterion in CRITERIA}


@in_both_languages
def test_every_outcome_stands_in_the_order_of_the_ladder_with_what_it_reads(language: str) -> None:
    rows = Reader(document(language)).rows["outcomes"]
    with override(language):
        for number, (rung, row) in enumerate(zip(LADDER, rows, strict=True), start=1):
            read = [NUMBERS[key] for key in rung.questions] + [LETTERS[key] for key in rung.criteria]
            heading = gettext(rung.outcome.heading)
            assert row == [str(number), gettext(rung.when), " ".join(read), f"{heading} {rung.outcome.value}"]


@in_both_languages
def test_each_question_is_marked_under_the_conditions_that_read_it(language: str) -> None:
    rows = Reader(document(language)).rows["reading"]
    for question, row in zip(QUESTIONS, rows, strict=True):
        assert row[1:] == [LETTERS[c.key] if question.key in c.questions else "" for c in CRITERIA]


def test_the_document_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "walk.html"
    call_command("draw_walk", "--language", "en", "--on", str(ON), "--output", str(file))
    assert file.read_text("utf-8").rstrip() == document("en").rstrip()


@pytest.mark.parametrize("given", [["--language", "sv"], [], ["--language", "da", "--on", "21.11.2026"]])
def test_an_unknown_language_or_day_is_refused(given: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("draw_walk", *given)
