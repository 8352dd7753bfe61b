"""Virtual visitors walk their journeys at the same time, and check on every page that nothing of theirs is lost."""

import asyncio
import html
import io
import re
import time
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from http import HTTPStatus

import aiohttp
import pypdf

from fleksjob_site.serving.sessions import Session
from tests.load.visits import Asked, Visit

MARK = "zqmark"
"""Stands in what no log may hold: queries, headers, cookies, paths, and answers that do not fit."""

BAD_ANSWER = f'"><i>{MARK}'

MOST_TRIES = 200
"""How often a visitor loads a page again that did not come."""

REDIRECTS = (HTTPStatus.FOUND, HTTPStatus.SEE_OTHER)


@dataclass
class Seen:
    """What all visitors have seen together."""

    pages: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    failed: Counter[str] = field(default_factory=Counter)
    """Server errors, by the address that was asked for."""
    seconds: list[float] = field(default_factory=list)
    broken: Counter[str] = field(default_factory=Counter)
    """Connections that ended without an answer, by the kind of error."""
    lost: list[str] = field(default_factory=list)
    """Answers, totals or outcomes that were not the visitor's own."""
    reflected: int = 0
    finished: int = 0

    @property
    def server_errors(self) -> int:
        return self.failed.total()


Fields = dict[str, str | list[str]]


async def walk_all(url: str, visits: Iterable[Visit], at_once: int, seen: Seen, course: "Course | None" = None) -> Seen:
    """Let the visitors walk, `at_once` of them at the same time."""
    room = asyncio.Semaphore(at_once)

    async def one(visit: Visit) -> None:
        async with room, browser_at(url) as browser:
            await Visitor(browser, seen, course, visit=visit).walk()

    await asyncio.gather(*(one(visit) for visit in visits))
    return seen


def browser_at(url: str) -> aiohttp.ClientSession:
    """A browser of its own for one visitor; to be made in a running loop."""
    jar = aiohttp.CookieJar(unsafe=True, quote_cookie=False)
    # A connection for each request: one that breaks off then died in a node's hands, and is not an idle one that the
    # proxy had closed, which a browser opens again without a word.
    connector = aiohttp.TCPConnector(limit=2, force_close=True)
    headers = {"User-Agent": f"{MARK}-agent", "Referer": f"{url}/?q={MARK}-referer"}
    return aiohttp.ClientSession(url, cookie_jar=jar, connector=connector, headers=headers)


@dataclass
class Course:
    """What happens to the nodes on the way: each at its share of all pages, while the visitors go on.

    They wait only where they would otherwise be done before something has happened to them.
    """

    pages: int
    happenings: list[tuple[float, str, Callable[[], None]]]
    seen: Seen
    slack: float = 0.15
    happened: list[str] = field(default_factory=list)
    _ready: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def _share(self) -> float:
        return self.seen.pages / self.pages

    async def run(self) -> None:
        for share, what, do in self.happenings:
            while self._share < share:
                await asyncio.sleep(0.02)
            await asyncio.to_thread(do)
            self.happened.append(what)

    async def may_go_on(self) -> None:
        while len(self.happened) < len(self.happenings):
            if self._share <= self.happenings[len(self.happened)][0] + self.slack:
                return
            await asyncio.sleep(0.05)


@dataclass
class Browsing:
    """Whoever asks for pages with a browser; what it shows last is `body`."""

    browser: aiohttp.ClientSession
    seen: Seen
    course: Course | None = None
    body: str = field(default="", kw_only=True)

    def token(self) -> dict[str, str]:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.body)
        return {"csrfmiddlewaretoken": found[1] if found else ""}

    async def fetch(self, method: str, address: str, fields: Fields | None = None) -> tuple[int, bytes]:
        """Status, and the body or where a redirect leads; loaded again, as people do, where no good answer came."""
        if self.course:
            await self.course.may_go_on()
        data = aiohttp.FormData()
        for name, value in (fields or {}).items():
            for one in value if isinstance(value, list) else [value]:
                data.add_field(name, one)
        for _ in range(MOST_TRIES):
            start = time.perf_counter()
            try:
                async with self.browser.request(
                    method, address, data=data() if fields is not None else None, allow_redirects=False,
                    headers={"Content-Type": "application/x-www-form-urlencoded"} if fields is not None else {},
                ) as answer:  # fmt: skip
                    content = await answer.read()
            except (aiohttp.ClientError, TimeoutError) as error:
                self.seen.broken[type(error).__name__] += 1
                await asyncio.sleep(0.2)
                continue
            self.seen.seconds.append(time.perf_counter() - start)
            self.seen.pages += 1
            self.seen.statuses[answer.status] += 1
            # A browser loads again by itself when the proxy says that it was too slow.
            if answer.status < HTTPStatus.INTERNAL_SERVER_ERROR and answer.status != HTTPStatus.REQUEST_TIMEOUT:
                if answer.status in REDIRECTS:
                    return answer.status, answer.headers["Location"].encode()
                if answer.content_type == "text/html":
                    self.body = content.decode()
                return answer.status, content
            if answer.status >= HTTPStatus.INTERNAL_SERVER_ERROR:
                self.seen.failed[address] += 1
            await asyncio.sleep(0.2)
        raise AssertionError(f"no answer from {address} in {MOST_TRIES} tries")


