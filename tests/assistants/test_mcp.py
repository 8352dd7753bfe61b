"""The tools as a client of MCP gets them, over stdio and over streamable HTTP: the same answers as those of the API."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import anyio
import pytest
from django.test import Client
from mcp import MCPError
from mcp.types import CallToolResult, TextContent, Tool

from fleksjob_site.texts.languages import LANGUAGES
from tests.api.asking import SENT, post
from tests.assistants.serving import TRANSPORTS

ON = "2026-11-21"
MONTH = {"month": "2026-05", "wage_month": 8000, "own_pension_month": 400.55, "paid_subsidy_month": "18480.00"}
TAX = {"percent": 38.5, "deduction_month": 5300, "main_card": "municipality"}
JOB = {"month": "2024-05", "efficiency_percent": 66.7}
BODIES: dict[str, dict[str, Any]] = {
    # The fractions are none that a binary number holds, so that they show whether sums are exact.
    "income": {
        "month": "2024-05",
        "hours_per_week": 18.3,
        "efficiency_percent": 66.7,
        "hourly_wage": 187.45,
        "tax": TAX,
    },
    "payout_check": {"months": [MONTH, MONTH | {"month": "2026-04", "wage_month": -0.0}], "on": ON},
    "eligibility": {"answers": SENT | {"hours-per-week": 12.3}, "on": ON},
    "rates": {"month": "2017-08"},
}
WRONG: dict[str, dict[str, Any]] = {
    "income": {"month": "2024-13", "paid_hours_per_week": 169, "hourly_wage": "8.000", "tax": {"percent": 101, "x": 1}},
    "payout_check": {"months": [MONTH | {"wage_month": -1, "x": 1}, MONTH], "on": ON},
    "eligibility": {"answers": {"hours-per-week": 169, "shoe-size": 43, "measures": "x"}, "on": ON},
}
PATHS = {"income": "income", "payout_check": "payout-check", "eligibility": "eligibility"}
CODES = [language.code for language in LANGUAGES]
DECIDES = {
    "da": "Kun vejledende: Det er kommunen, der afgør sagen. Reglerne er tjekket den 8. marts 2026.",
    "en": "Guidance only: the municipality decides. Rules checked on 8 March 2026.",
}
HEADS = {
    "da": "Der er ikke beregnet noget. Ret dette, og prøv igen:",
    "en": "Nothing was calculated. Correct this and try again:",
}
MARK = "4711.47"
"""An amount that stands nowhere else, to look for in what the server writes."""


@dataclass
class Session:
    """What a client was told: the server's own words, its tools, and the results by tool and language."""

    instructions: str = ""
    tools: list[Tool] = field(default_factory=list)
    answers: dict[tuple[str, str], CallToolResult] = field(default_factory=dict)
    refusals: dict[tuple[str, str], CallToolResult] = field(default_factory=dict)
    others: dict[str, CallToolResult] = field(default_factory=dict)
    unknown_tool: str = ""
    written: str = ""


