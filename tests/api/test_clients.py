"""Clients that the two best-known generators make of the description: they compile, and make its calls."""

import importlib
import json
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from wsgiref.simple_server import WSGIRequestHandler, make_server

import httpx
import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client

from tests.api.generating import BIN, succeed
from tests.api.readme import IN_README, README, calls

WRONG = {"month": "2024-13", "paid_hours_per_week": 169, "hourly_wage": 200}
ENGLISH = {"Accept-Language": "en"}

PYTHON_CALLS = {
    "/api/v1/income": ("income.calculate_income", "IncomeIn", "IncomeOut"),
    "/api/v1/year": ("income.plan_year", "YearIn", "YearOut"),
    "/api/v1/own-business": ("income.calculate_own_business", "OwnBusinessIn", "OwnBusinessOut"),
    "/api/v1/employer": ("income.calculate_employer_cost", "EmployerIn", "EmployerOut"),
    "/api/v1/payout-check": ("payouts.check_payouts", "PayoutCheckIn", "PayoutOut"),
    "/api/v1/eligibility": ("eligibility.assess_eligibility", "EligibilityIn", "EligibilityOut"),
    "/api/v1/eligibility/questions": ("eligibility.list_questions", None, "QuestionsOut"),
    "/api/v1/rates": ("rates.list_rates", None, "RatesOut"),
    "/api/v1/curve": ("income.draw_curve", "PayIn", "CurveOut"),
    "/api/v1/goal": ("income.find_goal", "GoalIn", "GoalOut"),
    "/api/v1/margin": ("income.find_margin", "MarginIn", "MarginOut"),
    "/api/v1/batch": ("income.calculate_incomes", "BatchIn", "BatchOut"),
    "/api/v1/dates": ("eligibility.find_dates", "DatesIn", "DatesOut"),
}
"""Where the generated Python client has each call, its body, and what it gives."""
LETTER = "/api/v1/letter"


@pytest.fixture
def description(tmp_path: Path) -> Path:
    """The description as a file, in a folder for what is made of it."""
    file = tmp_path / "openapi.json"
    file.write_bytes(Client().get("/api/v1/openapi.json").content)
    return file


class Generated:
    """A generated Python package, calling the site without a server between."""

    def __init__(self, name: str) -> None:
        self.name = name

    def part(self, module: str) -> Any:
        return importlib.import_module(f"{self.name}.{module}")

    def named(self, model: str) -> Any:
        return getattr(self.part("models"), model)

    def call(self, module: str, **body: Any) -> Any:
        transport = httpx.WSGITransport(app=WSGIHandler())
        client = self.part("client").Client("http://testserver", httpx_args={"transport": transport}, headers=ENGLISH)
        with client:
            return self.part(f"api.{module}").sync_detailed(client=client, **body)


@pytest.fixture
def python(description: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Generated]:
    name = "generated_client"
    # The generator knows files by one type only.
    config = description.parent / "config.json"
    config.write_text(json.dumps({"content_type_overrides": {"application/pdf": "application/octet-stream"}}))
    generate = (sys.executable, "-m", "openapi_python_client", "generate", "--path", description, "--meta", "none")
    said = succeed(description.parent, *generate, "--output-path", name, "--config", config)
    assert "warning" not in said.lower(), said
    monkeypatch.syspath_prepend(description.parent)
    yield Generated(name)
    for module in [module for module in sys.modules if module.split(".")[0] == name]:
        del sys.modules[module]


def test_the_readme_names_every_call_and_what_it_shows_is_answered(client: Client) -> None:
    shown = calls()
    assert set(shown) == {*PYTHON_CALLS, LETTER}
    assert [path for path in shown if f"{path}`" not in README] == []
    for path, body in IN_README.items():
        sent = {"data": json.dumps(body), "content_type": "application/json"} if body else {}
        assert client.generic("POST" if body else "GET", path, **sent).status_code == 200, path
    assert {"/api/v1/income", "/api/v1/eligibility"} <= set(IN_README)


def test_the_python_client_makes_the_calls_of_the_description(python: Generated) -> None:
    shown = calls()
    for path, (module, body, answer) in PYTHON_CALLS.items():
        sent = {"body": python.named(body).from_dict(shown[path])} if body else {}
        answered = python.call(module, **sent)
        assert answered.status_code == 200
        assert isinstance(answered.parsed, python.named(answer))
        # Everything in the answer is in the class, and comes back unchanged.
        assert answered.parsed.to_dict() == json.loads(answered.content)
        assert not hasattr(answered.parsed, "additional_properties")
    letter = python.call("eligibility.make_letter", body=python.named("LetterIn").from_dict(shown[LETTER]))
    assert letter.parsed.payload.read().startswith(b"%PDF")


