"""The form of a page that answers while somebody types, and what it sends."""

import json
import re
from html.parser import HTMLParser


class LiveForm(HTMLParser):
    """The live form of a page: what it would send, and what its fields can be changed to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.sends: dict[str, str] = {}
        self.choices: dict[str, list[str]] = {}
        self.typed: list[str] = []
        self.ticks: list[str] = []
        self.path = ""
        self.live: dict[str, str] = {}
        """What it sends besides its fields while somebody types."""
        self._inside, self._select = False, ""
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = {name: value or "" for name, value in attrs}
        if tag == "form":
            self._inside = "data-live" in found
            if self._inside:
                self.path, self.live = found["action"], json.loads(found["data-hx-vals"])
        if not self._inside or tag not in {"input", "select", "option"}:
            return
        name, value, kind = found.get("name", ""), found.get("value", ""), found.get("type", "")
        if tag == "select":
            self._select = name
            self.choices[name] = []
        elif tag == "option":
            self.choices[self._select].append(value)
            if "selected" in found:
                self.sends[self._select] = value
        elif name and kind == "radio":
            self.choices.setdefault(name, []).append(value)
        elif name and kind == "checkbox":
            self.ticks.append(name)
        elif name and kind == "text":
            self.typed.append(name)
        if name and tag == "input" and (kind not in {"radio", "checkbox"} or "checked" in found):
            self.sends[name] = value or ("on" if kind == "checkbox" else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._inside = False


_FORM = re.compile(r'<form id="[\w-]+" [^>]*data-(?:live|same).*?</form>', re.DOTALL)


def form_in(html: str) -> str:
    """The markup of the live form, or of the mark that it stays."""
    found = _FORM.findall(html)
    assert len(found) == 1, len(found)
    form: str = found[0]
    return form


def without_form(html: str) -> str:
    """The rest of a page or of an answer."""
    return _FORM.sub("", html)
