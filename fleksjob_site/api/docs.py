"""The documentation for people: each call with its fields, an answer, and programs that make it.

Fields, limits and examples come from the description (OpenAPI), so that the two never differ.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from http import HTTPStatus
from textwrap import shorten
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localdate
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe
from markupsafe import Markup, escape
from pydantic_core import to_jsonable_python

from fleksjob_site.api import docs_programs
from fleksjob_site.api.batch import MAX_INCOMES
from fleksjob_site.api.docs_errors import error_docs, sample_refused
from fleksjob_site.api.docs_purposes import PURPOSES
from fleksjob_site.api.urls import calls_by_path, description_on
from fleksjob_site.api.wrong import MAX_ERRORS
from fleksjob_site.kernel.text import N_
from fleksjob_site.serving.security import sessionless
from fleksjob_site.texts.languages import LAW_LANGUAGE
from fleksjob_site.texts.rich import say_html
from salary.law.own_atp import FROM_HOURS_A_MONTH

_INCOME = "IncomeIn"
_LONGEST_TEXT = 40
MOST_IN_TEN_SECONDS = {"requests": Decimal(3000), "batches": Decimal(60), "letters": Decimal(20)}
"""What one address may ask for by `deploy/haproxy.cfg` as it is delivered; whoever runs the site may change it."""
_KINDS = {
    "string": N_("text"),
    "number": N_("number"),
    "integer": N_("whole number"),
    "boolean": N_("true or false"),
    "array": N_("list"),
    "object": N_("object"),
}


@dataclass(frozen=True, slots=True)
class Field:
    """A field of a body or an answer; `text` is in the language of the description."""

    name: str
    kind: str
    required: bool
    text: str
    shape: str | None
    """The name of the object, or of the objects in the list, that it holds."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The fields of a body, or of an object within it, which `within` names; `same` are as those of `/income`."""

    within: str
    fields: tuple[Field, ...]
    same: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shape:
    """An object within an answer: what it is, and the names of its fields."""

    name: str
    text: str
    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class CallDoc:
    """One call; `takes_income` says that it takes the fields of `/income` besides those listed."""

    key: str
    title: str
    purpose: str
    method: str
    path: str
    takes_income: bool
    body: tuple[Fields, ...]
    answer: tuple[Field, ...]
    example: Markup | None
    programs: tuple[tuple[str, str], ...]
    """The name of a language and a program in it."""


@sessionless
@require_safe
def docs(request: HttpRequest) -> HttpResponse:
    """Lead on to the page in the language that the caller asks for, as the API chooses it."""
    return redirect("api-docs")


def docs_context(request: HttpRequest) -> dict[str, Any]:
    """What the page shows."""
    description = description_on(localdate())
    calls = [_call(request, path, description) for path in PURPOSES]
    schemas = description["components"]["schemas"]
    return {
        "calls": calls,
        "shapes": _shapes([field for call in calls for field in call.answer], schemas),
        "own_atp": [f"{key} (≥ {hours})" for hours, key in FROM_HOURS_A_MONTH],
        "max_incomes": MAX_INCOMES,
        "limits": MOST_IN_TEN_SECONDS,
        "max_errors": MAX_ERRORS,
        "errors": error_docs(),
        "sample_refused": sample_refused(description),
        "base": request.build_absolute_uri("/api/v1/"),
    }


def _call(request: HttpRequest, path: str, description: dict[str, Any]) -> CallDoc:
    title, purpose = PURPOSES[path]
    ((method, operation),) = description["paths"][path].items()
    schemas = description["components"]["schemas"]
    sent = operation.get("requestBody", {}).get("content", {}).get("application/json")
    body = _named(sent["schema"]) if sent else None
    example = sent["example"] if sent else None
    own = tuple(_bodies(body, schemas)) if body else ()
    given = operation["responses"][HTTPStatus.OK]["content"].get("application/json")
    answer = calls_by_path()[path].answer
    return CallDoc(
        key=path.removeprefix("/api/v1/").replace("/", "-").replace(".", "-"),
        title=_(title),
        purpose=_(purpose),
        method=method.upper(),
        path=path,
        takes_income=body != _INCOME and body is not None and _holds_income(body, schemas),
        body=own,
        answer=tuple(_fields(schemas[_named(given["schema"])], schemas)) if given else (),
        example=_with_language(docs_programs.written(_shortened(to_jsonable_python(answer())))) if answer else None,
        programs=docs_programs.programs(request.build_absolute_uri(path), example, get_language(), pdf=given is None),
    )


