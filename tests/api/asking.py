"""How the tests call the API."""

import json
import re
from pathlib import Path

from django.http import HttpResponse
from django.test import Client

from tests.eligibility.law.answering import FITTING

# In the API, multiple choices are a list.
SENT = FITTING | {"measures": FITTING["measures"].split(",")}

_CHANGELOG = (Path(__file__).resolve().parents[2] / "CHANGELOG.md").read_text("utf-8")
_RELEASES = re.findall(r"^## ([0-9.]+) - ", _CHANGELOG, re.M)
ABOUT = {"rules_verified": "2026-03-08", "on": "2026-11-21", "version": _RELEASES[0]}
"""What every answer says on the day of the tests."""


def post(client: Client, path: str, body: object, language: str = "en") -> HttpResponse:
    sent = body if isinstance(body, str) else json.dumps(body)
    headers = {"accept-language": language}
    return client.post(f"/api/v1/{path}", sent, content_type="application/json", headers=headers)
