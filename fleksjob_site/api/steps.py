"""How a line of the calculation looks in answers of the API."""

from django.utils.translation import get_language

from fleksjob_site.api.shapes import Amount, Given, SourceGiven, sources_given, two_decimals_or_none
from fleksjob_site.texts.writing import say
from salary.law.step import Step


class StepGiven(Given):
    """A line of the way from hours to total; an amount that is taken off is positive too."""

    key: str
    label: str
    sentence: str
    sum: str
    """The sum with the numbers of this case."""
    amount: Amount | None
    remarks: list[str]
    """What is assumed or unsettled in this line."""
    sources: list[SourceGiven]


def step_given(step: Step) -> StepGiven:
    """A line with its sentence, its sum and all its sources."""
    language = get_language()
    return StepGiven(
        key=step.key,
        label=say(step.label, language),
        sentence=say(step.sentence, language),
        sum=say(step.sum, language),
        amount=two_decimals_or_none(step.amount),
        remarks=[say(remark, language) for remark in step.remarks],
        sources=sources_given((*step.sources, *(f.figure.source for f in step.figures))),
    )
