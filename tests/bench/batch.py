"""Fifty incomes in one call of the API beside fifty calls, one after the other on one connection."""

import http.client
import json
import statistics
import time
from typing import Any
from urllib.parse import urlsplit

from fleksjob_site.api.batch import MAX_INCOMES
from tests.bench.asking import API_BODY
from tests.bench.serving import Server, served
from tests.bench.table import Table

ROUNDS = 20
INCOMES = [API_BODY | {"hourly_wage": 150 + number} for number in range(MAX_INCOMES)]


def measure() -> list[Table]:
    ways = {
        f"{MAX_INCOMES} calls of /income": [("income", body) for body in INCOMES],
        f"one /batch of {MAX_INCOMES}": [("batch", {"incomes": INCOMES})],
        "the same with steps": [("batch", {"incomes": INCOMES, "steps": True})],
    }
    seen: dict[str, list[tuple[float, float, int]]] = {way: [] for way in ways}
    with served() as server:
        for _round in range(ROUNDS + 1):
            # In turn, so that whatever else the machine does falls on all of them alike.
            for way, calls in ways.items():
                seen[way].append(_run(server, calls))
    table = Table(f"{MAX_INCOMES} incomes, median of {ROUNDS}", ("asked as", "ms", "processor ms", "kB of answers"))
    for way, measured in seen.items():
        # The first round warms up.
        columns = zip(*measured[1:], strict=True)
        wall, processor, size = (statistics.median(column) for column in columns)
        table.add(way, f"{wall:.1f}", f"{processor:.0f}", f"{size / 1000:.0f}")
    return [table]


def _run(server: Server, calls: list[tuple[str, Any]]) -> tuple[float, float, int]:
    """Milliseconds until the last answer, milliseconds of the processor, and bytes of all answers."""
    bodies = [(f"/api/v1/{path}", json.dumps(body)) for path, body in calls]
    connection = http.client.HTTPConnection(urlsplit(server.url).netloc)
    processor, begun, size = server.processor_seconds(), time.perf_counter(), 0
    for path, body in bodies:
        connection.request("POST", path, body, {"Content-Type": "application/json"})
        answer = connection.getresponse()
        content = answer.read()
        if answer.status != http.HTTPStatus.OK:
            raise ValueError(content)
        size += len(content)
    wall = time.perf_counter() - begun
    connection.close()
    return wall * 1000, (server.processor_seconds() - processor) * 1000, size
