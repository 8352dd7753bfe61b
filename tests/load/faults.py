"""Ten thousand connections at a time, half of them dribbling, while visitors walk; then floods: `make faults`."""

import asyncio
import os
import resource
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

from tests.deploy.cluster import HAPROXY, KEY, MISSING, NEXT_KEY, cluster, get
from tests.load.flood import floods
from tests.load.logs import found_in
from tests.load.visits import visit
from tests.load.walking import Seen, walk_all

CONNECTIONS = 10_000
HONEST = 20
ASKED = b"GET /healthz HTTP/1.1\r\nHost: site.example\r\nConnection: close\r\n\r\n"


def enough_files() -> int:
    """How many connections this process may hold, after asking for as many as it can get."""
    _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))
    # HAProxy, which inherits the limit, needs a file for each connection and some more.
    return min(CONNECTIONS, hard - 2000 if hard != resource.RLIM_INFINITY else CONNECTIONS)


async def connection(port: int, number: int, open_now: asyncio.Event, ends: Counter[str]) -> None:
    """Connect, wait until all are there, then ask: every other one only dribbles, as slowloris does."""
    try:
        # Loopback has more addresses than one, as visitors have.
        source = (f"127.0.{1 + number // 5000}.1", 0)
        reader, writer = await asyncio.open_connection("127.0.0.1", port, local_addr=source)
    except OSError:
        ends["refused"] += 1
        return
    ends["accepted"] += 1
    try:
        await open_now.wait()
        if number % 2:
            writer.write(b"GET / HTTP/1.1\r\nX-Slow: ")
            for _ in range(60):
                await asyncio.sleep(1)
                writer.write(b"x")
                await writer.drain()
                if reader.at_eof():
                    break
        else:
            writer.write(ASKED)
        answer = await asyncio.wait_for(reader.read(4096), 60)
        ends[f"{'dribbling' if number % 2 else 'asking'}: {answer[9:12].decode() or 'closed without an answer'}"] += 1
    except (OSError, TimeoutError) as error:
        ends[f"{'dribbling' if number % 2 else 'asking'}: {type(error).__name__}"] += 1
    finally:
        writer.close()


async def all_at_once(url: str, port: int, most: int, seen: Seen, ends: Counter[str]) -> None:
    open_now = asyncio.Event()
    tasks = []
    for number in range(most):
        tasks.append(asyncio.create_task(connection(port, number, open_now, ends)))
        if number % 200 == 199:
            await asyncio.sleep(0.05)
    while ends["accepted"] + ends["refused"] < most:
        await asyncio.sleep(0.1)
    open_now.set()
    visits = [visit(number, localdate()) for number in range(HONEST)]
    await asyncio.gather(walk_all(url, visits, HONEST, seen), *tasks)


def main() -> int:
    if not HAPROXY:
        sys.exit(MISSING)
    most, ends, seen = enough_files(), Counter[str](), Seen()
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        stack.enter_context(override_settings(SECRET_KEY=NEXT_KEY, SECRET_KEY_FALLBACKS=[KEY]))
        # Two files for each connection is what HAProxy reckons with.
        settings = {"FLEKSJOB_MAXCONN": str(min(most + 100, (most + 1900) // 2)), "FLEKSJOB_HEAD_SECONDS": "10s"}

        a, b, proxy = stack.enter_context(cluster(folder, **settings))
        start = time.perf_counter()
        asyncio.run(all_at_once(proxy.url, proxy.port, most, seen, ends))
        print(f"{time.strftime('%Y-%m-%d')}, {os.cpu_count()} cores: {most} connections to the proxy, which takes "
              f"{settings['FLEKSJOB_MAXCONN']} at a time; {time.perf_counter() - start:.0f} s")  # fmt: skip
        for what, count in sorted(ends.items()):
            print(f"{what:64} {count}")
        print(f"{'visitors who meanwhile came to the end':64} {seen.finished} of {HONEST}, {len(seen.lost)} lost, "
              f"{seen.server_errors} server errors")  # fmt: skip
        print(f"{'what the visitors saw, by status':64} {dict(seen.statuses)}, broken off: {dict(seen.broken)}")
        for what in seen.lost[:10]:
            print("LOST:", what)
        after = get(proxy.port, "/")[0]
        print(f"{'the front page afterwards':64} {after}")
        typed = set().union(*(visit(number, localdate()).typed for number in range(HONEST)))
        found = found_in(folder.glob("*.log"), typed, (a.port, b.port, proxy.port, proxy.metrics_port))
        print(f"{'in the logs':64} {dict(found)}")
    print("One address asks for letters, two nodes:")
    flooded = floods([36, 64, 300])
    well = (
        all(one.well for one in flooded)
        and after == 200
        and seen.finished == HONEST
        and not (seen.lost or seen.server_errors or +found)
    )
    return 0 if well else 1


if __name__ == "__main__":
    sys.exit(main())
