"""Requests for the measurements: single pages, and a mix as from visitors."""

import json
import re
import subprocess
import tempfile
import urllib.request
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from django.test import Client
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from eligibility.law.questions import BY_KEY
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.serving.front import MAX_LETTERS
from salary.pages.start import with_initial_values
from tests.visitor import FORM_TOKEN, cookies_of

SCRIPT = Path(__file__).with_name("ask.lua")
CONNECTIONS = 4
TOKEN = FORM_TOKEN
FORM = "application/x-www-form-urlencoded"
TYPED = {
    "hours_per_week": "12", "efficiency_percent": "60", "wage_kind": "hourly", "wage": "185",
    "pension_on_top_percent": "10", "ceiling_month": "", "month-month": "5", "month-year": "2024",
    "supplements_full_time_month": "0", "other_wage_month": "0", "full_time_hours_per_week": "37",
}  # fmt: skip
API_BODY = {"month": "2024-05", "hours_per_week": 12.5, "efficiency_percent": 60, "hourly_wage": 185}
API_YEAR = {name: value for name, value in API_BODY.items() if name != "month"} | {"from": "2026-12"}


@dataclass(frozen=True)
class Request:
    """One request, and text that its response must contain, so that no error page is measured by mistake."""

    path: str
    answers_with: str = ""
    cookie: str = ""
    body: str = ""
    kind: str = ""

    def line(self) -> str:
        return "\t".join(["POST" if self.body else "GET", self.path, self.cookie, self.kind, self.body])

    def try_on(self, url: str) -> None:
        """Send the request once; ValueError if the response is not the expected one."""
        headers = {"Cookie": self.cookie, "Content-Type": self.kind}
        request = urllib.request.Request(url + self.path, data=self.body.encode() or None, headers=headers)
        with urllib.request.urlopen(request) as answer:
            body = answer.read()
        if self.answers_with.encode() not in body or answer.url != url + self.path:
            raise ValueError(f"{self.path} answers with something else than “{self.answers_with}”")


@dataclass(frozen=True)
class Run:
    """The report of wrk: requests in total and per second, and their durations in milliseconds."""

    requests: int
    per_second: float
    median: float
    slowest_of_100: float


def ask(url: str, requests: list[Request], seconds: int, connections: int | None = None) -> Run:
    """Let wrk send the requests in turn for a number of whole seconds.

    A node rejects a third letter at a time, so where no connections are named, requests with letters use two.
    """
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as file:
        file.writelines(request.line() + "\n" for request in requests)
        file.flush()
        letters = any(".pdf" in request.path for request in requests)
        connections = connections or (MAX_LETTERS if letters else CONNECTIONS)
        options = ["-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "30s", "--latency", "-s", SCRIPT]
        said = subprocess.run(
            ["wrk", *options, url, "--", file.name], capture_output=True, text=True, check=True
        ).stdout
    if "Non-2xx" in said or "Socket errors" in said:
        raise ValueError(said)
    found = {name: _found(pattern, said) for name, pattern in _FIGURES.items()}
    return Run(int(found["requests"]), found["per_second"], found["median"], found["slowest"])


_FIGURES = {
    "requests": r"(\d+)() requests in",
    "per_second": r"Requests/sec: *([\d.]+)()",
    "median": r" 50% +([\d.]+)(us|ms|s)",
    "slowest": r" 99% +([\d.]+)(us|ms|s)",
}
_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "": 1.0}


def _found(pattern: str, said: str) -> float:
    found = re.search(pattern, said)
    assert found, said
    return float(found[1]) * _MILLISECONDS[found[2]]


def cookie_of(**told: Any) -> str:
    return "; ".join(f"{name}={value}" for name, value in cookies_of(told).items())


def address(name: str, language: str, **values: Any) -> str:
    with override(language):
        return reverse(name, kwargs=values)


def income_post(language: str, typed: dict[str, str], cookie: str = "") -> Request:
    """The income form as the page sends it while somebody is typing the wage, with all that is folded closed."""
    page, cookie = address("income", language), cookie or cookie_of(income=typed)
    shown = Client().get(page, headers={"Cookie": cookie}, SERVER_NAME="127.0.0.1").content.decode()
    told = json.loads(unescape(re.findall(r"data-hx-vals='([^']*)'", shown)[0]))
    typed = with_initial_values(typed, Month.of(localdate()))
    body = urlencode({"csrfmiddlewaretoken": TOKEN, **typed, "typing": "wage", "live.brief": "1", **told})
    return Request(page, "data-result", cookie, body, FORM)


def income_api(body: dict[str, Any]) -> Request:
    return Request("/api/v1/income", "subsidy_month", "", json.dumps(body), "application/json")


def year_api(body: dict[str, Any]) -> Request:
    return Request("/api/v1/year", "poorest_month", "", json.dumps(body), "application/json")


def single_pages() -> dict[str, list[Request]]:
    """Each kind of page separately, alternating between the languages."""
    person = next(person for person in PERSONS.values() if person.income)
    some = cookie_of(eligibility={"birth-month": "1980-05", "lives-in-denmark": "yes"})
    whole = cookie_of(eligibility=person.answers, income=person.income)
    pages: dict[str, list[Request]] = {}
    for language in ("da", "en"):
        question = address("eligibility:question", language, question=BY_KEY["benefit"])
        for name, request in {
            "home": Request(address("home", language), "<h1"),
            "guide": Request(address("how-it-works", language), "<h1"),
            "question": Request(question, "<fieldset", some),
            "outcome": Request(address("eligibility:outcome", language), "timeline", whole),
            "income": income_post(language, TYPED),
            "letter": Request(address("letter", language, variant=language), "%PDF", whole),
            "api": income_api(API_BODY),
            "year": year_api(API_YEAR),
        }.items():
            pages.setdefault(name, []).append(request)
    return pages
