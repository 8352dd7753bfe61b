"""A thousand visitors walk the whole journey while nodes die, keys change and releases are rolled: `make load`."""

import asyncio
import os
import re
import sys
import tempfile
import time
from collections import Counter
from contextlib import ExitStack
from pathlib import Path

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from django.test import override_settings
from django.utils.timezone import localdate

from tests.deploy.cluster import HAPROXY, KEY, MISSING, NEXT_KEY, Node, Proxy, cluster
from tests.load.happenings import happenings
from tests.load.logs import found_in
from tests.load.release import next_release
from tests.load.rolling import Rolled, roll_there_and_back
from tests.load.visits import Visit, visit
from tests.load.walking import Course, Seen, walk_all

VISITORS = int(os.environ.get("VISITORS", "1000"))
AT_ONCE = 100
COMPARED = 60
"""Visitors of each of the two runs that compare one node with two."""


def line(what: str, value: object) -> None:
    print(f"{what:64} {value}", flush=True)


def report(seen: Seen, seconds: float) -> None:
    times = sorted(seen.seconds)
    line("visitors who came to the end", seen.finished)
    line("requests", seen.pages)
    line("by status", ", ".join(f"{status}: {count}" for status, count in sorted(seen.statuses.items())))
    line("server errors (5xx)", seen.server_errors)
    line("connections broken off", dict(seen.broken) or 0)
    line("answers, outcomes or totals lost", len(seen.lost))
    line("wrong answers reflected unescaped", seen.reflected)
    for share in (50, 95, 99):
        line(f"answered within, {share} of 100", f"{times[len(times) * share // 100 - 1] * 1000:.0f} ms")
    line("requests a second", f"{seen.pages / seconds:.0f}")


def with_happenings(visits: list[Visit], nodes: tuple[Node, Node], proxy: Proxy, folder: Path) -> Seen:
    seen = Seen()
    release = folder / "release"
    release.mkdir()
    planned = happenings(nodes, proxy, next_release(release, keep_former_files=True))
    course = Course(sum(one.pages for one in visits), planned, seen)

    async def run() -> None:
        await asyncio.gather(course.run(), walk_all(proxy.url, visits, AT_ONCE, seen, course))

    start = time.perf_counter()
    asyncio.run(run())
    print(f"{len(visits)} visitors, {AT_ONCE} at a time, two nodes; meanwhile: {'; '.join(course.happened)}")
    report(seen, time.perf_counter() - start)
    ended = Counter(re.findall(r'"status":(-?\d+),"ended":"(?!----)(....)"', proxy.log.read_text()))
    line("by status and end, as HAProxy says: not ended well", dict(ended) or 0)
    line("sent to the other node by HAProxy, or again to the same", f"{proxy.retried():.0f}")
    return seen


def compared(visits: list[Visit], proxy: Proxy, what: str) -> Seen:
    start, seen = time.perf_counter(), Seen()
    asyncio.run(walk_all(proxy.url, visits, AT_ONCE, seen))
    line(f"requests a second, {what}, nothing happening", f"{seen.pages / (time.perf_counter() - start):.0f}")
    return seen


def rolled(nodes: tuple[Node, Node], proxy: Proxy, folder: Path) -> Rolled:
    release, travellers = folder / "newer", min(AT_ONCE, VISITORS)
    release.mkdir()
    with_news = next_release(release, keep_former_files=True, with_news=True)
    start = time.perf_counter()
    roll = asyncio.run(roll_there_and_back(nodes, proxy, with_news, travellers))
    print(f"{travellers} visitors who begin again, and a release that asks and knows more: {'; '.join(roll.stages)}")
    report(roll.seen, time.perf_counter() - start)
    for what, count in roll.given.items():
        line(what, count)
    line("forms not taken, which had to be sent again", dict(roll.refused) or 0)
    return roll


def main() -> int:
    if not HAPROXY:
        sys.exit(MISSING)
    print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores, shared by visitors, proxy and nodes")
    today = localdate()
    visits = [visit(number, today) for number in range(VISITORS)]
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(override_settings(SECRET_KEY=NEXT_KEY, SECRET_KEY_FALLBACKS=[KEY]))
        a, b, proxy = stack.enter_context(cluster(folder))
        runs = [with_happenings(visits, (a, b), proxy, folder), compared(visits[:COMPARED], proxy, "two nodes")]
        rolling = rolled((a, b), proxy, folder)
        b.stop()
        proxy.wait_down("b")
        runs.append(compared(visits[:COMPARED], proxy, "one node"))
        logs = sorted(folder.glob("*.log"))
        typed = set().union(*(one.typed for one in visits))
        found = found_in(logs, typed, (a.port, b.port, proxy.port, proxy.metrics_port))
        line(f"in {len(logs)} logs of {sum(log.read_text().count(chr(10)) for log in logs)} lines", dict(found))
    lost = [what for seen in (*runs, rolling.seen) for what in seen.lost]
    for what in lost[:20]:
        print("LOST:", what)
    walked = (len(visits), len(visits[:COMPARED]), len(visits[:COMPARED]))
    well = all(
        seen.finished == all_of_them and not (seen.reflected or seen.server_errors)
        for seen, all_of_them in zip(runs, walked, strict=True)
    )
    return 0 if well and not (lost or rolling.server_errors or +found) else 1


if __name__ == "__main__":
    sys.exit(main())
