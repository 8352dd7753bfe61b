"""Kinds of abuse: the requests of each, drawn by Hypothesis from pages, forms, cookies, links and hostile values."""

import json
import zlib
from collections.abc import Callable
from typing import Any

from django.test.client import BOUNDARY, encode_multipart
from hypothesis import strategies as st

from fleksjob_site.serving.seal import _keys
from tests.abuse.asking import FORM, Visitor, form_body, sealed
from tests.abuse.hostile import (
    KEYS,
    MARK,
    ODD_NUMBERS,
    PATH_MARK,
    flipped,
    header_values,
    json_values,
    links,
    payloads,
    values,
)
from tests.abuse.places import (
    forms_in,
    link_pages,
    patterns_with_forms,
    places,
    sessions,
    states_of_patterns,
    static_files,
    valid_links,
)

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND", "get", MARK)
TYPES = (
    FORM, FORM + "; charset=utf-16", FORM + "; charset=nowhere", "application/json", "text/plain", "", "text/xml",
    "*/*", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=" + "x" * 300,
    f"multipart/form-data; boundary={BOUNDARY}", "multipart/mixed; boundary=a", "a/b; c=" + "d" * 3000, "\xff/\xfe",
)  # fmt: skip
HEADERS = (
    "HTTP_ACCEPT", "HTTP_ACCEPT_ENCODING", "HTTP_ACCEPT_LANGUAGE", "HTTP_ACCESS_CONTROL_REQUEST_METHOD", "HTTP_COOKIE",
    "HTTP_HOST", "HTTP_HX_BOOSTED", "HTTP_HX_CURRENT_URL", "HTTP_HX_PROMPT", "HTTP_HX_REQUEST", "HTTP_HX_TARGET",
    "HTTP_HX_TRIGGER", "HTTP_IF_MODIFIED_SINCE", "HTTP_IF_NONE_MATCH", "HTTP_ORIGIN", "HTTP_RANGE", "HTTP_REFERER",
    "HTTP_SEC_FETCH_SITE", "HTTP_USER_AGENT", "HTTP_X_CSRFTOKEN", "HTTP_X_FORWARDED_FOR", "HTTP_X_FORWARDED_HOST",
    "HTTP_X_FORWARDED_PROTO", "HTTP_X_HTTP_METHOD_OVERRIDE",
)  # fmt: skip
KNOWN = ("gzip, br", "br", "gzip;q=0", "da", "en", "fr;q=0.9,en;q=x", "true", "testserver:80", "testserver.", "null",
         "cross-site", "same-origin", "bytes=0-5", "*", "DELETE", "https", "http://testserver", "W/\"x\"")  # fmt: skip

BOMB = zlib.compress(b'"' + b"0" * 5_000_000)

Draw = Callable[[st.SearchStrategy[Any]], Any]


def pages(visitor: Visitor, draw: Draw) -> None:
    """Any page by any method with any query and headers."""
    _example_person(visitor, draw)
    method = draw(st.sampled_from(("GET",) * 8 + METHODS))
    visitor.ask(draw(st.sampled_from(places() + static_files())), method, query=_query(draw), **_headers(draw))


def forms(visitor: Visitor, draw: Draw) -> None:
    """A form of a page, with any of its fields changed and unknown fields added."""
    # By pattern first: most states are those of one question among many.
    address, told = draw(st.sampled_from(states_of_patterns()[draw(st.sampled_from(patterns_with_forms()))]))
    if told:
        visitor.holds(sealed(told))
    page = visitor.ask(address)
    found = forms_in(page.content.decode()) if page is not None and page.status_code == 200 else []
    if not found:
        return
    # The form with the most fields is what the page is for.
    longest = max(found, key=lambda form: len(form[2]))
    method, action, fields = draw(st.sampled_from([*found, longest, longest, longest]))
    # One wrong field among right ones comes further than all wrong ones; and sometimes all are right.
    wrong_of_9, turned_of_20 = draw(st.sampled_from((0, 1, 1, 2, 8))), draw(st.sampled_from((0, 1, 3)))
    sent = [(name, value) for name, value, goes in fields if goes != (draw(st.integers(1, 20)) <= turned_of_20)]
    sent = [(name, draw(values()) if draw(st.integers(1, 9)) <= wrong_of_9 else value) for name, value in sent]
    more = draw(_MORE)
    headers = {"HTTP_HX_REQUEST": "true"} if draw(st.booleans()) else {}
    visitor.ask(action.partition("#")[0] or address, method.upper(), form_body(sent + more), **headers)


def cookies(visitor: Visitor, draw: Draw) -> None:
    """A cookie that is random, damaged, truncated, duplicated, or a valid one of another visitor."""
    right = sealed(draw(st.sampled_from(sessions())))
    damaged = st.builds(flipped, st.just(right), st.integers(0, 10_000), st.integers(0, 2))
    visitor.holds(draw(damaged | values() | st.sampled_from([right * 2, right[:8], "", "gAAAAA" + "B" * 5000, right])))
    visitor.ask(draw(st.sampled_from(places())), draw(st.sampled_from(("GET", "POST"))), form_body(_fields(draw)))


