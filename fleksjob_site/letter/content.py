"""The content of the letter as blocks in the active language; the same blocks in every language."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from datetime import date

from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from eligibility.law.assessment import Assessment
from eligibility.law.changes import NEW_ACT_EXPECTED
from eligibility.law.criteria.criterion import Finding, Verdict
from eligibility.law.flow import Walk
from eligibility.law.questions import BY_KEY
from fleksjob_site.kernel.text import N_, Kroner, Text, Value
from fleksjob_site.letter.blocks import Block, documents_of, sources_block
from fleksjob_site.letter.first_page import TITLE, first_page, in_full
from fleksjob_site.letter.pdf import Frame, make_pdf
from fleksjob_site.letter.told import Told, told_by
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import fill, say
from fleksjob_site.visitor import VisitorData
from salary.law.calculation import RATES_ASSUMED
from salary.law.curve import curve_of
from salary.law.rates import Rates
from salary.law.step import Step, StepKey
from salary.pages.chart import chart
from salary.pages.compared import ComparedCase

FOOTER = N_("Guidance from the fleksjob guide. Only the municipality decides.")


def letter_pdf(
    visitor: VisitorData, on: date, today: date, languages: tuple[str, ...], qr_code: str | None = None
) -> bytes:
    """The letter as a PDF, by the rules of the day `on`; `qr_code` is the SVG of a link to the answers."""
    return told_pdf(lambda: told_by(visitor, on, today), on, today, languages, qr_code)


def told_pdf(
    told: Callable[[], Told], on: date, today: date, languages: tuple[str, ...], qr_code: str | None = None
) -> bytes:
    """The same about whatever has been told, in a form or in another way."""
    return make_pdf(lambda: _letter(told(), on, today, qr_code), Frame(TITLE, FOOTER), today, languages)


def letter(visitor: VisitorData, on: date, today: date, qr_code: str | None = None) -> tuple[Block, ...]:
    """The whole letter about what a visitor has entered, by the rules of the day `on`, made `today`."""
    return _letter(told_by(visitor, on, today), on, today, qr_code)


def _letter(told: Told, on: date, today: date, qr_code: str | None) -> tuple[Block, ...]:
    blocks = tuple(_blocks(told, on, today))
    if qr_code is None:
        return (*blocks, *documents_of(blocks))
    caption = _("Opens the answers and numbers in this letter")
    code = Block("qr", _("A code that opens these answers."), svg=qr_code, items=(caption,))
    return (code, *blocks, *documents_of(blocks))


def _blocks(told: Told, on: date, today: date) -> Iterator[Block]:
    walk, assessment, cases = told.walk, told.assessment, told.cases
    if assessment:
        yield from first_page(assessment, told.total, today, told.example)
        yield Block("heading", _("Appendix: answers, conditions and dates"), level=2)
    else:
        yield Block("heading", _(TITLE), level=1)
    yield Block("small", " ".join(_made(on, today, told.example)))
    if walk.answers:
        yield from _answers(walk)
    if assessment:
        yield from _outcome(assessment, start_is_assumed=told.start_is_assumed)
    for compared in cases:
        name = say(compared.name)
        yield Block("heading", _("Income: {case}").format(case=name) if cases[1:] else _("Income"), level=2)
        yield from _income(compared)
    yield from rates_blocks(compared.result.rates for compared in cases)


def _made(on: date, today: date, example: str | None) -> Iterator[str]:
    """When the letter was made, and by which rules."""
    guidance = _("Guidance only: only the municipality decides. As of {today}. Rules checked on {checked}.")
    yield fill(guidance, today=today, checked=RULES_CHECKED)
    if example:
        yield fill(_("A made-up example: {name}."), name=example)
    if on != today:
        yield fill(_("This letter shows what applies on {day}, and not today."), day=on)
    changed = _("The law may have changed: a new employment act was expected on {expected}.")
    expected = _("A new employment act is expected on {expected}.")
    yield fill(changed if on >= NEW_ACT_EXPECTED else expected, expected=NEW_ACT_EXPECTED)


def _answers(walk: Walk) -> Iterator[Block]:
    yield Block("heading", _("Your answers"), level=2)
    rows = tuple((_(BY_KEY[key].text), say(BY_KEY[key].shown(answer))) for key, answer in walk.answers.items())
    yield Block("answers", heads=(_("Question"), _("Answer")), rows=rows)


def _outcome(assessment: Assessment, *, start_is_assumed: bool) -> Iterator[Block]:
    yield Block("heading", _("Why"), level=2)
    yield Block("text", say(assessment.explanation.text))
    yield sources_block(assessment.explanation.sources)
    yield Block("heading", _("The conditions, one by one"), level=2)
    for finding in assessment.findings:
        if finding.criterion.decides:
            yield from _finding(finding, on_first_page=in_full(assessment.in_short) == finding)
    if other_rules := [finding for finding in assessment.findings if not finding.criterion.decides]:
        yield Block("heading", _("Also good to know"), level=2)
        for finding in other_rules:
            yield from _finding(finding)
    if assessment.grant:
        yield Block("heading", _("How long it lasts"), level=2)
        yield Block("text", say(assessment.grant.text))
        yield sources_block(assessment.grant.sources)
    if assessment.timeline and assessment.timeline.events:
        yield Block("heading", _("Your dates"), level=2)
        events = assessment.timeline.events
        if start_is_assumed and assessment.grant and assessment.grant.start:
            assumed = _(
                "The dates are counted from a start in {month}. That month has not been decided: it is only assumed."
            )
            yield Block("text", fill(assumed, month=assessment.grant.start))
        yield Block("list", items=tuple(f"{say(event.month)}: {say(event.text)}" for event in events))
        yield sources_block(source for event in events for source in event.sources)


def _finding(finding: Finding, *, on_first_page: bool = False) -> Iterator[Block]:
    judgement = finding.judgement
    verdict = _(judgement.verdict.words(decides=finding.criterion.decides))
    yield Block("finding", _(finding.criterion.title), level=3, items=(verdict,))
    said = [_("See page 1.")] if on_first_page else [say(judgement.reason)]
    if judgement.change and not on_first_page:
        settles = judgement.verdict == Verdict.MUNICIPALITY
        words = _("What would settle it:") if settles else _("What would change it:")
        said.append(f"{words} {say(judgement.change)}")
    yield Block("text", " ".join(said))
    yield sources_block(finding.sources)


def _income(compared: ComparedCase) -> Iterator[Block]:
    result, lines = compared.result, compared.headlines
    yield Block("text", fill(_("All amounts are for {month} and before tax."), month=result.case.month))
    if result.rates_assumed:
        yield Block("text", say(Text(RATES_ASSUMED, {"month": result.case.month, "rates_month": result.rates_month})))
    other_wage = Kroner(result.case.other_wage_month) if result.case.other_wage_month else None
    surplus = Kroner(result.case.side_business_month) if result.case.side_business_month else None
    amounts: tuple[tuple[str, Value | None], ...] = (
        (_("Wage from the flexi-job"), result.wage.month),
        (_("Other wage"), other_wage),
        (_("Surplus of a side business"), surplus),
        (_("Subsidy from the municipality"), result.subsidy.rounded),
        (_("Total before tax"), lines.total.shown),
        (_("Paid out by the municipality before tax"), result.payout_month),
        (_("To your account before tax"), lines.account.shown if lines.account else None),
        (
            _("After tax with your tax card"),
            lines.after_tax.shown if lines.after_tax and compared.tax_in_letter else None,
        ),
    )
    rows = tuple((label, say(amount)) for label, amount in amounts if amount is not None)
    yield Block("pairs", heads=(_("Per month, before tax"), _("Amount")), rows=rows)
    yield Block("heading", _("How we got there"), level=3)
    for step in (*result.steps, *compared.steps_to_account):
        # The step to the account takes off the ATP of the subsidy as well.
        if not (compared.steps_to_account and step.key == StepKey.PAYOUT):
            yield from _step(step)
    yield Block("list", items=tuple(say(note) for note in result.notes))
    yield from _curve(compared)


def rates_blocks(used: Iterable[Rates]) -> Iterator[Block]:
    """The rates of each period once, however many cases use it."""
    for rates in dict.fromkeys(used):
        heading = fill(_("The rates used, {first} to {last}"), first=rates.valid_from, last=rates.valid_to)
        yield Block("heading", heading, level=2)
        rows = tuple(
            (f"{_(named.label)} ({named.figure.source.place}, {_(named.figure.status.label)})", say(named.value))
            for named in rates.subsidy_figures()
        )
        yield Block("rates", heads=(_("Rate"), _("Amount")), rows=rows)


def _step(step: Step) -> Iterator[Block]:
    label = say(step.label) if step.amount is None else f"{say(step.label)}: {say(step.amount)}"
    yield Block("line", " ".join(say(text) for text in (step.sentence, *step.remarks, step.sum)), items=(label,))
    yield sources_block(step.sources)


def _curve(compared: ComparedCase) -> Iterator[Block]:
    curve = curve_of(compared.result.case)
    if curve is None:
        # Where only the month's wage is known, there are no hours to draw.
        return
    drawn = chart(curve)
    yield Block("heading", _("Your total for different hours"), level=3)
    svg = render_to_string("letter/curve.svg", {"chart": drawn})
    kinks = tuple(f"{say(mark.kink.name)}. {say(mark.kink.sentence)}" for mark in drawn.marks)
    yield Block("picture", say(drawn.sentences[0]), svg=svg, items=kinks)
