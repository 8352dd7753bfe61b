"""The headings of a rendered page, for its table of contents."""

import re

from markupsafe import Markup

_HEADING = re.compile(r'<h2 id="([^"]+)"[^>]*>(.*?)</h2>', re.DOTALL)
# A term has a button beside it, with a definition that does not belong to the heading.
_NOT_WORDS = re.compile(r"<button\b.*?</button>|</?(?!i\b)[a-z][^>]*>", re.DOTALL)


def headings(html: str) -> list[tuple[str, Markup]]:
    """The anchor and the words of each h2 that has an anchor; Danish words stay marked as Danish."""
    return [(anchor, Markup(_NOT_WORDS.sub("", words).strip())) for anchor, words in _HEADING.findall(html)]