@dataclass
class Visitor(Browsing):
    """One visitor on the way."""

    visit: Visit = field(kw_only=True)
    told: dict[str, str] = field(default_factory=dict, kw_only=True)

    async def walk(self) -> None:
        visit = self.visit
        await self.get(f"{visit.home}?utm={MARK}-query", path=visit.home)
        await self.get(visit.start)
        await self.get(visit.asked[0].page)
        if visit.number % 3 == 0:
            await self.answer_badly(visit.asked[0])
        for asked in visit.asked:
            await self.answer(asked)
        for words in visit.answers_shown:
            self.must_show(words, "check page")
        await self.get(visit.outcome)
        self.must_show(visit.heading, "outcome")
        await self.income()
        if visit.letter:
            await self.letter(visit.letter)
        await self.post(visit.delete, {}, leads_to=visit.deleted)
        self.told = {}
        self.must_hold({}, "after deleting")
        self.seen.finished += 1

    async def answer(self, asked: Asked) -> None:
        await self.post(asked.page, asked.post, leads_to=asked.leads_to)
        self.told[asked.key] = asked.stored
        self.must_hold({"eligibility": self.told}, asked.key)
        # The page that follows is shown only to somebody whose answers before it are all there.
        await self.get(asked.leads_to)
        self.must_hold({"eligibility": self.told}, asked.key)

    async def answer_badly(self, asked: Asked) -> None:
        """Post what fits no question: the page comes again with a message, and without the mark-up."""
        await self.fetch("POST", asked.page, {"answer": BAD_ANSWER, "answer-month": BAD_ANSWER, **self.token()})
        self.seen.reflected += BAD_ANSWER in self.body

    async def income(self) -> None:
        visit = self.visit
        await self.get(visit.income_page)
        await self.post(visit.income_page, dict(visit.income), leads_to=f"{visit.income_page}#result")
        await self.get(visit.income_page)
        self.must_hold({"eligibility": self.told, "income": visit.income}, "income")
        figure = re.search(r'class="result-figure"[^>]*>([^<]+)<', self.body)
        if not figure or html.unescape(figure[1]) != visit.headline:
            self.seen.lost.append(f"visitor {visit.number}: total on the income page")

    async def letter(self, address: str) -> None:
        _, content = await self.fetch("GET", address)
        text = "".join(page.extract_text() for page in pypdf.PdfReader(io.BytesIO(content)).pages)
        if "".join(self.visit.total.split()) not in "".join(text.split()):
            self.seen.lost.append(f"visitor {self.visit.number}: total in the letter")

    def must_show(self, words: str, where: str) -> None:
        # Danish words on English pages stand in elements of their own.
        if words not in html.unescape(re.sub(r"<[^>]+>", "", self.body)):
            self.seen.lost.append(f"visitor {self.visit.number}: {where}")

    def must_hold(self, expected: dict[str, dict[str, str]], where: str) -> None:
        """The cookie, opened with the keys of the nodes, holds exactly what this visitor has told."""
        session = Session({cookie.key: cookie.value.strip('"') for cookie in self.browser.cookie_jar})
        held = {name: session.get(name) for name in ("eligibility", "income") if session.get(name)}
        if held != expected:
            self.seen.lost.append(f"visitor {self.visit.number}: cookie after {where}")

    async def get(self, address: str, path: str | None = None) -> None:
        status, _ = await self.fetch("GET", address)
        if status != HTTPStatus.OK:
            self.seen.lost.append(f"visitor {self.visit.number}: {status} from {path or address}")

    async def post(self, address: str, fields: Fields, leads_to: str) -> None:
        status, content = await self.fetch("POST", address, {**fields, **self.token()})
        if status not in REDIRECTS or content.decode() != leads_to:
            self.seen.lost.append(f"visitor {self.visit.number}: {status} from {address}")
