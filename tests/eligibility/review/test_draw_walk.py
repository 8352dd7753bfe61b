"""The walk drawn up for a lawyer: complete in both languages, readable, and in step with the law code."""

import re
from collections import defaultdict
from functools import cache
from html.parser import HTMLParser
from io import StringIO
from itertools import combinations
from pathlib import Path
from xml.etree import ElementTree

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
from eligibility.review.drawing import Row, Said, judgements
from fleksjob_site.kernel.text import Text
from fleksjob_site.texts.writing import say
from tests.eligibility.law.answering import ON, choices_of, every_way

in_both_languages = pytest.mark.parametrize("language", ["da", "en"])
SVG = "{http://www.w3.org/2000/svg}"


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


def picture(language: str) -> ElementTree.Element:
    return ElementTree.fromstring(re.findall("<svg.*</svg>", document(language), re.DOTALL)[0])


def boxes(language: str) -> list[tuple[tuple[int, ...], list[ElementTree.Element]]]:
    """Left, top, right and bottom of every box of the diagram, and its texts."""
    found = []
    for group in picture(language).iter(f"{SVG}g"):
        x, y, width, height = (int(group[0].get(name, "")) for name in ("x", "y", "width", "height"))
        found.append(((x, y, x + width, y + height), group.findall(f"{SVG}text")))
    return found


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


@in_both_languages
def test_every_outcome_stands_in_the_order_of_precedence(language: str) -> None:
    text = plain(re.sub("<[^>]+>", " ", document(language)))
    with override(language):
        places = [text.index(f"{gettext(r.when)} → {gettext(r.outcome.heading)} {r.outcome.value}") for r in LADDER]
    assert places == sorted(places)


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


def is_said(part: Said, answers: Answers) -> bool:
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
    for stored in every_way()[::11]:
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
def test_the_boxes_of_the_diagram_hold_their_texts_and_do_not_overlap(language: str) -> None:
    drawn = boxes(language)
    assert len(drawn) == len(QUESTIONS) + len(CRITERIA) + len(LADDER)
    for (left, top, right, bottom), (label, *lines) in drawn:
        assert 0 <= left < right <= 1290
        assert int(label.get("x", "")) > left
        baselines = [int(line.get("y", "")) for line in lines]
        assert baselines == sorted(set(baselines))
        assert top + 10 < baselines[0] <= baselines[-1] < bottom - 3
        # A letter is about half as wide as it is high.
        assert all(int(line.get("x", "")) + 5.5 * len(line.text or "") < right for line in lines)
    for (one, _), (other, _) in combinations(drawn, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
        assert apart, (one, other)


@in_both_languages
def test_the_diagram_says_every_question_condition_and_outcome_in_order(language: str) -> None:
    said = [[line.text or "" for line in lines if line.get("class") == "strong"] for _, lines in boxes(language)]
    with override(language):
        titles = [
            *(q.text for q in QUESTIONS),
            *(c.title for c in CRITERIA),
            *(rung.outcome.heading for rung in LADDER),
        ]
        assert [" ".join(lines) for lines in said] == [gettext(title) for title in titles]


@in_both_languages
def test_a_line_leads_from_each_question_to_each_condition_that_reads_it(language: str) -> None:
    places = [box for box, _ in boxes(language)]
    question_at = dict(zip(BY_KEY, places, strict=False))
    criteria = zip(CRITERIA, places[len(QUESTIONS) : -len(LADDER)], strict=True)
    wanted = {(question_at[key], box) for criterion, box in criteria for key in criterion.questions}
    wires = picture(language).findall(f"{SVG}path[@class='wire']")
    curves = [path.get("d", "").replace("M", "").replace("C", "").split() for path in wires]
    drawn = set()
    for x1, y1, *_, x2, y2 in ([int(number) for number in curve] for curve in curves):
        (start,) = (box for box in places if box[2] == x1 and box[1] < y1 < box[3])
        (end,) = (box for box in places if box[0] == x2 and box[1] < y2 < box[3])
        drawn.add((start, end))
    assert (drawn, len(curves)) == (wanted, len(wanted))


def test_the_document_is_written_to_a_file(tmp_path: Path) -> None:
    file = tmp_path / "walk.html"
    call_command("draw_walk", "--language", "en", "--on", str(ON), "--output", str(file))
    assert file.read_text("utf-8").rstrip() == document("en").rstrip()


@pytest.mark.parametrize("given", [["--language", "sv"], [], ["--language", "da", "--on", "21.11.2026"]])
def test_an_unknown_language_or_day_is_refused(given: list[str]) -> None:
    with pytest.raises(CommandError):
        call_command("draw_walk", *given)
