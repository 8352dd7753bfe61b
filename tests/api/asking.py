"""How the tests call the API."""

import json

from django.http import HttpResponse
from django.test import Client

from tests.eligibility.law.answering import FITTING

# In the API, multiple choices are a list.
SENT = FITTING | {"measures": FITTING["measures"].split(",")}


def post(client: Client, path: str, body: object, language: str = "en") -> HttpResponse:
    sent = body if isinstance(body, str) else json.dumps(body)
    headers = {"accept-language": language}
    return client.post(f"/api/v1/{path}", sent, content_type="application/json", headers=headers)
