"""The documentation for people: every call and field is there, and every program on it runs and gives the answer."""

import json
import re
import shutil
import subprocess
import sys
import threading
from collections.abc import Iterator
from decimal import Decimal
from html import unescape
from pathlib import Path
from typing import Any
from wsgiref.simple_server import make_server

import pytest
from django.core.handlers.wsgi import WSGIHandler
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from fleksjob_site.api.docs_purposes import PURPOSES
from fleksjob_site.api.wrong import Code
from fleksjob_site.kernel.text import Kroner
from fleksjob_site.serving.api import HttpCode
from fleksjob_site.texts.writing import say
from tests.api.readme import calls
from tests.api.test_clients import LETTER, Quiet

PAGES = {"da": "/api-vejledning/", "en": "/en/api-guide/"}
_PROGRAM = re.compile(r'<pre[^>]* data-program="(\w+)" data-path="([^"]+)"><code>(.*?)</code></pre>', re.S)
PROGRAMS = ("curl", "Python", "JavaScript")


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    return {language: Client().get(address).content.decode() for language, address in PAGES.items()}


def programs(page: str, name: str) -> dict[str, str]:
    """The programs of a page in one language of programming, by the path that they call."""
    return {path: unescape(program) for of, path, program in _PROGRAM.findall(page) if of == name}


@pytest.mark.parametrize(("asked", "page"), [("da", "da"), ("en", "en"), ("en-GB,da;q=0.5", "en"), ("fr", "da")])
def test_the_address_of_the_api_leads_to_the_page_in_the_language_asked_for(
    client: Client, asked: str, page: str
) -> None:
    answer = client.get("/api/v1/docs", headers={"accept-language": asked})
    assert (answer.status_code, answer.headers["Location"]) == (302, PAGES[page])
    assert "accept-language" in answer.headers["Vary"].lower()
    assert not answer.cookies


@pytest.mark.parametrize("language", PAGES)
def test_every_call_and_every_field_of_its_body_is_there(pages: dict[str, str], language: str) -> None:
    page, shown = pages[language], calls()
    assert set(PURPOSES) == set(shown)
    description = Client().get("/api/v1/openapi.json").json()
    for name, schema in description["components"]["schemas"].items():
        if name.endswith("In"):
            for field in schema["properties"]:
                assert f"<code>{field}</code>" in page, (name, field)
    for name in PROGRAMS:
        assert set(programs(page, name)) == set(shown)


def _answer_fields(page: str, path: str) -> dict[str, tuple[str, str]]:
    """The fields that are listed for the answer of a call, each with its kind and its text."""
    section = page.partition(f"<code>{'GET' if calls()[path] is None else 'POST'} {path}</code>")[2].partition("<h2")[0]
    listed = re.split(r"<summary[^>]*>(?:Felter i svaret|Fields in the answer)", section)[1].partition("</dl>")[0]
    found = re.findall(
        r'<dt><code>(\w+)</code> <span class="note">(.*?)</span></dt>\s*<dd[^>]*>(.*?)</dd>', listed, re.S
    )
    return {name: (kind.strip(), text.strip()) for name, kind, text in found}


@pytest.mark.parametrize("language", PAGES)
def test_every_field_of_an_answer_is_listed_with_its_kind_and_what_it_is(pages: dict[str, str], language: str) -> None:
    page = pages[language]
    for path in PURPOSES.keys() - {LETTER}:
        listed, answer = _answer_fields(page, path), _asked(path, calls()[path], language).json()
        assert set(answer) <= set(listed), path
        assert all(kind and text for kind, text in listed.values()), (path, listed)
        held = {key: value for key, value in answer.items() if _holds_objects(value)}
        for key in held:
            link = re.search(r'href="#(\w+)"', listed[key][0])
            assert link, (path, key)
            assert f'<dt id="{link[1]}">' in page


def _holds_objects(value: Any) -> bool:
    return isinstance(value[0] if isinstance(value, list) and value else value, dict)