def _named(schema: dict[str, Any]) -> str:
    return str(schema["$ref"]).rpartition("/")[2]


def _holds_income(body: str, schemas: dict[str, Any]) -> bool:
    return set(schemas[_INCOME]["properties"]) <= set(schemas[body]["properties"])


def _bodies(body: str, schemas: dict[str, Any], within: str = "") -> Iterator[Fields]:
    """The fields of a body, and of each object in it; those of an income are described once, where it is the body."""
    properties, income = schemas[body]["properties"], schemas[_INCOME]["properties"]
    same = {} if body == _INCOME else {name: field for name, field in properties.items() if _alike(name, field, income)}
    fields = tuple(field for field in _fields(schemas[body], schemas) if field.name not in same)
    # A body that takes a whole income says so in a sentence.
    named = () if _holds_income(body, schemas) else tuple(same)
    if fields or named:
        yield Fields(within, fields, named)
    for name, schema in properties.items():
        inner = _inner(schema)
        if inner and inner != _INCOME and name not in same and "properties" in schemas[inner]:
            yield from _bodies(inner, schemas, f"{within}.{name}".lstrip("."))


def _alike(name: str, field: dict[str, Any], income: dict[str, Any]) -> bool:
    return name in income and field.get("description") == income[name].get("description")


def _inner(schema: dict[str, Any]) -> str | None:
    """The name of the object, or of the objects in the list, that a field holds."""
    for way in (schema, *schema.get("anyOf", ()), *schema.get("allOf", ())):
        for held in (way, way.get("items", {})):
            if "$ref" in held:
                return _named(held)
    return None


def _fields(schema: dict[str, Any], schemas: dict[str, Any]) -> Iterator[Field]:
    for name, field in schema["properties"].items():
        inner = _inner(field)
        held = schemas[inner] if inner else {}
        # A field that holds an object may leave it to the object to say what it is.
        text = (field.get("description") or held.get("description", "")).replace("`", "")
        shape = inner if "properties" in held else None
        yield Field(name, _kind(field, schemas), name in schema.get("required", ()), text, shape)


def _shapes(fields: list[Field], schemas: dict[str, Any]) -> list[Shape]:
    """Each object that the fields hold, and each that is within one, by name."""
    found: dict[str, Shape] = {}
    while fields:
        name = fields.pop().shape
        if name and name not in found:
            inner = tuple(_fields(schemas[name], schemas))
            found[name] = Shape(name, schemas[name].get("description", "").replace("`", ""), inner)
            fields += inner
    return sorted(found.values(), key=lambda shape: shape.name)


def _kind(schema: dict[str, Any], schemas: dict[str, Any]) -> str:
    """What a field holds, in words: a number with its limits, or the values to choose from."""
    ways = [way for way in schema.get("anyOf", [schema]) if way.get("type") != "null"]
    way = ways[0]
    if "enum" in way:
        return " / ".join(f'"{value}"' for value in way["enum"])
    if "const" in way:
        return str(way["const"]).lower()
    if inner := _inner(way) if "items" not in way else None:
        return _kind(schemas[inner], schemas)
    kinds = way.get("type", "object")
    kind = _(_KINDS[kinds if isinstance(kinds, str) else next(one for one in kinds if one != "null")])
    return f"{kind}, {way['minimum']}-{way['maximum']}" if "minimum" in way and "maximum" in way else kind


def _shortened(value: Any) -> Any:
    """An answer with each list cut to its first entry, and each long text to its beginning."""
    if isinstance(value, dict):
        return {name: _shortened(inner) for name, inner in value.items()}
    if isinstance(value, list):
        return [_shortened(inner) for inner in value[:1]]
    return shorten(value, _LONGEST_TEXT, placeholder=" …") if isinstance(value, str) and " " in value else value


# Names of acts and their paragraphs are Danish in every language.
_DANISH_LINE = re.compile(r'(\s*"(?:title|law|paragraph)": )(.+?)(,?)')


def _with_language(answer: str) -> Markup:
    """An answer with its Danish marked, so that it is read aloud in Danish."""
    return Markup("\n").join(_line(line) for line in answer.split("\n"))


def _line(line: str) -> Markup:
    if found := _DANISH_LINE.fullmatch(line):
        return Markup('{}<span lang="{}">{}</span>{}').format(found[1], LAW_LANGUAGE.code, found[2], found[3])
    return escape(say_html(line))
