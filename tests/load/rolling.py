"""A next release, with one question, one field and a year's rates more, is rolled out and back among visitors."""

import asyncio
import html
import random
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from http import HTTPStatus
from pathlib import Path
from typing import Any

from django.urls import reverse
from django.utils.translation import override

from eligibility.law.questions import BY_KEY, QUESTIONS
from fleksjob_site.serving.parts import Entry, Part
from fleksjob_site.serving.seal import unseal
from tests.deploy.cluster import Node, Proxy
from tests.eligibility.law.answering import FITTING
from tests.eligibility.pages.test_walk import post_of
from tests.load.release import NEW_FIELD, NEW_QUESTION, NEW_YEAR
from tests.load.walking import REDIRECTS, Browsing, Seen, browser_at

INCOME = {"hours_per_week": "18", "efficiency_percent": "100", "wage_kind": "hourly", "month-month": "5"}
MOST_PAGES = 100
"""Pages after which a walk that has not come to its end never will."""
MOST_NOT_FOUND = 20
"""How often a page is loaded again that is not there, such as one of the next release on a node of this one."""
PAGES_EACH = 30
"""Pages that each visitor sees, on average, between two nodes."""


@dataclass
class Rolled:
    """What the visitors saw, what they gave that only the next release knows, and how far the roll is."""

    seen: Seen = field(default_factory=Seen)
    given: Counter[str] = field(default_factory=Counter)
    refused: Counter[str] = field(default_factory=Counter)
    """Forms that were not taken, by kind of page and status, so that they had to be sent again."""
    stages: list[str] = field(default_factory=list)
    over: bool = False

    @property
    def server_errors(self) -> int:
        """Without those at the new question: it is nowhere while the last node that asks it goes back."""
        return sum(count for address, count in self.seen.failed.items() if NEW_QUESTION not in address)