@pytest.mark.parametrize("language", PAGES)
def test_the_start_says_which_atp_gives_the_result_of_the_income_page(pages: dict[str, str], language: str) -> None:
    start = pages[language].partition('id="start"')[2].partition("<h2")[0]
    assert "own_atp_month" in start
    sent = {"month": "2026-05", "hours_per_week": 30, "efficiency_percent": 60, "hourly_wage": 200}
    given = _asked("/api/v1/income", sent, language).json()["rates"]["figures"]
    amounts = {rate["key"]: rate["amount"] for rate in given if rate["key"].startswith("own_atp")}
    assert len(amounts) == 3
    assert all(key in start for key in amounts)
    answer = _asked("/api/v1/income", sent | {"own_atp_month": amounts["own_atp_full_month"]}, language).json()
    form = {"hours_per_week": "30", "efficiency_percent": "60", "wage_kind": "hourly", "wage": "200", "own_atp_kind":
            "usual", "month-month": "5", "month-year": "2026", "live": "1"}  # fmt: skip
    with override(language):
        shown = Client().post(reverse("income"), form).content.decode()
        assert say(Kroner(Decimal(answer["subsidy_month"]))) in unescape(shown)
    assert answer["subsidy_month"] != _asked("/api/v1/income", sent, language).json()["subsidy_month"]


@pytest.mark.parametrize("language", PAGES)
def test_a_call_that_needs_more_of_the_wage_than_income_says_so(pages: dict[str, str], language: str) -> None:
    needing = set()
    for path, section in re.findall(r"<code>POST (\S+)</code></pre>(.*?)<h2", pages[language], re.S):
        said, body = section.partition("<details")[0], calls()[path]
        if "/income" not in said or "paid_hours_per_week" not in body:
            continue
        alone = {name: value for name, value in body.items() if name not in ("paid_hours_per_week", "hourly_wage")}
        answer = _asked(path, alone | {"wage_month": 9000}, language).json()
        if "hourly_wage" in [error["field"] for error in answer.get("errors", ())]:
            needing.add(path)
            assert all(name in said for name in ("hourly_wage", "full_time_wage_month", "wage_month")), path
    assert {"/api/v1/curve", "/api/v1/goal"} <= needing


@pytest.mark.parametrize("language", PAGES)
def test_it_says_the_limits_of_the_load_balancer_as_delivered(pages: dict[str, str], language: str) -> None:
    delivered = Path("fleksjob_site/deploy/haproxy.cfg").read_text()
    limits = pages[language].partition('id="limits"')[2].partition("<h2")[0]
    for name in ("REQUESTS", "BATCHES", "LETTERS"):
        (most,) = set(re.findall(rf"\$\{{FLEKSJOB_MOST_{name}-(\d+)\}}", delivered))
        with override(language):
            assert re.search(rf"\b{say(Decimal(most))} ", limits), name
    assert "Content-Length" in limits


@pytest.mark.parametrize("language", PAGES)
def test_a_program_scrolls_in_a_box_of_its_own_that_the_keyboard_reaches_and_that_has_a_name(
    pages: dict[str, str], language: str
) -> None:
    boxes = re.findall(r'<pre class="code-sample code-scrolls"([^>]*)>', pages[language])
    named = [re.search(r'role="region" aria-label="([^"]+)" tabindex="0"', box) for box in boxes]
    assert len({found[1] for found in named if found}) == len(boxes) > len(PURPOSES) * len(PROGRAMS)
    longest = max(len(line) for program in programs(pages[language], "curl").values() for line in program.splitlines())
    assert longest < 100


@pytest.mark.parametrize("language", PAGES)
def test_every_error_code_is_there_with_the_status_it_comes_with(pages: dict[str, str], language: str) -> None:
    errors = pages[language].partition('id="errors"')[2].partition("<h2")[0]
    listed = dict(re.findall(r'<dt><code>([\w-]+)</code> <span class="note">(\d+)</span></dt>\s*<dd>\S', errors))
    assert set(listed) == {*HttpCode, *Code}
    assert {listed[code] for code in Code} == {"422"}
    seen = {
        "not-json": ("/api/v1/income", "{"),
        "not-found": ("/api/v1/x", "{}"),
        "too-large": ("/api/v1/income", "9" * 70_000),
    }
    for code, (path, body) in seen.items():
        answer = Client().post(path, body, content_type="application/json")
        assert (answer.json()["errors"][0]["code"], str(answer.status_code)) == (code, listed[code])
    sample = json.loads(unescape(re.findall(r"<pre[^>]*><code[^>]*>(.*?)</code>", errors, re.S)[0]))
    assert set(sample["errors"][0]) == {"field", "code", "message", "allowed", "limits"}


