"""The calls that the README shows."""

import json
import re
from pathlib import Path
from typing import Any

_README = (Path(__file__).resolve().parents[2] / "README.md").read_text("utf-8")
_CALL = re.compile(r"curl (?:-H '[^']+' )+http://127\.0\.0\.1:8000(?P<path>/api/\S+)(?: \\\s+-d '(?P<body>[^']+)')?")

CALLS: dict[str, Any] = {
    call["path"]: json.loads(call["body"]) if call["body"] else None for call in _CALL.finditer(_README)
}
"""The body of each call by its path; None where it has none."""
