"""The tools for assistants: calls of the API, made in this process; each answer has the guidance and its sources."""

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from django.conf import settings
from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import override
from pydantic import ValidationError

from fleksjob_site.api import eligibility, income, payout, rates
from fleksjob_site.api.eligibility import EligibilityOut
from fleksjob_site.api.gate import Body, read_json
from fleksjob_site.api.income import IncomeOut
from fleksjob_site.api.payout import PayoutOut
from fleksjob_site.api.rates import RatesOut
from fleksjob_site.api.refusals import errors_in, not_json, too_large
from fleksjob_site.api.shapes import Address, AnswerOut, Out
from fleksjob_site.api.urls import FIELDS
from fleksjob_site.assistants.arguments import (
    EligibilityArguments,
    InALanguage,
    IncomeArguments,
    PayoutArguments,
    RatesArguments,
)
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.texts.languages import BY_CODE, DEFAULT_LANGUAGE
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import fill
from salary.law.rates import newest_month_with_rates

INSTRUCTIONS = """\
Calculations and conditions of the Danish flexi-job scheme (fleksjob), with sources. Only the municipality decides: \
never say that somebody qualifies, or what they will be paid, only what the rules give with what was entered. Say so \
with every answer, and name the sources.

Before the first question, tell the person that what they say about health, benefits and pay passes through you and \
the company that runs you, and that they can use the site without you. Ask only for what a tool needs, and never for a \
name, an address or a CPR number. This server stores and logs nothing of what it is sent.

Amounts in answers are strings in DKK with two decimals. Hours are hours a week; months are written like 2026-05. Do \
not guess a field that the person has not told you: ask, or leave it out. After-tax amounts need the person's own tax \
card."""
_PRIVACY = (
    "What the person tells you passes through you and the company that runs you: say so before you ask. "
    "Guidance only: the municipality decides."
)
# The views of the API read nothing from their request but the body, which comes beside it.
_NO_REQUEST = HttpRequest()
_A = TypeVar("_A", bound=AnswerOut)


class CitedOut(Out):
    """A source of the answer."""

    law: str
    paragraph: str
    """As Danish law writes it; empty where the whole document is meant."""
    url: Address


class ToolAnswer(Out, Generic[_A]):
    """What a tool answers."""

    guidance: str
    """Say this to the person with the answer."""
    sources: list[CitedOut]
    """Every source in the answer, once."""
    answer: _A
    """The answer of the API."""


class Refused(Exception):
    """Arguments that a tool can't use; the text says what is wrong, and what can be given instead."""


@dataclass(frozen=True, slots=True)
class Tool:
    """A tool, and the call of the API that it makes."""

    name: str
    title: str
    does: str
    arguments: type[InALanguage]
    answer: type[ToolAnswer[Any]]
    ask: Callable[[Any], AnswerOut]
    fields: str = ""
    """The name under which the API keeps the names of the fields within the body."""

    @property
    def description(self) -> str:
        return f"{self.does} {_PRIVACY}"

    @property
    def input_schema(self) -> dict[str, Any]:
        """The schema of the arguments. The conditions across fields are left to the errors, since many clients take no
        `if` and `then` at the top."""
        schema = self.arguments.model_json_schema()
        return {key: value for key, value in schema.items() if key not in ("if", "then")}

    @property
    def output_schema(self) -> dict[str, Any]:
        return self.answer.model_json_schema(mode="serialization")

    def call(self, given: dict[str, Any]) -> dict[str, Any]:
        """The answer as JSON data in the language asked for; Refused if the arguments can't be used."""
        asked = given.get("language")
        with override(asked if isinstance(asked, str) and asked in BY_CODE else DEFAULT_LANGUAGE.code):
            answer = self.ask(self._read(given))
            said = _("Guidance only: the municipality decides. Rules checked on {checked}.")
            sources = list(dict.fromkeys(_cited(answer.model_dump())))
            complete = self.answer(guidance=fill(said, checked=RULES_CHECKED), sources=sources, answer=answer)
            return complete.model_dump(mode="json")

    def _read(self, given: dict[str, Any]) -> Body:
        # Numbers become exact decimals, as in the bodies of the API.
        written = json.dumps(given)
        if len(written) > settings.DATA_UPLOAD_MAX_MEMORY_SIZE:
            raise _refused(too_large())
        try:
            return self.arguments.model_validate(read_json(written))
        except ValidationError as wrong:
            fields = FIELDS.get(self.fields, {}) | {"body": self.arguments.names()}
            raise _refused(errors_in(wrong, fields)) from None
        except ValueError:
            raise _refused(not_json()) from None


def _refused(errors: list[dict[str, Any]]) -> Refused:
    lines = [_("Nothing was calculated. Correct this and try again:")]
    for one in errors:
        place = f"{one['field']}: " if one["field"] else ""
        allowed = f" {_('Allowed:')} {one['allowed']}" if one["allowed"] else ""
        lines.append(f"- {place}{one['message']}{allowed} ({one['code']})")
    return Refused("\n".join(lines))


def _cited(part: Any) -> Iterator[CitedOut]:
    """The sources in an answer, in its order."""
    if isinstance(part, list):
        for item in part:
            yield from _cited(item)
    elif isinstance(part, dict):
        if part.keys() >= CitedOut.model_fields.keys():
            yield CitedOut(**{name: part[name] for name in CitedOut.model_fields})
        for value in part.values():
            yield from _cited(value)


def _rates(body: RatesArguments) -> RatesOut:
    every, month = rates.rates(_NO_REQUEST), body.month or newest_month_with_rates()
    of_the_month = [
        period for period in every.periods if Month.parse(period.valid_from) <= month <= Month.parse(period.valid_to)
    ]
    return every.model_copy(update={"periods": of_the_month})


TOOLS = {
    tool.name: tool
    for tool in (
        Tool(
            "income",
            "Income in a flexi-job",
            "Wage, subsidy (fleksløntilskud), payout and total of one month in a flexi-job, each step with its law. "
            "Takes hours a week, work pace in per cent, and DKK an hour or a month. Answers in DKK a month before tax, "
            "and after tax with a tax card.",
            IncomeArguments,
            ToolAnswer[IncomeOut],
            lambda body: income.income(_NO_REQUEST, body),
            "income",
        ),
        Tool(
            "payout_check",
            "Check payouts of the subsidy",
            "Compares what the municipality paid for one to twelve months with what the rules give, and names errors "
            "that would explain a difference. All amounts are DKK a month before tax, as on the payslip.",
            PayoutArguments,
            ToolAnswer[PayoutOut],
            lambda body: payout.payout_check(_NO_REQUEST, body),
            "payout-check",
        ),
        Tool(
            "eligibility",
            "What the answers suggest",
            "What answers to the questions about a flexi-job point to: each condition of the law with its reason, the "
            "outcome, next steps and dates. Takes hours a week and pace in per cent. Start with the answers you have: "
            "`next_question` names the next one. It never says that somebody qualifies. Some answers are about health.",
            EligibilityArguments,
            ToolAnswer[EligibilityOut],
            lambda body: eligibility.eligibility(_NO_REQUEST, body),
            "eligibility",
        ),
        Tool(
            "rates",
            "Statutory rates",
            "The rates that hold in a month since 2013, each in DKK or per cent with its law and how certain it is.",
            RatesArguments,
            ToolAnswer[RatesOut],
            _rates,
        ),
    )
}