@pytest.mark.parametrize("language", PAGES)
def test_it_can_be_read_in_the_other_language(pages: dict[str, str], language: str) -> None:
    (other,) = PAGES.keys() - {language}
    assert f'href="{PAGES[other]}"' in pages[language]
    assert '<dd lang="en">' in pages[language]


@pytest.mark.parametrize("language", PAGES)
def test_the_footer_and_the_page_for_the_municipality_lead_there(client: Client, language: str) -> None:
    with override(language):
        home, municipality = reverse("home"), reverse("for-the-municipality")
    assert f'href="{PAGES[language]}"' in client.get(home).content.decode()
    main = client.get(municipality).content.decode().partition("<main")[2].partition("</main>")[0]
    assert f'href="{PAGES[language]}"' in main


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The site on a port of its own."""
    with make_server("127.0.0.1", 0, WSGIHandler(), handler_class=Quiet) as site:
        threading.Thread(target=site.serve_forever, args=(0.01,), daemon=True).start()
        yield f"http://127.0.0.1:{site.server_port}"
        site.shutdown()


def run(name: str, program: str, folder: Path) -> str:
    """What a program prints; it must succeed."""
    commands = {
        "curl": ["bash", "-c", f"{program} --silent --show-error"],
        "Python": [sys.executable, "-c", program],
        "JavaScript": ["node", "--input-type=module", "--eval", program.replace("await answer.json()", _WHOLE)],
    }
    done = subprocess.run(commands[name], cwd=folder, capture_output=True, text=True)
    assert done.returncode == 0, program + done.stdout + done.stderr
    return done.stdout


# Node cuts what it prints of an object; the program itself is not changed.
_WHOLE = "JSON.stringify(await answer.json())"
_NEEDED = {"curl": "curl", "JavaScript": "node"}


@pytest.mark.parametrize("language", PAGES)
@pytest.mark.parametrize("name", PROGRAMS)
def test_every_program_runs_and_gives_what_the_call_answers(
    pages: dict[str, str], server: str, tmp_path: Path, name: str, language: str
) -> None:
    if name in _NEEDED and not shutil.which(_NEEDED[name]):
        pytest.skip(f"{_NEEDED[name]} is not installed")
    bodies = calls()
    for path, program in programs(pages[language], name).items():
        assert "http://testserver/" in program
        said = run(name, program.replace("http://testserver", server), tmp_path)
        answer = _asked(path, bodies[path], language)
        if path == LETTER:
            size = (tmp_path / "letter.pdf").stat().st_size if name != "JavaScript" else int(said)
            (tmp_path / "letter.pdf").unlink(missing_ok=True)
            assert size == len(answer.content)
        else:
            assert json.loads(said) == answer.json(), path
            assert name != "Python" or "\\u" not in said


def _asked(path: str, body: Any, language: str) -> Any:
    sent = {"data": json.dumps(body), "content_type": "application/json"} if body else {}
    return Client().generic("POST" if body else "GET", path, headers={"accept-language": language}, **sent)


def test_a_wrong_body_makes_each_program_fail_and_show_why(pages: dict[str, str], server: str, tmp_path: Path) -> None:
    for name in PROGRAMS:
        if name in _NEEDED and not shutil.which(_NEEDED[name]):
            continue
        program = programs(pages["en"], name)["/api/v1/income"].replace("2024-05", "2024-13")
        with pytest.raises(AssertionError, match="not-a-month"):
            run(name, program.replace("http://testserver", server), tmp_path)
