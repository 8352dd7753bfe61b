"""What more visitors and more nodes change, behind the HAProxy of deploy/, and where the limit of a machine lies."""

import os
import statistics
import tempfile
from pathlib import Path

import psutil
from django.conf import settings

from tests.bench.asking import Request, Run, ask
from tests.bench.serving import processor_seconds
from tests.bench.table import Table
from tests.bench.visitors import mix
from tests.deploy.cluster import HAPROXY, MISSING, Node, Proxy, cluster

VISITORS = (1, 10, 100)
ROUNDS, SECONDS, WARM_UP_SECONDS = 3, 4, 4


def measure() -> list[Table]:
    if not HAPROXY:
        return [Table(MISSING, ("nothing measured",))]
    heads = ("nodes", "visitors at once", "requests/s", "median ms", "99 % within ms", "processor ms a request",
             "of it HAProxy")  # fmt: skip
    table = Table(f"The mix of visitors behind HAProxy, median of {ROUNDS} × {SECONDS} s", heads)
    # Letters have threads and a bound of their own.
    requests = mix(4000, letters=False)
    most: dict[int, float] = {}
    needed: dict[int, float] = {}
    # The key that seals the cookies of the benchmark's visitors.
    options = {"SECRET_KEY": settings.SECRET_KEY, "ALLOWED_HOSTS": "127.0.0.1"}
    with tempfile.TemporaryDirectory() as folder, cluster(Path(folder), **options) as (first, second, proxy):
        ask(proxy.url, requests, WARM_UP_SECONDS)
        for count, nodes in ((2, [first, second]), (1, [first])):
            if count == 1:
                second.stop()
                proxy.wait_down("b")
            for visitors in VISITORS:
                rounds = [_round(proxy, nodes, requests, visitors) for _ in range(ROUNDS)]
                runs = [run for run, _, _ in rounds]
                ours, of_proxy = (statistics.median(found[place] for found in rounds) for place in (1, 2))
                per_second = statistics.median(run.per_second for run in runs)
                most[count], needed[count] = max(per_second, most.get(count, 0)), ours + of_proxy
                table.add(
                    str(count),
                    str(visitors),
                    f"{per_second:.0f}",
                    f"{statistics.median(run.median for run in runs):.1f}",
                    f"{statistics.median(run.slowest_of_100 for run in runs):.1f}",
                    f"{ours + of_proxy:.2f}",
                    f"{of_proxy:.2f}",
                )
    return [table, _limit(most, needed)]


def _round(proxy: Proxy, nodes: list[Node], requests: list[Request], visitors: int) -> tuple[Run, float, float]:
    """What wrk saw, and the milliseconds of processor that nodes and HAProxy took for a request."""
    before = _seconds(nodes), _seconds([proxy])
    run = ask(proxy.url, requests, SECONDS, visitors)
    after = _seconds(nodes), _seconds([proxy])
    ours, of_proxy = ((later - earlier) / run.requests * 1000 for earlier, later in zip(before, after, strict=True))
    return run, ours, of_proxy


def _seconds(started: list[Node] | list[Proxy]) -> float:
    return sum(processor_seconds(psutil.Process(one.process.pid)) for one in started if one.process)


def _limit(most: dict[int, float], needed: dict[int, float]) -> Table:
    cores = os.cpu_count() or 1
    table = Table("Where the limit of a machine lies", ("with as many visitors as it can serve", "requests/s"))
    table.add("one node measured here, beside wrk", f"{most[1]:.0f}")
    table.add("two nodes measured here, beside wrk", f"{most[2]:.0f}")
    table.add("a core to itself, by the processor time of a request", f"{1000 / needed[1]:.0f}")
    table.add(f"a machine of {cores} cores, a node on each", f"{cores * 1000 / needed[2]:.0f}")
    table.add("each further machine of the same, since nodes share nothing", f"+{cores * 1000 / needed[2]:.0f}")
    return table
