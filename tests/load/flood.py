"""One address asks for nothing but letters, on many connections; how long do pages of others take?

`make faults` runs it; by itself: `PYTHONPATH=. .venv/bin/python tests/load/flood.py 36 64 300`.
"""

import asyncio
import re
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path

import aiohttp

from tests.deploy.cluster import Node, Proxy, cluster, get

SECONDS = 12
OTHERS = 10
"""Visitors from addresses of their own, who go from page to page."""
PAGES = ("/en/", "/en/how-it-works/", "/en/income/", "/en/target-group/question/birth-month/", "/en/rates/")
LETTER = "/brev/da-en.pdf"
LIMITS = {"FLEKSJOB_MOST_REQUESTS": "3000", "FLEKSJOB_MOST_OPEN": "2000"}
"""As deployed, where other tests let one address do all it likes."""
MOST_PAGE_SECONDS, MOST_HEALTH_SECONDS = 1.0, 0.5


@dataclass
class Flood:
    """What the others saw, and what became of the letters."""

    pages: list[float] = field(default_factory=list)
    health: list[float] = field(default_factory=list)
    letters: Counter[int] = field(default_factory=Counter)
    others: Counter[int] = field(default_factory=Counter)
    downs: float = 0

    def within(self, share: int) -> float:
        times = sorted(self.pages)
        return times[max(len(times) * share // 100 - 1, 0)]

    @property
    def well(self) -> bool:
        in_time = self.within(99) < MOST_PAGE_SECONDS and max(self.health) < MOST_HEALTH_SECONDS
        return in_time and not self.downs and set(self.others) == {200}

    def __str__(self) -> str:
        return (
            f"pages of others: median {self.within(50) * 1000:.0f} ms, 99 of 100 {self.within(99) * 1000:.0f} ms, "
            f"{dict(self.others)}; /healthz at most {max(self.health) * 1000:.0f} ms; checks failed {self.downs:.0f}; "
            f"letters {dict(self.letters)}"
        )


def from_address(address: str, url: str) -> aiohttp.ClientSession:
    connector = aiohttp.TCPConnector(local_addr=(address, 0), limit=0)
    return aiohttp.ClientSession(url, connector=connector, cookie_jar=aiohttp.CookieJar(unsafe=True))


async def tell_of_an_example(browser: aiohttp.ClientSession) -> None:
    """Take an example person's answers, so that there is a letter to make."""
    async with browser.get("/indkomst/") as answer:
        token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', await answer.text())
    assert token
    fields = {"csrfmiddlewaretoken": token[1]}
    async with browser.post("/eksempler/fatima/brug/", data=fields, allow_redirects=False) as answer:
        assert answer.status == 302, answer.status


async def flood(proxy: Proxy, nodes: tuple[Node, Node], connections: int, seconds: float = SECONDS) -> Flood:
    seen, until = Flood(), time.perf_counter() + seconds

    async def ask_for_letters(browser: aiohttp.ClientSession) -> None:
        while time.perf_counter() < until:
            try:
                async with browser.get(LETTER) as answer:
                    await answer.read()
                    seen.letters[answer.status] += 1
            except (aiohttp.ClientError, TimeoutError):
                seen.letters[0] += 1
            # Who is refused at once would else use this machine's processors for nothing but asking.
            await asyncio.sleep(0.2)

    async def read_pages(number: int) -> None:
        async with from_address(f"127.0.2.{number + 1}", proxy.url) as browser:
            while time.perf_counter() < until:
                for page in PAGES:
                    start = time.perf_counter()
                    async with browser.get(page) as answer:
                        await answer.read()
                    seen.pages.append(time.perf_counter() - start)
                    seen.others[answer.status] += 1
                    await asyncio.sleep(0.2)

    async def look_after_nodes() -> None:
        async with aiohttp.ClientSession() as checker:
            while time.perf_counter() < until:
                for node in nodes:
                    start = time.perf_counter()
                    async with checker.get(f"http://127.0.0.1:{node.port}/healthz") as answer:
                        await answer.read()
                    seen.health.append(time.perf_counter() - start)
                await asyncio.sleep(0.3)

    failed = failed_checks(proxy)
    async with from_address("127.0.0.1", proxy.url) as attacker:
        await tell_of_an_example(attacker)
        tasks = [ask_for_letters(attacker) for _ in range(connections)]
        await asyncio.gather(*tasks, *map(read_pages, range(OTHERS)), look_after_nodes())
    seen.downs = failed_checks(proxy) - failed
    return seen


def failed_checks(proxy: Proxy) -> float:
    told = get(proxy.metrics_port, "/metrics?scope=server")[2]
    pattern = r'^haproxy_server_check_up_down_total{proxy="nodes",[^}]*} (\d+)'
    return sum(map(float, re.findall(pattern, told, re.M)))


def floods(connections: list[int]) -> list[Flood]:
    """One flood after the other on fresh nodes, each told as it ends."""
    with tempfile.TemporaryDirectory() as folder, cluster(Path(folder), **LIMITS) as (a, b, proxy):
        seen = []
        for count in connections:
            seen.append(asyncio.run(flood(proxy, (a, b), count)))
            print(f"letters on {count} connections of one address; {seen[-1]}", flush=True)
            # The limits look ten seconds back.
            time.sleep(10)
    return seen


if __name__ == "__main__":
    sys.exit(0 if all(one.well for one in floods([int(count) for count in sys.argv[1:]] or [36, 64, 300])) else 1)
