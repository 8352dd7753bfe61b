"""How many workers and threads serve the mix of visitors best; what stands is in deploy/granian.env and config.py."""

import statistics
from contextlib import ExitStack
from dataclasses import dataclass, field

from tests.bench.asking import Request, Run, ask
from tests.bench.serving import Server, served
from tests.bench.table import Table
from tests.bench.visitors import mix

WORKERS, THREADS = (1, 2), (0, 1, 2, 4)
VISITORS = 8
ROUNDS, SECONDS, WARM_UP_SECONDS = 5, 3, 3


@dataclass
class Tried:
    server: Server
    runs: list[Run] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)

    def ask(self, requests: list[Request]) -> None:
        before = self.server.processor_seconds()
        run = ask(self.server.url, requests, SECONDS, VISITORS)
        self.runs.append(run)
        self.processor.append((self.server.processor_seconds() - before) / run.requests * 1000)


def measure() -> list[Table]:
    # The letter has threads and a bound of its own, whatever the pages have.
    requests = mix(4000, letters=False)
    with ExitStack() as stack:
        tried = {
            (workers, threads): Tried(
                stack.enter_context(served(GRANIAN_WORKERS=str(workers), PAGE_THREADS=str(threads)))
            )
            for workers in WORKERS
            for threads in THREADS
        }
        for one in tried.values():
            ask(one.server.url, requests, WARM_UP_SECONDS, VISITORS)
        for _round in range(ROUNDS):
            # In turn, so that whatever else the machine does falls on all of them alike.
            for one in tried.values():
                one.ask(requests)
    heads = ("workers", "threads", "requests/s", "median ms", "99 % within ms", "processor ms a request")
    table = Table(f"{VISITORS} visitors at once, median of {ROUNDS} × {SECONDS} s", heads)
    for (workers, threads), one in tried.items():
        table.add(
            str(workers),
            str(threads),
            f"{statistics.median(run.per_second for run in one.runs):.0f}",
            f"{statistics.median(run.median for run in one.runs):.1f}",
            f"{statistics.median(run.slowest_of_100 for run in one.runs):.1f}",
            f"{statistics.median(one.processor):.2f}",
        )
    return [table]
