"""A rendered page taken apart: its title, and its sections by their h2, each as a list of short texts."""

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_BREAKS = frozenset(
    ("p", "li", "h1", "h2", "h3", "h4", "div", "tr", "td", "th", "dt", "dd", "caption", "summary", "label", "legend")
)
"""Elements that begin a text of their own."""
_SKIPPED = frozenset(("nav", "script", "style", "svg", "button", "select", "textarea", "pre"))
_SKIPPED_CLASSES = frozenset(
    {"sr-only", "word-note", "source-list", "new-act", "law", "letters", "back-link", "card", "api-fields"}
)
"""What is not the text of the section: menus, other pages, definitions of single words, the sources under a rule."""
_MAIN = re.compile(r"<main[^>]*>|</main>")
_VOID = frozenset({"input", "br", "img", "hr", "meta", "link", "wbr"})


@dataclass(slots=True)
class Section:
    """What stands under one h2, or before the first; the anchor is empty where the heading has no id."""

    anchor: str = ""
    heading: str = ""
    texts: list[str] = field(default_factory=list)


@dataclass(slots=True)
class Page:
    """A page: its h1, and its sections, the first of which is what stands before any h2."""

    title: str = ""
    sections: list[Section] = field(default_factory=lambda: [Section()])


def read_page(html: str) -> Page:
    """The page in its HTML."""
    reader = _Reader()
    # Menus and the foot of the page are left out before they are read.
    reader.feed(_MAIN.split(html)[1])
    reader.close()
    reader.finish_text()
    return reader.page


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.page = Page()
        self.skipping = 0
        """How many elements are open from the outermost skipped one inwards."""
        self.heading = ""
        self.text: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _VOID:
            self.text.append(" ")
            return
        given = dict(attrs)
        classes = set((given.get("class") or "").split())
        if self.skipping or tag in _SKIPPED or classes & _SKIPPED_CLASSES or "hidden" in given:
            self.skipping += 1
            return
        if tag in _BREAKS:
            self.finish_text()
        if tag in ("h1", "h2") and "alert-heading" not in classes:
            self.heading = tag
            if tag == "h2":
                self.page.sections.append(Section(anchor=given.get("id") or ""))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Drawings close some elements at once; they hold no text."""

    def handle_endtag(self, tag: str) -> None:
        if self.skipping:
            self.skipping -= tag not in _VOID
        elif tag in _BREAKS:
            self.finish_text()

    def handle_data(self, data: str) -> None:
        if not self.skipping:
            self.text.append(data)

    def finish_text(self) -> None:
        """The text so far becomes the title, a heading, or a text of the section."""
        text = " ".join("".join(self.text).replace("\u2060", "").split())
        self.text.clear()
        if not text:
            return
        if self.heading == "h1":
            self.page.title = text
        elif self.heading == "h2":
            self.page.sections[-1].heading = text
        else:
            self.page.sections[-1].texts.append(text)
        self.heading = ""
