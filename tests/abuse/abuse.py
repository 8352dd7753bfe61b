"""Fuzzes the site with malformed and hostile requests and prints the responses by status; `make abuse` sends 50,000."""

import os
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from importlib import import_module

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st

from tests.abuse.asking import Tally, Visitor, listening
from tests.abuse.described import hold
from tests.abuse.kinds import KINDS

REQUESTS = 50_000
AT_ONCE = 200
DESCRIBED = "description"
DESCRIBED_EXAMPLES = 300


def abuse(kind: str, requests: int, start: int) -> Tally:
    """Send a number of requests of a kind; the same `start` sends the same requests."""
    tally, begun = Tally(), start
    with listening() as log:
        while tally.answered.total() < requests:
            begun += 1

            @seed(begun)
            @settings(max_examples=AT_ONCE, deadline=None, database=None, phases=[Phase.generate],
                      suppress_health_check=list(HealthCheck))  # fmt: skip
            @given(st.data())
            def send(data: st.DataObject) -> None:
                KINDS[kind](Visitor(kind, tally, log, guarded=kind == "tokens"), data.draw)

            send()
    return tally


def describe(start: int) -> Tally:
    """Hold the API to its description."""
    # Loading the application sets its logs up anew, which would leave nothing to listen to.
    import_module("fleksjob_site.wsgi")
    with listening() as log:
        held = hold(DESCRIBED_EXAMPLES, seed=start)
    answered = Counter({(f"{DESCRIBED}: {call}", status): count for (call, status), count in held.answered.items()})
    traces = ["a stack trace in a log"] if "Traceback" in log.getvalue() else []
    return Tally(answered, dict.fromkeys([*held.faults, *traces], ""))


def table(tally: Tally) -> str:
    """Number of responses by kind and status."""
    statuses = sorted({status for _, status in tally.answered})
    kinds = list(dict.fromkeys(kind for kind, _ in tally.answered))
    lines = [f"{'':45}" + "".join(f"{status:>8}" for status in statuses) + f"{'all':>9}"]
    for kind in kinds:
        counts = [tally.answered[kind, status] for status in statuses]
        lines.append(f"{kind:45}" + "".join(f"{count:>8}" for count in counts) + f"{sum(counts):>9}")
    sums = [sum(tally.answered[kind, status] for kind in kinds) for status in statuses]
    return "\n".join([*lines, f"{'all':45}" + "".join(f"{count:>8}" for count in sums) + f"{sum(sums):>9}"])


def main(requests: int, start: int) -> int:
    """Run all kinds on all processors; returns 1 if anything was found."""
    begun, tally = time.perf_counter(), Tally()
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        described = pool.submit(describe, start)
        parts = [pool.submit(abuse, kind, -(-requests // len(KINDS)), start) for kind in KINDS]
        for part in [described, *parts]:
            tally.take(part.result())
    print(table(tally))
    print(f"{time.perf_counter() - begun:.0f} s, start {start}, {len(tally.faults)} kinds of faults")
    for fault, asked in tally.faults.items():
        print(f"\n{fault}\n    {asked}")
    return 1 if tally.faults else 0


if __name__ == "__main__":
    sys.exit(main(int(os.environ.get("REQUESTS", REQUESTS)), int(os.environ.get("START", time.time()))))