@pytest.fixture(scope="module", params=TRANSPORTS)
def session(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Session:
    return anyio.run(_ask, request.param, tmp_path_factory.mktemp("mcp") / "errors.txt")


async def _ask(transport: str, errors: Path) -> Session:
    told = Session()
    async with TRANSPORTS[transport](errors) as client:
        told.instructions = client.instructions or ""
        told.tools = (await client.list_tools()).tools
        for code in CODES:
            for name, body in BODIES.items():
                told.answers[name, code] = await client.call_tool(name, body | {"language": code})
            for name, body in WRONG.items():
                told.refusals[name, code] = await client.call_tool(name, body | {"language": code})
        marked = BODIES["income"] | {"side_business_month": MARK}
        told.others = {
            "marked": await client.call_tool("income", marked),
            "marked wrong": await client.call_tool("income", marked | {"hourly_wage": f"{MARK}0", f"x{MARK}": MARK}),
            "no language": await client.call_tool("rates", {}),
            "no such language": await client.call_tool("rates", {"language": "de"}),
            "no arguments": await client.call_tool("income"),
        }
        try:
            await client.call_tool(f"x{MARK}", {})
        except MCPError as error:
            told.unknown_tool = error.error.message
    told.written = errors.read_text()
    return told


def text_of(result: CallToolResult) -> str:
    (block,) = result.content
    assert isinstance(block, TextContent)
    return block.text


def without_the_day(answer: dict[str, Any]) -> dict[str, Any]:
    # The process of the server has the machine's clock.
    return {name: value for name, value in answer.items() if name != "on"}


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", PATHS)
def test_a_tool_answers_as_the_api_does(session: Session, client: Client, name: str, code: str) -> None:
    result = session.answers[name, code]
    assert not result.is_error, text_of(result)
    from_api = post(client, PATHS[name], BODIES[name], code)
    assert from_api.status_code == 200
    assert without_the_day(result.structured_content["answer"]) == without_the_day(from_api.json())


@pytest.mark.parametrize("code", CODES)
def test_the_rates_are_those_of_the_api_for_the_month(session: Session, client: Client, code: str) -> None:
    every = client.get("/api/v1/rates", headers={"accept-language": code}).json()["periods"]
    (given,) = session.answers["rates", code].structured_content["answer"]["periods"]
    assert given == next(period for period in every if period["valid_from"] == "2017-07")
    (newest,) = session.others["no language"].structured_content["answer"]["periods"]
    assert newest["valid_from"] == every[-1]["valid_from"]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", BODIES)
def test_each_answer_says_who_decides_and_names_its_sources(session: Session, name: str, code: str) -> None:
    content = session.answers[name, code].structured_content
    assert content["guidance"] == DECIDES[code]
    cited = [(source["law"], source["paragraph"], source["url"]) for source in content["sources"]]
    assert set(cited) == set(cited_in(content["answer"]))
    assert len(cited) == len(set(cited)) > 0
    text = text_of(session.answers[name, code])
    assert DECIDES[code] in text
    assert all(url in text for _law, _paragraph, url in cited)


def cited_in(part: Any) -> list[tuple[str, str, str]]:
    """Whatever in an answer has a law and an address."""
    if isinstance(part, list):
        return [cited for item in part for cited in cited_in(item)]
    if not isinstance(part, dict):
        return []
    own = [(part["law"], part["paragraph"], part["url"])] if "url" in part else []
    return own + [cited for value in part.values() for cited in cited_in(value)]


@pytest.mark.parametrize("code", CODES)
@pytest.mark.parametrize("name", WRONG)
def test_wrong_arguments_are_refused_as_the_api_refuses_them(
    session: Session, client: Client, name: str, code: str
) -> None:
    result = session.refusals[name, code]
    assert result.is_error
    head, *lines = text_of(result).splitlines()
    assert head == HEADS[code]
    from_api = post(client, PATHS[name], WRONG[name], code)
    assert from_api.status_code == 422
    errors = from_api.json()["errors"]
    assert len(lines) == len(errors) > 1
    for line, error in zip(lines, errors, strict=True):
        assert line.startswith(f"- {error['field']}: {error['message']}")
        assert error["allowed"] in line
        assert line.endswith(f"({error['code']})")


def test_what_is_missing_or_unknown_is_named(session: Session) -> None:
    language = session.others["no such language"]
    assert language.is_error
    assert "language" in text_of(language)
    assert "da, en" in text_of(language)
    assert "month: " in text_of(session.others["no arguments"])
    assert "income, payout_check, eligibility, rates" in session.unknown_tool
    danish = session.others["no language"].structured_content["guidance"]
    assert danish == DECIDES["da"], "the language of the site where none is asked for"


def test_there_are_four_tools_that_only_read(session: Session) -> None:
    assert [tool.name for tool in session.tools] == list(BODIES)
    for tool in session.tools:
        hints = tool.annotations
        assert hints
        assert (hints.read_only_hint, hints.idempotent_hint) == (True, True)
        assert (hints.destructive_hint, hints.open_world_hint) == (False, False)
        assert tool.input_schema["properties"]["language"]["enum"] == CODES
        assert tool.input_schema["type"] == "object"
        # Providers of models refuse these at the top of a tool.
        assert not tool.input_schema.keys() & {"anyOf", "oneOf", "allOf", "not", "if", "then"}


def test_the_tools_say_their_units_and_where_answers_about_health_go(session: Session) -> None:
    for tool in session.tools:
        assert tool.description
        assert "municipality decides" in tool.description
        assert "passes through you and the company that runs you" in tool.description
        assert "DKK" in tool.description or "hours a week" in tool.description
    for word in ("DKK", "hours a week", "health", "CPR", "Only the municipality decides", "stores and logs nothing"):
        assert word in session.instructions


def test_the_server_writes_nothing_of_what_it_is_sent(session: Session) -> None:
    assert not session.others["marked"].is_error
    assert MARK in text_of(session.others["marked wrong"])
    assert MARK not in session.written
    assert "hourly_wage" not in session.written
