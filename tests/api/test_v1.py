"""v1 keeps what it was in commit 5606c91: every request is answered as before, and no field is gone or of another type.

v1.json was recorded there: the requests with their statuses, the fields of the bodies, and those of the answers.
"""

import json
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

V1 = json.loads((Path(__file__).parent / "v1.json").read_text("utf-8"))


def _fields(value: Any, place: str = "") -> set[tuple[str, str]]:
    """The place and JSON type of everything in an answer."""
    kinds = {dict: "object", list: "array", str: "string", bool: "boolean", type(None): "null"}
    found = {(place, kinds.get(type(value), "number"))}
    if isinstance(value, dict):
        return found.union(*(_fields(inner, f"{place}.{name}".lstrip(".")) for name, inner in value.items()))
    return found.union(*(_fields(inner, f"{place}[]") for inner in value)) if isinstance(value, list) else found


@pytest.mark.parametrize("call", list(dict.fromkeys(request["path"] for request in V1["requests"])))
def test_every_request_of_then_is_answered_with_the_fields_of_then(client: Client, call: str) -> None:
    found: dict[int, set[tuple[str, str]]] = {}
    for request in (request for request in V1["requests"] if request["path"] == call):
        sent = {"data": json.dumps(request["body"]), "content_type": "application/json"} if "body" in request else {}
        answer = client.generic(request["method"], call, headers={"accept-language": "en"}, **sent)
        assert answer.status_code == request["status"], request
        found[answer.status_code] = found.get(answer.status_code, set()) | _fields(answer.json())
    for status, seen in found.items():
        then = V1["answer_fields"][f"{call} {status}"]
        assert set(then) <= {place for place, _ in seen}
        assert [(place, kind) for place, kind in seen if place in then and kind not in then[place].split("|")] == []


def test_every_field_of_a_body_of_then_is_still_taken(client: Client) -> None:
    description = client.get("/api/v1/openapi.json").json()
    schemas = description["components"]["schemas"]
    for path, by_place in V1["body_fields"].items():
        body = description["paths"][path]["post"]["requestBody"]["content"]["application/json"]["schema"]
        for place, names in by_place.items():
            schema = schemas[body["$ref"].rpartition("/")[2]]
            if place:
                schema = schema["properties"][place]
                schema = schemas[schema["items"]["$ref"].rpartition("/")[2]] if "items" in schema else schema
            assert set(names) <= set(schema["properties"]), (path, place)