def test_the_python_client_has_one_class_for_a_body_and_reads_its_errors(python: Generated) -> None:
    models = Path(python.part("models").__file__).parent
    assert [file.name for file in models.glob("income_in*.py")] == ["income_in.py"]
    income = python.named("IncomeIn")
    assert income.__annotations__["month"] == "str"
    with pytest.raises(TypeError, match="month"):
        income(wage_month=10000)
    answered = python.call("income.calculate_income", body=income.from_dict(WRONG))
    assert isinstance(answered.parsed, python.named("RefusedOut"))
    month, hours = answered.parsed.errors
    assert (month.field, month.code) == ("month", "not-a-month")
    assert (hours.field, hours.code) == ("paid_hours_per_week", "out-of-range")
    assert hours.message == "The number is outside the limits."
    assert (hours.limits.minimum, hours.limits.maximum) == (0, 168)


class Quiet(WSGIRequestHandler):
    def log_message(self, format: str, *args: object) -> None:
        """Nobody reads it."""


@pytest.fixture
def server() -> Iterator[str]:
    """The site on a port of its own."""
    with make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet) as site:
        threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


@pytest.fixture
def typescript(description: Path) -> Path:
    """A folder with the generated types, and a compiler that takes nothing for granted."""
    folder = description.parent
    succeed(folder, BIN / "openapi-typescript", description, "-o", "api.ts")
    options = {"strict": True, "target": "es2022", "module": "nodenext", "lib": ["es2022", "dom"], "types": []}
    (folder / "tsconfig.json").write_text(json.dumps({"compilerOptions": options | {"outDir": "made"}}))
    (folder / "package.json").write_text('{"type": "module"}')
    (folder / "node_modules").symlink_to(BIN.parent)
    return folder


def program(server: str) -> str:
    """A program that makes the calls of the description, and a wrong one."""
    made = [
        f'answered["{path}"] = (await client.POST("{path}", {{ body: {json.dumps(body)} }})).data;'
        if body
        else f'answered["{path}"] = (await client.GET("{path}")).data;'
        for path, body in calls().items()
        if path != LETTER
    ]
    letter = f'await client.POST("{LETTER}", {{ body: {json.dumps(calls()[LETTER])}, parseAs: "blob" }})'
    return "\n".join(
        [
            'import createClient from "openapi-fetch";',
            'import type { paths } from "./api.js";',
            f'const client = createClient<paths>({{ baseUrl: "{server}", headers: {json.dumps(ENGLISH)} }});',
            "const answered: Record<string, unknown> = {};",
            *made,
            f"const pdf: Blob = ({letter}).data as unknown as Blob;",
            f'const {{ error }} = await client.POST("/api/v1/income", {{ body: {json.dumps(WRONG)} }});',
            "const codes: string[] = error!.errors.map((one) => one.code);",
            "console.log(JSON.stringify({ answered, codes, kind: pdf.type }));",
        ]
    )


def test_the_typescript_client_compiles_strictly_and_makes_the_calls_of_the_description(
    typescript: Path, server: str, client: Client
) -> None:
    (typescript / "calls.ts").write_text(program(server))
    succeed(typescript, BIN / "tsc", "--project", ".")
    said = json.loads(succeed(typescript, "node", "made/calls.js"))
    assert said["codes"] == ["not-a-month", "out-of-range"]
    assert said["kind"] == "application/pdf"
    for path, body in calls().items():
        if path == LETTER:
            continue
        sent = {"data": json.dumps(body), "content_type": "application/json"} if body else {}
        method = "POST" if body else "GET"
        assert said["answered"][path] == client.generic(method, path, headers=ENGLISH, **sent).json()


def test_the_typescript_compiler_refuses_a_body_without_month_or_with_a_wrong_field(typescript: Path) -> None:
    lines = ['import type { components } from "./api.js";', 'type IncomeIn = components["schemas"]["IncomeIn"];']
    lines += ['export const right: IncomeIn = { month: "2024-05", wage_month: 10000 };']
    for number, body in enumerate(["wage_month: 10000", 'month: "2024-05", shoe_size: 43', "month: 202405"]):
        lines += ["// @ts-expect-error", f"export const wrong{number}: IncomeIn = {{ {body} }};"]
    (typescript / "bodies.ts").write_text("\n".join(lines))
    succeed(typescript, BIN / "tsc", "--project", ".", "--noEmit")
