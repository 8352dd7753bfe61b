"""The server's response times, its start-up time, and the memory of a worker.

Every page is compared with a bare one: one view with one small template, under the same server with the same options
and settings and behind the same middleware, but without session and form. Pages and the bare one are asked in turn, so
that whatever else the machine does falls on all of them alike.
"""

import statistics
import time

from tests.bench.asking import CONNECTIONS, Request, Run, ask, single_pages
from tests.bench.serving import Server, served
from tests.bench.table import Table
from tests.bench.visitors import mix

ROUNDS, SECONDS, WARM_UP_SECONDS = 4, 2, 1
STARTS = 3
FEW, MANY = 10_000, 60_000
MIX_SECONDS = 3

BARE = "a bare page"
ROWS = {
    "home": ("home", "≥ 0.50"),
    "guide": ("a guide", "≥ 0.50"),
    "question": ("a question", "≥ 0.25"),
    "income": ("income, sent with result and curve", "≥ 0.10, ≤ 8 ms of processor"),
    "outcome": ("outcome with timeline", ""),
    "letter": ("the letter, as PDF", ""),
    "api": ("API income", "≥ 0.40"),
    "year": ("API year, 13 months", ""),
}


def measure() -> list[Table]:
    return [_pages(), _start(), _memory()]


def _pages() -> Table:
    asked = {"bare": [Request("/", "Line number 19")], **single_pages()}
    runs: dict[str, list[tuple[Run, float]]] = {name: [] for name in asked}
    with served("tests.bench.bare_settings", "tests.bench.bare_asgi:application") as bare, served() as site:
        servers = {name: bare if name == "bare" else site for name in asked}
        for name, requests in asked.items():
            for request in requests:
                request.try_on(servers[name].url)
            ask(servers[name].url, requests, WARM_UP_SECONDS)
        for _round in range(ROUNDS):
            for name, requests in asked.items():
                runs[name].append(_run(servers[name], requests))
    title = f"One worker, {CONNECTIONS} connections, median of {ROUNDS} × {SECONDS} s"
    heads = ("page", "requests/s", "of a bare page", "target", "median ms", "99 % within ms", "processor ms a request")
    table = Table(title, heads)
    for name, measured in runs.items():
        words, target = ROWS.get(name, (BARE, ""))
        # Each round separately, because the load of the machine may vary.
        ratios = [run.per_second / bare.per_second for (run, _), (bare, _) in zip(measured, runs["bare"], strict=True)]
        table.add(
            words,
            f"{statistics.median(run.per_second for run, _ in measured):.0f}",
            f"{statistics.median(ratios):.2f}",
            target,
            f"{statistics.median(run.median for run, _ in measured):.1f}",
            f"{statistics.median(run.slowest_of_100 for run, _ in measured):.1f}",
            f"{statistics.median(processor for _, processor in measured):.2f}",
        )
    return table


def _run(server: Server, requests: list[Request]) -> tuple[Run, float]:
    """What wrk saw, and how many milliseconds of the processor a request took."""
    before = server.processor_seconds()
    run = ask(server.url, requests, SECONDS)
    return run, (server.processor_seconds() - before) / run.requests * 1000


def _start() -> Table:
    seconds = []
    for _ in range(STARTS):
        with served() as server:
            seconds.append(server.start_seconds)
    table = Table("Start", (f"median of {STARTS}", "s", "target"))
    table.add("from the command to the first answer", f"{statistics.median(seconds):.2f}", "≤ 6 s")
    return table


def _memory() -> Table:
    """A worker's memory under a realistic mix of requests, with one letter in 200."""
    requests = mix(4000)
    table = Table("Memory of a worker", ("after requests as visitors mix them", "MB", "target"))
    with served() as server:
        table.add("0", f"{server.memory():.0f}", "")
        done, held = 0, []
        for least in (FEW, MANY):
            while done < least:
                done += ask(server.url, requests, MIX_SECONDS).requests
            # What was begun last, such as a letter, ends first.
            time.sleep(1)
            held.append(server.memory())
            table.add(f"{done:,}", f"{held[-1]:.0f}", "≤ 180 MB")
        table.add("growth between the two", f"{held[1] - held[0]:.1f}", "< 5 MB")
    return table
