"""What a tool takes: the body of the API's call, and the language of the answer."""

from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from fleksjob_site.api.answers import EligibilityIn
from fleksjob_site.api.case import IncomeIn
from fleksjob_site.api.gate import Body
from fleksjob_site.api.months import MonthIn
from fleksjob_site.api.paid import PayoutCheckIn
from fleksjob_site.api.wrong import Code, refuse
from fleksjob_site.serving.api import limits
from fleksjob_site.texts.languages import BY_CODE, DEFAULT_LANGUAGE

_CODES = list(BY_CODE)


def _read_language(value: object) -> str:
    if isinstance(value, str) and value in BY_CODE:
        return value
    raise refuse(Code.WRONG_FORM, allowed=", ".join(_CODES), limits=limits(values=_CODES))


class InALanguage(Body):
    """The field that every tool has."""

    language: Annotated[
        str, BeforeValidator(_read_language), WithJsonSchema({"type": "string", "enum": _CODES, "description": ""})
    ] = DEFAULT_LANGUAGE.code
    """The language of all texts in the answer: the one you speak with the person."""


class IncomeArguments(InALanguage, IncomeIn):
    """One month of one person; DKK a month before tax unless the name says otherwise."""


class PayoutArguments(InALanguage, PayoutCheckIn):
    """Up to twelve months, in any order; DKK a month before tax unless the name says otherwise."""


class EligibilityArguments(InALanguage, EligibilityIn):
    """Answers to any of the questions, in any order. Hours are hours a week, pace is in per cent of the ordinary."""


class RatesArguments(InALanguage):
    """The month whose rates are wanted."""

    month: MonthIn | None = None
    """A month that has rates; the newest rates if omitted."""