@dataclass
class Traveller(Browsing):
    """Goes all the way again and again, and holds the cookies against all that was told."""

    number: int = field(kw_only=True)
    rolled: Rolled = field(kw_only=True)
    walk: dict[str, str] = field(default_factory=dict, kw_only=True)
    income: dict[str, str] = field(default_factory=dict, kw_only=True)

    async def travel(self) -> None:
        rng = random.Random(self.number)
        with override(("da", "en")[self.number % 2]):
            while not self.rolled.over:
                await self.come_to_the_outcome(rng)
                for _ in range(2):
                    await self.tell_income(rng)
                    await self.change_an_answer(rng)
                    await self.come_to_the_outcome(rng)
                await self.fetch("GET", reverse("delete-answers"))
                await self.fetch("POST", reverse("delete-answers"), self.hidden())
                self.walk, self.income = {}, {}
                self.must_hold("after deleting")
                self.seen.finished += 1

    async def come_to_the_outcome(self, rng: random.Random) -> None:
        """Follow every redirect, and answer whatever is asked on the way."""
        outcome = reverse("eligibility:outcome")
        keys = {self.page_of(key): key for key in [*BY_KEY, NEW_QUESTION]}
        at = outcome
        for _ in range(MOST_PAGES):
            status, leads_to = await self.load(at)
            if status in REDIRECTS:
                at = leads_to
            elif status == HTTPStatus.NOT_FOUND:
                at = outcome
            elif status != HTTPStatus.OK:
                break
            elif at in keys:
                key = keys[at]
                at = await self.answer(key, rng.choice(("yes", "no")) if key == NEW_QUESTION else FITTING[key])
            elif at == outcome:
                return
            else:
                at = outcome
        self.lose(f"no way to the outcome from {at}")

    async def change_an_answer(self, rng: random.Random) -> None:
        await self.load(self.page_of("birth-month"))
        await self.answer("birth-month", f"{rng.randint(1975, 1984)}-0{rng.randint(1, 9)}")

    def page_of(self, key: str) -> str:
        """The address of a question; a new one has none here, but stands beside the others."""
        if key != NEW_QUESTION:
            return reverse("eligibility:question", kwargs={"question": BY_KEY[key]})
        first = reverse("eligibility:question", kwargs={"question": QUESTIONS[0]})
        return f"{first.rstrip('/').rpartition('/')[0]}/{NEW_QUESTION}/"

    async def answer(self, key: str, answer: str) -> str:
        """Send an answer to the question whose page has come; where that leads."""
        page = self.page_of(key)
        fields = {"answer": answer} if key == NEW_QUESTION else post_of(BY_KEY[key], answer)
        status, content = await self.fetch("POST", page, {**fields, **self.hidden()})
        if status not in REDIRECTS:
            self.rolled.refused[f"{status} from {'the new question' if key == NEW_QUESTION else 'a question'}"] += 1
            return reverse("eligibility:outcome")
        self.walk[key] = answer
        self.rolled.given["answers"] += 1
        self.rolled.given["answers to the new question"] += key == NEW_QUESTION
        self.must_hold(f"after {key}")
        return content.decode()

    async def tell_income(self, rng: random.Random) -> None:
        """Fill in the form as it comes, with the field and the rates of the next release where it has them."""
        page = reverse("income")
        await self.load(page)
        year = rng.choice((NEW_YEAR, NEW_YEAR - 1))
        sent = INCOME | {"wage": str(rng.randint(150, 300)), "month-year": str(year)}
        if f'id="id_{NEW_FIELD}"' in self.body:
            sent[NEW_FIELD] = str(rng.randint(1000, 9999))
        self.rolled.given["new fields"] += NEW_FIELD in sent
        self.rolled.given["months with new rates"] += year == NEW_YEAR
        status, _ = await self.fetch("POST", page, self.hidden() | sent)
        if status not in {HTTPStatus.OK, *REDIRECTS}:
            self.rolled.refused[f"{status} from the income page"] += 1
            return
        self.income |= sent
        self.must_hold("after income")

    def hidden(self) -> dict[str, str]:
        """What a browser sends of the hidden fields of the page."""
        found = re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', self.body)
        return {name: html.unescape(value) for name, value in found}

    def must_hold(self, where: str) -> None:
        """The cookies hold exactly the answers that were given, and what was told of the income."""
        cookies = {cookie.key: cookie.value.strip('"') for cookie in self.browser.cookie_jar if cookie.value}
        held: dict[str, Any] = {}
        for part in (Part.WALK, Part.INCOME):
            held |= unseal(cookies[part.cookie]).content if part.cookie in cookies else {}
        income = held.get(Entry.INCOME, {})
        if held.get(Entry.WALK, {}) != self.walk:
            self.lose(f"the walk {where}")
        if {name: income.get(name) for name in self.income} != self.income or bool(income) != bool(self.income):
            self.lose(f"the income {where}")

    def lose(self, what: str) -> None:
        self.seen.lost.append(f"traveller {self.number}: {what}, {self.rolled.stages[-1]}")

    async def load(self, address: str) -> tuple[int, str]:
        """Status, and where a redirect leads; loaded again where there is no such page."""
        for _ in range(MOST_NOT_FOUND):
            status, content = await self.fetch("GET", address)
            if status != HTTPStatus.NOT_FOUND:
                break
        return status, content.decode() if status in REDIRECTS else ""


async def roll_there_and_back(
    nodes: tuple[Node, Node], proxy: Proxy, release: Path, travellers: int, pages_each: int = PAGES_EACH
) -> Rolled:
    """One node after the other to the next release and then back, with visitors at each stage."""
    rolled = Rolled()

    async def travel(number: int) -> None:
        async with browser_at(proxy.url) as browser:
            await Traveller(browser, rolled.seen, number=number, rolled=rolled).travel()

    async def stage(name: str, do: Callable[[], None] | None = None) -> None:
        rolled.stages.append(name)
        if do:
            await asyncio.to_thread(do)
        before = rolled.seen.pages
        while rolled.seen.pages < before + travellers * pages_each:
            await asyncio.sleep(0.02)

    def to(node: Node, server: str, root: Path) -> Callable[[], None]:
        def restart() -> None:
            node.root = root
            node.restart()
            proxy.wait_up(server)

        return restart

    async def roll() -> None:
        (a, b), former = nodes, nodes[0].root
        await stage("a new, b old", to(a, "a", release))
        await stage("both new", to(b, "b", release))
        await stage("a old, b new", to(a, "a", former))
        await stage("both old again", to(b, "b", former))
        rolled.over = True

    rolled.stages.append("both old")
    await asyncio.gather(roll(), *(travel(number) for number in range(travellers)))
    return rolled
