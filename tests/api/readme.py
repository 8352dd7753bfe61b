"""The calls that the description shows, and those among them that the README shows."""

import json
import re
from pathlib import Path
from typing import Any

from django.test import Client

README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
_CALL = re.compile(r"curl (?:-H '[^']+' )+http://127\.0\.0\.1:8000(?P<path>/api/\S+)(?: \\\s+-d '(?P<body>[^']+)')?")

IN_README: dict[str, Any] = {
    call["path"]: json.loads(call["body"]) if call["body"] else None for call in _CALL.finditer(README)
}
"""The body of each call in the README by its path; None where it has none."""


def calls() -> dict[str, Any]:
    """The body of each call by its path, as the description has it."""
    found = {}
    for path, methods in Client().get("/api/v1/openapi.json").json()["paths"].items():
        ((_method, call),) = methods.items()
        found[path] = call["requestBody"]["content"]["application/json"]["example"] if "requestBody" in call else None
    return found
