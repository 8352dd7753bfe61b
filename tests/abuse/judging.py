"""Checks of every response, whatever the request."""

import gzip
import json
import re
from html.parser import HTMLParser
from urllib.parse import urlsplit

import brotli
from django.http import HttpResponse
from django.urls import ResolverMatch

from fleksjob_site.serving.parts import Part
from fleksjob_site.serving.sessions import deleted_cookie
from tests.abuse.hostile import MARK, PATH_MARK

MARKS = (MARK, PATH_MARK)
REFUSED = {400, 404, 405, 413, 414, 431}
PAGE_STATUSES = {200, 204, 301, 302, 304, 403, 409} | REFUSED
API_STATUSES = {200, 204, 422} | REFUSED
HEADERS = {
    "Content-Security-Policy": "default-src 'none'; ",
    "Referrer-Policy": "same-origin",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), ",
}
ADDRESSES = {"href", "src", "action", "formaction", "data-hx-post", "data-hx-get"}
NEVER = {"iframe", "object", "embed", "base", "applet", "frame", "style"}
UNFILLED = re.compile(r"\{\{|\}\}|\{%|%\}|\{[a-z_0-9.]*\}|%\([a-z_]+\)s|object at 0x|&lt;django|Traceback|<class ")


def faults_of(response: HttpResponse, sent: str) -> list[str]:
    """The faults of a response; `sent` is the whole content of the request."""
    match = getattr(response.wsgi_request, "resolver_match", None)
    of_api = bool(match and match.namespace == "api")
    sessionless = of_api or bool(match and getattr(match.func, "sessionless", False))
    found = []
    if response.status_code not in (API_STATUSES if of_api else PAGE_STATUSES):
        found.append(f"status {response.status_code}")
    headers = HEADERS | ({"X-Frame-Options": ""} if _may_be_framed(match) else {})
    found += [f"header {name}" for name, part in headers.items() if part not in response.get(name, "")]
    if ("X-Frame-Options" in response) is _may_be_framed(match):
        found.append("may be framed, or may not, by one header alone")
    if "frame-ancestors 'none'" not in response["Content-Security-Policy"]:
        found.append("may be framed where no website is named")
    for name, value in response.items():
        if re.search(r"[\x00-\x1f\x7f]", value) or (name != "Location" and any(mark in value for mark in MARKS)):
            found.append(f"header {name} holds what was sent")
    found += _cookies(response, sessionless=sessionless)
    if "Location" in response:
        found += _leads_away(response["Location"])
    return found + _content(response, sent)


def _may_be_framed(match: ResolverMatch | None) -> bool:
    return bool(match and match.url_name in {"embed-income", "embed-payout"})


def _cookies(response: HttpResponse, *, sessionless: bool) -> list[str]:
    found = []
    if set(response.cookies) - {*(part.cookie for part in Part), deleted_cookie()}:
        found.append("a cookie of another name")
    if response.cookies and sessionless:
        found.append("a cookie where there is no session")
    if sessionless and "cookie" in response.get("Vary", "").lower():
        found.append("varies on a cookie it does not read")
    if response.cookies and "no-store" not in response.get("Cache-Control", ""):
        found.append("a cookie on a page that may be stored")
    if any(len(cookie.OutputString()) >= 4096 for cookie in response.cookies.values()):
        found.append("a cookie too large for a browser")
    return found


def _leads_away(location: str) -> list[str]:
    parts = urlsplit(location)
    away = not location.startswith("/") or location[1:2] in ("/", "\\") or parts.netloc or parts.scheme
    return [f"leads away to {location[:80]}"] if away else []


def _content(response: HttpResponse, sent: str) -> list[str]:
    body = b"".join(response) if response.streaming else response.content
    # The response to HEAD names the content encoding but has no body.
    match response.get("Content-Encoding") if body else None:
        case "gzip":
            body = gzip.decompress(body)
        case "br":
            body = brotli.decompress(body)
    kind = response.get("Content-Type", "").partition(";")[0]
    if kind == "text/html":
        return faults_of_page(body.decode(), sent)
    if kind == "application/json":
        json.loads(body or b"null")
        return []
    return [f"a file of {kind} holds what was sent"] if any(mark.encode() in body for mark in MARKS) else []


class _Seen(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.shown: list[str] = []
        self.within = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.within = tag
        given = {name: value or "" for name, value in attrs}
        names = [tag, *given]
        if any(mark in name for mark in MARKS for name in names) or tag in NEVER:
            self.found.append(f"an element or attribute that was sent: <{tag}>")
        self.found += [f"<{tag} {name}>" for name in given if name.startswith("on") or name in ("style", "srcdoc")]
        # Data for search engines is run by no browser, as long as it stays within its element.
        if tag == "script" and given.get("type") == "application/ld+json":
            self.within = "data"
        elif tag == "script" and "src" not in given:
            self.found.append("a script in the page")
        for name in ADDRESSES & given.keys():
            address = given[name].strip().lower()
            foreign = any(mark in address for mark in MARKS) and not re.match(r"/(?![/\\])|#|\?|mailto:", address)
            if foreign or re.match(r"(javascript|data|vbscript):", address):
                self.found.append(f"an address that was sent: {name}={given[name][:60]}")
        self.shown += given.values()

    def handle_data(self, data: str) -> None:
        if self.within == "script" and data.strip():
            self.found.append("a script in the page")
        if self.within == "data" and not _is_json(data):
            self.found.append("data in the page that is not JSON")
        self.shown.append(data)

    def handle_endtag(self, tag: str) -> None:
        self.within = ""

    def handle_comment(self, data: str) -> None:
        if any(mark in data for mark in MARKS):
            self.found.append("a comment that was sent")


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def faults_of_page(html: str, sent: str) -> list[str]:
    seen = _Seen()
    seen.feed(html)
    seen.close()
    found, shown = seen.found, "\n".join(seen.shown)
    # Input may be echoed, so braces are checked only if the request had none.
    if not re.search(r"[{%<&]|%7B|%3C", sent) and (unfilled := UNFILLED.search(shown)):
        found.append(f"left unfilled: {unfilled[0]}")
    if "21993" in shown and "21993" not in sent:
        found.append("what was sent was worked out")
    return found
