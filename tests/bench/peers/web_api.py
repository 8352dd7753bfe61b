"""OpenFisca's own web API beside ours: each in its server with one worker, asked for the same case in turn.

Both are asked for figures alone, and for figures with how they came about: OpenFisca with its trace of every variable
and parameter, ours with every step in words and its sources.
"""

import json
import statistics

from tests.bench.asking import API_BODY, CONNECTIONS, Request, ask, income_api
from tests.bench.peers import handed
from tests.bench.peers.engines import PYTHON, environment
from tests.bench.serving import Server, running, served
from tests.bench.table import Table
from tests.deploy.cluster import free_port

ROUNDS, SECONDS = 5, 2
JSON = "application/json"
SENT = {
    "hours_week": API_BODY["hours_per_week"],
    "pace_percent": API_BODY["efficiency_percent"],
    "hourly_wage": API_BODY["hourly_wage"],
    "full_time_hours_week": handed.FULL_TIME,
}
FIGURES, EXPLAINED = "figures alone", "with the calculation"


def measure() -> list[Table]:
    port = free_port()
    # Without the options of a tracker it sends nothing to anybody. Its default kind of worker is the quickest for it.
    serve = ["serve", "--country-package", "openfisca_rules", "--workers", "1", "--bind"]
    command = [str(PYTHON.with_name("openfisca")), *serve, f"127.0.0.1:{port}"]
    runs: dict[tuple[str, str], list[tuple[float, float]]] = {}
    with environment() as variables, running(command, variables, port) as theirs, served() as site:
        asked = {("ours", what): (site, request) for what, request in our_requests().items()}
        asked |= {("OpenFisca's", what): (theirs, request) for what, request in their_requests().items()}
        for server, request in asked.values():
            request.try_on(server.url)
            ask(server.url, [request], 1)
        for _round in range(ROUNDS):
            for key, (server, request) in asked.items():
                runs.setdefault(key, []).append(_run(server, request))
    return [_table(runs)]


def our_requests() -> dict[str, Request]:
    figures = Request("/api/v1/batch", _answer(), "", json.dumps({"incomes": [API_BODY]}), JSON)
    return {FIGURES: figures, EXPLAINED: income_api(API_BODY)}


def their_requests() -> dict[str, Request]:
    """The case of API_BODY, written as the web API of OpenFisca takes it; null is what it is to calculate."""
    person = {name: {API_BODY["month"]: value} for name, value in (SENT | dict.fromkeys(handed.RESULTS)).items()}
    body = json.dumps({"persons": {"one": person}})
    return {
        FIGURES: Request("/calculate", _answer(), "", body, JSON),
        EXPLAINED: Request("/trace", _answer(), "", body, JSON),
    }


def _answer() -> str:
    """The subsidy that both must answer with."""
    return str(handed.calculated(str(API_BODY["month"]), handed.decimals(SENT)).subsidy.rounded)


def _run(server: Server, request: Request) -> tuple[float, float]:
    """Requests per second, and how many milliseconds of the processor each took."""
    before = server.processor_seconds()
    run = ask(server.url, [request], SECONDS)
    return run.per_second, (server.processor_seconds() - before) / run.requests * 1000


def _table(runs: dict[tuple[str, str], list[tuple[float, float]]]) -> Table:
    title = f"OpenFisca's web API beside ours, one worker, {CONNECTIONS} connections, median of {ROUNDS} × {SECONDS} s"
    heads = ("server", "requests/s", "times OpenFisca's", "target", "processor ms a request", "times OpenFisca's")
    table = Table(title, heads)
    for (engine, what), measured in runs.items():
        theirs = runs["OpenFisca's", what]
        per_second, processor = (statistics.median(column) for column in zip(*measured, strict=True))
        # Each round by itself, because the load of the machine may vary.
        times = [
            statistics.median(one[of] / other[of] for one, other in zip(measured, theirs, strict=True)) for of in (0, 1)
        ]
        target = "≥ 2" if engine == "ours" else ""
        table.add(
            f"{engine}, {what}", f"{per_second:.0f}", f"{times[0]:.2f}", target, f"{processor:.2f}", f"{times[1]:.2f}"
        )
    return table
