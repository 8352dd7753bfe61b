"""What the letter says, as blocks in the language of the moment; the same blocks in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from eligibility.law.advice import Advice
from eligibility.law.assessment import Assessment
from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.flow import Walk
from eligibility.law.questions import BY_KEY
from fleksjob_site.kernel.text import N_, Kroner
from fleksjob_site.letter.blocks import Block, documents_of, sources_block
from fleksjob_site.letter.making import make_pdf
from fleksjob_site.personas.persons import person_with
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import fill, say
from fleksjob_site.visitor import VisitorData
from salary.law.cases import Compared, compare
from salary.law.curve import curve_of
from salary.law.rates import Rates
from salary.law.step import Step
from salary.pages.chart import chart

TITLE = N_("For the meeting with the municipality")
FOOTER = N_("Made with the fleksjob guide. Only the municipality decides.")


def letter_pdf(visitor: VisitorData, on: date, today: date, languages: tuple[str, ...]) -> bytes:
    """The letter as a PDF, by the rules of the day `on`."""
    return make_pdf(lambda: letter(visitor, on, today), title=TITLE, footer=FOOTER, today=today, languages=languages)


def letter(visitor: VisitorData, on: date, today: date) -> tuple[Block, ...]:
    """The whole letter about what a visitor has told, by the rules of the day `on`, made `today`."""
    blocks = tuple(_blocks(visitor, on, today))
    return (*blocks, *documents_of(blocks))


def _blocks(visitor: VisitorData, on: date, today: date) -> Iterator[Block]:
    step, assessment, cases = (
        visitor.walk(on),
        visitor.assessment(on),
        compare(visitor.income_cases(today)),
    )
    yield Block("heading", _(TITLE), level=1)
    guidance = _("Guidance only: only the municipality decides. As of {today}. Rules checked on {checked}.")
    yield Block("note", fill(guidance, today=today, checked=RULES_CHECKED))
    if person := person_with(visitor):
        yield Block("note", fill(_("A made-up example: {name}."), name=person.name))
    if on != today:
        yield Block("note", fill(_("This letter shows what applies on {day}, and not today."), day=on))
    changed = _("The law may have changed: a new employment act was expected on {expected}.")
    expected = _("A new employment act is expected on {expected}.")
    yield Block("note", fill(changed if on >= NEW_ACT_EXPECTED else expected, expected=NEW_ACT_EXPECTED))
    yield Block("text", _("“You” in this letter is the person who has given the answers."))
    if step.answers:
        yield from _answers(step)
    if assessment:
        yield from _outcome(assessment, start_is_assumed=visitor.start_is_assumed(on))
        yield from _what_next(assessment)
    for compared in cases:
        name = say(compared.name)
        yield Block("heading", _("Income: {case}").format(case=name) if cases[1:] else _("Income"), level=2)
        yield from _income(compared)
    yield from rates_blocks(compared.result.rates for compared in cases)


def _answers(step: Walk) -> Iterator[Block]:
    yield Block("heading", _("Your answers"), level=2)
    rows = tuple((_(BY_KEY[key].text), say(BY_KEY[key].shown(answer))) for key, answer in step.answers.items())
    yield Block("answers", heads=(_("Question"), _("Answer")), rows=rows)


def _outcome(assessment: Assessment, *, start_is_assumed: bool) -> Iterator[Block]:
    yield Block("heading", _("What the answers point to"), level=2)
    yield Block("strong", _(assessment.outcome.heading))
    yield Block("text", say(assessment.explanation.text))
    yield sources_block(assessment.explanation.sources)
    yield Block("heading", _("The conditions, one by one"), level=2)
    for finding in assessment.findings:
        if finding.criterion.decides:
            yield from _finding(finding)
    if beside := [finding for finding in assessment.findings if not finding.criterion.decides]:
        yield Block("heading", _("Good to know beside the conditions"), level=2)
        for finding in beside:
            yield from _finding(finding)
    if still_open := [finding for finding in assessment.findings if finding.judgement.verdict == Verdict.MUNICIPALITY]:
        yield Block("heading", _("To be found out together"), level=2)
        changes = (finding.judgement.change or finding.judgement.reason for finding in still_open)
        yield Block("list", items=tuple(say(change) for change in changes))
    if assessment.grant:
        yield Block("heading", _("How long it lasts"), level=2)
        yield Block("text", say(assessment.grant.text))
        yield sources_block(assessment.grant.sources)
    if assessment.timeline and assessment.timeline.events:
        yield Block("heading", _("Your dates"), level=2)
        events = assessment.timeline.events
        if start_is_assumed and assessment.grant and assessment.grant.start:
            assumed = _("The dates count from a start in {month}. Nobody has decided that month: it is only assumed.")
            yield Block("text", fill(assumed, month=assessment.grant.start))
        yield Block("list", items=tuple(f"{say(event.month)}: {say(event.text)}" for event in events))
        yield sources_block(source for event in events for source in event.sources)


def _finding(finding: Finding) -> Iterator[Block]:
    judgement = finding.judgement
    yield Block("heading", _(finding.criterion.title), level=3)
    yield Block("verdict", _(judgement.verdict.words(decides=finding.criterion.decides)))
    yield Block("text", say(judgement.reason))
    if judgement.change:
        settles = judgement.verdict == Verdict.MUNICIPALITY
        words = _("What would settle it:") if settles else _("What would change it:")
        yield Block("text", f"{words} {say(judgement.change)}")
    yield sources_block(finding.sources)


def _what_next(assessment: Assessment) -> Iterator[Block]:
    if process := assessment.process:
        yield from _advice(_("What to do now"), process.steps, kind="ordered")
        yield from _advice(_("What to bring"), process.to_bring)
        yield from _advice(_("Who decides, and how long it takes"), process.decision)
        yield from _advice(_("If you disagree"), process.appeal)
    yield from _advice(_("What else to look at"), assessment.elsewhere)


def _advice(heading: str, advice: tuple[Advice, ...], kind: str = "list") -> Iterator[Block]:
    if advice:
        yield Block("heading", heading, level=2)
        yield Block(kind, items=tuple(say(item.text) for item in advice))
        yield sources_block(source for item in advice for source in item.sources)


def _income(compared: Compared) -> Iterator[Block]:
    result = compared.result
    yield Block("text", fill(_("All amounts are for {month} and before tax."), month=result.case.month))
    amounts = [
        (_("Paid hours a week"), result.wage.paid_hours_week),
        (_("Wage from the flexi-job"), result.wage.month),
        (
            _("Other wage"),
            Kroner(result.case.other_wage_month) if result.case.other_wage_month else None,
        ),
        (_("Subsidy from the municipality"), result.subsidy.rounded),
        (_("Total before tax"), result.total_month),
        (_("ATP withheld"), result.atp_month),
        (_("Paid out by the municipality before tax"), result.payout_month),
        (_("Pension that the state adds"), result.obligatory_pension_month),
        (_("Wage ceiling, assumed") if result.wage.ceiling_assumed else _("Wage ceiling"), result.wage.ceiling_month),
    ]
    rows = tuple((label, say(amount)) for label, amount in amounts if amount is not None)
    yield Block("pairs", heads=(_("A month before tax"), _("Amount")), rows=rows)
    yield Block("heading", _("How we got there"), level=3)
    for step in result.steps:
        yield from _step(step)
    yield Block("list", items=tuple(say(note) for note in result.notes))
    yield from _curve(compared)


def rates_blocks(used: Iterable[Rates]) -> Iterator[Block]:
    """The rates of each period once, however many cases lie in it."""
    for rates in dict.fromkeys(used):
        heading = fill(_("The rates used, {first} to {last}"), first=rates.valid_from, last=rates.valid_to)
        yield Block("heading", heading, level=2)
        rows = tuple(
            (f"{_(named.label)} ({named.figure.source.place}, {_(named.figure.status.label)})", say(named.value))
            for named in rates.subsidy_figures()
        )
        yield Block("pairs", heads=(_("Rate"), _("Amount")), rows=rows)


def _step(step: Step) -> Iterator[Block]:
    yield Block("strong", say(step.label) if step.amount is None else f"{say(step.label)}: {say(step.amount)}")
    yield Block("text", " ".join(say(text) for text in (step.sentence, *step.remarks)))
    yield Block("text", say(step.sum))
    yield sources_block(step.sources)


def _curve(compared: Compared) -> Iterator[Block]:
    curve = curve_of(compared.result.case)
    if curve is None:
        # Where only the month's wage is known, there are no hours to draw.
        return
    drawn = chart(curve)
    yield Block("heading", _("Your total at all hours"), level=3)
    svg = render_to_string("letter/curve.svg", {"chart": drawn})
    yield Block("picture", say(drawn.sentences[0]), svg=svg)
    kinks = tuple(f"{say(mark.kink.name)}. {say(mark.kink.sentence)}" for mark in drawn.marks)
    if kinks:
        yield Block("ordered", items=kinks)
