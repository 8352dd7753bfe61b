"""Visitor data for these tests: a fitting person with the income of the official example."""

import base64
import hashlib
import zlib

from django.http import HttpRequest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from eligibility.law.flow import walk
from fleksjob_site.visitor import VisitorData, replace_data, visitor_data
from tests.eligibility.law.answering import FITTING, ON
from tests.salary.pages.test_income import TYPED
from tests.visitor import cookies_of

ANSWERS = {key: FITTING[key] for key in walk(FITTING, ON).answers}
# As the page keeps it: without empty fields, so that all cases fit into the cookie.
CASE = {name: typed for name, typed in TYPED.items() if typed}
CASES = (CASE, CASE | {"hours_per_week": "12,5"})
OWN = {"birth-month": "1971-03"}
TOLD = VisitorData(ANSWERS, TYPED | {"today_month": "21.092,50"}, CASES)


def linked(content: str | bytes, *, cut: int = 0) -> str:
    """A link with any content and a valid checksum, as anybody could make it."""
    packed = zlib.compress(content.encode() if isinstance(content, str) else content, 9)
    packed = packed[: len(packed) - cut]
    sealed = hashlib.sha256(packed).digest()[:6] + packed
    return "v1." + base64.urlsafe_b64encode(sealed).rstrip(b"=").decode()


def address(name: str, language: str = "en") -> str:
    with override(language):
        return reverse(name)


def told_by(client: Client) -> VisitorData:
    request = HttpRequest()
    request.session = client.session
    return visitor_data(request)


def has_told(client: Client, own: VisitorData) -> None:
    """Give the client a session with this data."""
    request = HttpRequest()
    request.session = client.session
    replace_data(request, own)
    client.cookies.clear()
    client.cookies.load(cookies_of(dict(request.session.items())))