def sealed_cookies(visitor: Visitor, draw: Draw) -> None:
    """A cookie sealed with the right key but with content that no release has written."""
    told: dict[str, Any] = dict(draw(st.sampled_from(sessions())))
    held = sorted({key for session in sessions() for key in session})
    for key in draw(st.lists(st.sampled_from(held) | st.sampled_from(KEYS), min_size=1, max_size=3)):
        inner = told.get(key)
        if isinstance(inner, dict) and inner and draw(st.booleans()):
            told[key] = {**inner, draw(st.sampled_from(sorted(inner))): draw(json_values())}
        else:
            told[key] = draw(json_values())
    written = json.dumps(draw(st.just(told) | json_values()) if draw(st.integers(0, 9)) == 0 else told).encode()
    zipped = zlib.compress(written)
    token = draw(st.sampled_from((b" " * 32,) * 6 + (b"", MARK.encode() * 8, b"\xff" * 32)))
    content = draw(st.sampled_from([*[token + zipped] * 8, token + zipped[:-9], token + BOMB, written]))
    visitor.holds(_keys().encrypt(content).decode())
    visitor.ask(
        draw(st.sampled_from(places())), draw(st.sampled_from(("GET", "GET", "POST"))), form_body(_fields(draw))
    )


def carried(visitor: Visitor, draw: Draw) -> None:
    """A link that carries a case, opened and used."""
    _example_person(visitor, draw)
    link = draw(links(valid_links()))
    for address in draw(st.sampled_from(link_pages())):
        visitor.ask(address, "POST", form_body([("link", link)]))


def bodies(visitor: Visitor, draw: Draw) -> None:
    """Any body of any type to any page or API call."""
    _example_person(visitor, draw)
    api = [place for place in places() if place.startswith("/api/")]
    place = draw(st.sampled_from(api) | st.sampled_from(places()))
    kind = draw(st.sampled_from(("application/json", "application/json", *TYPES)))
    fields = _fields(draw)
    parts = {name.replace("\x00", ""): value.encode("utf-8", "surrogatepass") for name, value in fields if name}
    written = json.dumps(draw(_BODIES))
    multipart = encode_multipart(
        BOUNDARY, {name.encode("ascii", "ignore").decode(): part for name, part in parts.items()}
    )
    file = multipart.replace(b'name="', b'filename="../../' + MARK.encode() + b'.php"; name="', 1)
    large = (b"[" * 60_000, b"x=1&" * 300, b"a=" + b"9" * 70_000, b"{" * 9)
    sent = [written.encode(), form_body(fields), multipart, file, file[:-20], multipart[7:], *large]
    body = draw(st.sampled_from(sent) | st.binary(max_size=300))
    visitor.ask(place, draw(st.sampled_from(("POST", "POST", "PUT", "GET"))), body, kind, **_headers(draw))


def addresses(visitor: Visitor, draw: Draw) -> None:
    """An unknown URL: hostile, malformed, doubled, encoded, or a valid one with something appended."""
    odd = payloads(PATH_MARK) | st.sampled_from(ODD_NUMBERS) | st.text(max_size=60)
    start = st.sampled_from(places()) | st.sampled_from(
        ("/", "//", "/en//", "/static/", "/static/../", "/api/v1/", "/en")
    )
    path = draw(st.builds(lambda start, odd, end: start + odd + end, start, odd, st.sampled_from(("", "/", "/.."))))
    raw = path.encode("utf-8", "surrogatepass") + draw(
        st.sampled_from((b"", b"", b"\xff\xfe", b"%ff", b"\x00", b".pdf"))
    )
    visitor.ask(b"/" + raw.lstrip(b"/") if draw(st.booleans()) else raw, draw(st.sampled_from(("GET", "GET", "POST"))))


def tokens(visitor: Visitor, draw: Draw) -> None:
    """A form with a missing, malformed or old token, as another site might send it."""
    _example_person(visitor, draw)
    token = draw(values() | st.sampled_from(("a" * 32, "a" * 64, "Ab1" * 21 + "x")))
    fields = [("csrfmiddlewaretoken", token)] * draw(st.integers(0, 2)) + _fields(draw)
    visitor.ask(draw(st.sampled_from(places())), "POST", form_body(fields), **_headers(draw))


KINDS = {kind.__name__.replace("_", " "): kind for kind in
         (pages, forms, cookies, sealed_cookies, carried, bodies, addresses, tokens)}  # fmt: skip


def _example_person(visitor: Visitor, draw: Draw) -> None:
    if told := draw(st.sampled_from(sessions())):
        visitor.holds(sealed(told))


# Built once: Hypothesis validates every new strategy.
_PAIRS = st.lists(st.tuples(st.sampled_from(("change", "next", "lang", *KEYS)) | values(), values()), max_size=2)
_HEADERS = st.lists(st.tuples(st.sampled_from(HEADERS), header_values() | st.sampled_from(KNOWN)), max_size=3)
_MORE = st.lists(st.tuples(st.sampled_from(KEYS) | values(), values()), max_size=1)
_BOXES = tuple(
    f"{name}-{box}" for name in ("answer", "day", "decided", "job_starts") for box in ("day", "month", "year")
)
_NAMES = ("answer", *_BOXES, "day", "decided", "link", "live", "keep", "number", "replace", *KEYS)
_FIELDS = st.lists(st.tuples(st.sampled_from(_NAMES) | values(), values()), max_size=5)
_BODIES = json_values() | st.dictionaries(st.sampled_from(KEYS), json_values(), max_size=5)


def _query(draw: Draw) -> str:
    return form_body(draw(_PAIRS)).decode()


def _headers(draw: Draw) -> dict[str, str]:
    return dict(draw(_HEADERS))


def _fields(draw: Draw) -> list[tuple[str, str]]:
    return draw(_FIELDS)
