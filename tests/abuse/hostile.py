"""Hostile values for fields, headers, URLs, cookies and links."""

import base64
import hashlib
import json
import zlib
from functools import cache

from hypothesis import strategies as st

MARK = "zq7f"
"""A marker in what is sent. It may come back as text, but never as markup and never in a log."""

PATH_MARK = "zq7path"
"""The same for URLs, which a log may name."""

PAYLOADS = (
    '"><script>alert({mark})</script>',
    "'><{mark} {mark}=1>",
    '" on{mark}="alert(1)" {mark}="',
    "</title></textarea></select><img src={mark} onerror=alert(1)>",
    "<svg/onload=alert('{mark}')>",
    "javascript:alert('{mark}')",
    "//{mark}.example/",
    "https://{mark}.example/",
    "\\\\{mark}.example\\",
    "{{{{7331*3}}}}{mark}",
    "{mark}{{0.__class__.__mro__}}",
    "{mark}{{answer}}{{number}}{{value}}",
    "{mark}%s%(name)s%n%x",
    "{{% raw %}}{mark}",
    "${{7331*3}}<%= 7331*3 %>#{{7331*3}}{mark}",
    "{mark}' OR '1'='1'; DROP TABLE answers; --",
    "../../../../etc/passwd%00{mark}",
    "{mark}\r\nSet-Cookie: {mark}=1\r\n\r\n<{mark}>",
    "=cmd|' /C calc'!{mark}",
    "{mark}\x00\x01\x1b[31m\x7f",
    "\u202e{mark}\u202d\u2066\ufeff\u200b",
    "{mark}\ud800\udfff",
    "{mark}" + "ÿ漢🙂" * 40,
    "{mark}" * 3000,
)
ODD_NUMBERS = (
    "", " ", "0", "-0", "-1", "1", "007", "12,5", "12.5", "1.234", "1.234.567,89", "1,234,567.89", "1 234", "١٢٣", "²",
    "NaN", "Infinity", "-inf", "1e999", "1e-999", "0x10", "1_000", "--1", "9" * 39, "9" * 5000, "0." + "0" * 30 + "1",
    "999999.99", "1000000", "1000000,01", "168", "168,01", "99999999999999999999", "½", "12 kr.", "kr. 12", "50 %",
    "12:30", "2024-05", "2024-13", "0000-00", "9999-12", "2024-02-30", "1", "5", "13", "2024", "unknown", "none",
)  # fmt: skip


@cache
def payloads(mark: str = MARK) -> st.SearchStrategy[str]:
    """Attempts to break out of the context of a value."""
    return st.sampled_from([payload.format(mark=mark) for payload in PAYLOADS])


@cache
def values() -> st.SearchStrategy[str]:
    """Anything for a field: injection attempts, unusual numbers, and arbitrary text."""
    anything = st.text(st.characters(), max_size=80)
    return payloads() | st.sampled_from(ODD_NUMBERS) | anything | anything.map(MARK.__add__)


@cache
def header_values() -> st.SearchStrategy[str]:
    """Anything for a header that a server lets through: Latin-1 without control characters."""
    return values().map(lambda value: "".join(sign for sign in value[:2000] if " " <= sign <= "~" or sign >= "\xa0"
                                              ).encode("latin-1", "ignore").decode("latin-1"))  # fmt: skip


@cache
def json_values() -> st.SearchStrategy[object]:
    """Arbitrary JSON."""
    leaves = st.none() | st.booleans() | st.integers() | st.floats() | values()
    keys = values() | st.sampled_from(KEYS)
    return st.recursive(
        leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(keys, inner, max_size=4), max_leaves=12
    )


KEYS = (
    "answers", "income", "cases", "eligibility", "income-cases", "employer", "as-on", "lost", "_csrftoken",
    "birth-month", "hours-per-week", "measures", "situation", "wage", "wage_kind", "month-month", "month-year",
)  # fmt: skip


@cache
def links(valid: tuple[str, ...]) -> st.SearchStrategy[str]:
    """Shared links: random, damaged, valid with unusual content, and decompression bombs."""
    damaged = st.builds(flipped, st.sampled_from(valid), st.integers(0, 10_000), st.integers(0, 2))
    odd = json_values().map(lambda content: linked(json.dumps(content)))
    shaped = st.fixed_dictionaries({}, optional={key: json_values() for key in ("answers", "income", "cases")})
    bombs = st.sampled_from(
        [linked("0" * 20_000_000), linked('{"answers": ' * 200), linked("[" * 2800), linked(b"\xff")]
    )
    random = st.text(max_size=200) | st.binary(max_size=200).map(linked)
    prefix = st.sampled_from(["", "#", "https://evil.example/#", " <", "v2.", "#v1.", "javascript:#", "\n"])
    any_link = damaged | odd | shaped.map(lambda content: linked(json.dumps(content))) | bombs | random | values()
    return st.builds(str.__add__, prefix, any_link | st.sampled_from(valid))


def linked(content: str | bytes) -> str:
    """A link with any content and a valid checksum, as anybody could make it."""
    packed = zlib.compress(content.encode("utf-8", "surrogatepass") if isinstance(content, str) else content, 9)
    sealed = hashlib.sha256(packed).digest()[:6] + packed
    return "v1." + base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def flipped(text: str, place: int, how: int) -> str:
    """A text with one character changed, left out, or everything after it gone."""
    place %= max(len(text), 1)
    middle, end = [("A", text[place + 1 :]), ("", text[place + 1 :]), ("", "")][how]
    return text[:place] + middle + end
