"""A step of the calculation in API responses."""

from django.utils.translation import get_language

from fleksjob_site.api.shapes import Amount, Out, SourceOut, sources_out, two_decimals_or_none
from fleksjob_site.texts.writing import say
from salary.law.step import Step


class StepOut(Out):
    """A step from hours to total; an amount that is subtracted is positive too."""

    key: str
    label: str
    sentence: str
    sum: str
    """The arithmetic with the numbers of this case."""
    amount: Amount | None
    remarks: list[str]
    """What is assumed or unsettled in this step."""
    sources: list[SourceOut]


def step_out(step: Step) -> StepOut:
    """A step with its sentence, its arithmetic and all its sources."""
    language = get_language()
    return StepOut(
        key=str(step.key),
        label=say(step.label, language),
        sentence=say(step.sentence, language),
        sum=say(step.sum, language),
        amount=two_decimals_or_none(step.amount),
        remarks=[say(remark, language) for remark in step.remarks],
        sources=sources_out((*step.sources, *(f.figure.source for f in step.figures))),
    )
