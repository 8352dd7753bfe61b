"""A website on another origin shows the calculators in a frame, with third-party or all cookies blocked."""

import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.urls import reverse
from django.utils.translation import override
from playwright.sync_api import Browser, BrowserContext, Frame, Page

from tests.browser.conftest import ABORTED, Server
from tests.browser.other_site import block_all_cookies, block_third_party_cookies, other_site
from tests.browser.test_every_page import AXE, RUN_AXE, TOO_WIDE
from tests.embed.places import FILLED

PHONE, DESK = {"width": 360, "height": 740}, {"width": 1280, "height": 800}
BLOCKED: dict[str, Callable[[BrowserContext, Page], None]] = {
    "third-party cookies": block_third_party_cookies,
    "all cookies": block_all_cookies,
}
TITLES = {
    "da": {"income": "Beregn løn og fleksløntilskud i et fleksjob", "payout": "Tjek en udbetaling af fleksløntilskud"},
    "en": {"income": "Work out wage and subsidy in a flexi-job", "payout": "Check a payout of the flexi-wage subsidy"},
}
GIVES = {"income": {"da": "30.826", "en": "30,826"}, "payout": {"da": "18.840", "en": "18,840"}}


def height_of(page: Page) -> int:
    return int(page.locator("iframe").evaluate("frame => frame.clientHeight"))


def wait_until(page: Page, true: Callable[[], bool]) -> None:
    """The site's own policy forbids what Playwright has for it."""
    for _ in range(200):
        if true():
            return
        page.wait_for_timeout(50)
    raise AssertionError("not within ten seconds")


class Embedded:
    """A page of another website in a browser that blocks cookies, and the frame in it."""

    def __init__(self, page: Page, faults: list[str]) -> None:
        self.page, self.faults = page, faults

    @property
    def frame(self) -> Frame:
        return self.page.frames[1]

    def waits_for_height(self) -> int:
        """Waits until the last answer is in and the frame is as tall as what is in it, and no taller."""
        seen = [-1, -2]

        def rests() -> bool:
            inside = self.frame.evaluate("document.body.getBoundingClientRect().height")
            seen.append(height_of(self.page) if abs(height_of(self.page) - inside) < 1 else -len(seen))
            return len(set(seen[-12:])) == 1

        wait_until(self.page, rests)
        return seen[-1]

    def waits_for(self, height: int) -> None:
        """Waits until the frame has this height."""
        wait_until(self.page, lambda: height_of(self.page) == height)

    def fill(self, calculator: str) -> None:
        for name, value in FILLED[calculator].items():
            field = self.frame.locator(f"[name='{name}']")
            if field.first.get_attribute("type") == "radio":
                self.frame.locator(f"[name='{name}'][value='{value}']").check(force=True)
            elif field.first.is_visible():
                field.first.fill(value)


Open = Callable[..., Embedded]


@pytest.fixture
def embed(chromium: Browser, server: Server, settings: Any) -> Iterator[Open]:
    with ExitStack() as opened:

        def embed(
            calculator: str, language: str, *, blocked: str = "third-party cookies", named: bool = True,
            viewport: Any = None, **options: Any,
        ) -> Embedded:  # fmt: skip
            site = opened.enter_context(other_site(server.url, calculator, language, **options))
            settings.EMBED_HOSTS = [site] if named else []
            context = chromium.new_context(viewport=viewport or PHONE)
            opened.callback(context.close)
            page, faults = context.new_page(), []
            page.on("console", lambda message: faults.append(message.text) if message.type == "error" else None)
            page.on("pageerror", lambda error: faults.append(str(error)))
            BLOCKED[blocked](context, page)
            page.goto(site)
            return Embedded(page, faults)

        yield embed


def without_aborted(faults: list[str]) -> list[str]:
    return [fault for fault in faults if not any(text in fault for text in ABORTED)]


@pytest.mark.parametrize("blocked", BLOCKED)
@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize("calculator", ["income", "payout"])
def test_a_calculator_in_a_frame_answers_and_is_as_tall_as_its_content(
    embed: Open, server: Server, calculator: str, language: str, blocked: str
) -> None:
    for viewport in (PHONE, DESK):
        shown = embed(calculator, language, blocked=blocked, viewport=viewport)
        shown.page.locator("iframe").wait_for()
        assert shown.page.locator("iframe").get_attribute("title") == TITLES[language][calculator]
        shown.frame.locator("h1").wait_for()
        assert not shown.frame.evaluate("document.hasStorageAccess()")
        empty = shown.waits_for_height()
        shown.fill(calculator)
        result = shown.frame.locator("[data-result]").first
        result.wait_for()
        full = shown.waits_for_height()
        assert full > empty
        assert GIVES[calculator][language] in result.inner_text()
        # What unfolds makes the frame taller, and what folds makes it lower again.
        summary = shown.frame.locator("#cannot-judge > summary, #lines > summary").first
        summary.click()
        assert shown.frame.locator("details[open]").count()
        assert shown.waits_for_height() > full
        summary.click()
        shown.waits_for(full)
        assert not shown.page.evaluate(TOO_WIDE)
        assert not shown.frame.evaluate(TOO_WIDE)
        shown.frame.evaluate(AXE)
        assert shown.frame.evaluate(RUN_AXE) == []
        shown.page.evaluate(AXE)
        # By the button, which every browser without scripts in the frame needs.
        shown.frame.locator("#main form .button-primary").first.click()
        shown.frame.wait_for_load_state()
        shown.frame.locator(".embed-head[data-answered]").wait_for()
        shown.waits_for_height()
        answer = shown.frame.locator({"income": "#result", "payout": "#answer"}[calculator])
        assert shown.page.context.cookies() == []
        box = answer.bounding_box()
        assert box
        assert -1 < box["y"] < viewport["height"], "the answer comes into view"
        assert without_aborted(shown.faults) == []


@pytest.mark.parametrize("language", ["da", "en"])
def test_errors_come_into_view_and_the_language_can_be_changed_in_the_frame(embed: Open, language: str) -> None:
    shown = embed("income", language, viewport=DESK)
    shown.frame.locator("h1").wait_for()
    shown.frame.locator("[name=hours_per_week]").fill("400")
    shown.frame.locator("#main form .button-primary").first.click()
    summary = shown.frame.locator("[data-module='error-summary']")
    summary.wait_for()
    shown.waits_for_height()
    box = summary.bounding_box()
    assert box
    assert -1 < box["y"] < DESK["height"]
    shown.frame.locator(".embed-head button").click()
    other = {"da": "en", "en": "da"}[language]
    shown.frame.locator(f"html[lang={other}]").wait_for()
    assert shown.frame.locator("[name=hours_per_week]").input_value() == "400"


@pytest.mark.parametrize("calculator", ["income", "payout"])
def test_the_whole_page_opens_in_a_tab_of_its_own_with_what_was_entered(embed: Open, calculator: str) -> None:
    shown = embed(calculator, "en", viewport=DESK)
    shown.frame.locator("h1").wait_for()
    shown.fill(calculator)
    whole = shown.frame.locator("a[href*='#v1.']")
    whole.wait_for()
    with shown.page.expect_popup() as opened:
        whole.click()
    tab = opened.value
    tab.locator("button[name=decline]").or_(tab.locator("#main form .button-primary")).first.wait_for()
    tab.wait_for_url("**/en/open/**")
    assert "#" not in tab.url
    tab.locator("#main form .button-primary").first.click()
    tab.locator("[data-result], #answer").first.wait_for()
    assert shown.page.url.startswith("http://localhost")


def test_without_embed_hosts_no_frame_is_shown(embed: Open) -> None:
    shown = embed("income", "en", named=False)
    shown.page.locator("iframe").wait_for()
    shown.page.wait_for_timeout(500)
    assert any("frame-ancestors" in fault for fault in shown.faults)
    assert shown.frame.url.startswith("chrome-error:")


def test_a_website_that_is_not_named_shows_no_frame(embed: Open, settings: Any) -> None:
    shown = embed("income", "en")
    settings.EMBED_HOSTS = ["https://www.kommune.example"]
    shown.faults.clear()
    shown.page.reload()
    shown.page.locator("iframe").wait_for()
    shown.page.wait_for_timeout(500)
    assert any("frame-ancestors" in fault for fault in shown.faults)
    assert shown.frame.url.startswith("chrome-error:")


def test_a_script_that_was_changed_is_refused_and_the_link_stays(embed: Open) -> None:
    shown = embed("income", "en", integrity="sha384-" + "A" * 64)
    shown.page.locator("#after").wait_for()
    shown.page.wait_for_load_state("networkidle")
    assert any("integrity" in fault for fault in shown.faults)
    assert shown.page.locator("iframe").count() == 0
    assert shown.page.get_by_role("link", name="The calculator").is_visible()


def test_only_the_frame_itself_can_set_its_height(embed: Open, server: Server) -> None:
    shown = embed("income", "en")
    shown.frame.locator("h1").wait_for()
    height = shown.waits_for_height()
    # From the page itself, from a frame of its own, and as another frame of the same site would.
    shown.page.evaluate("postMessage({fleksjobHeight: 123, fleksjobShow: 9}, '*')")
    from_window = """site => { for (const origin of [location.origin, site]) dispatchEvent(
        new MessageEvent("message", { data: { fleksjobHeight: 124 }, origin, source: window })); }"""
    shown.page.evaluate(from_window, server.url)
    shown.page.evaluate("""() => dispatchEvent(new MessageEvent("message",
        { data: { fleksjobHeight: 125 }, origin: "https://evil.example", source: frames[0] }))""")
    for odd in ("null", "'x'", "{fleksjobHeight: '126'}", "{fleksjobHeight: NaN}", "{fleksjobHeight: null}"):
        shown.frame.evaluate(f"parent.postMessage({odd}, '*')")
    shown.page.wait_for_timeout(200)
    assert shown.page.locator("iframe").evaluate("frame => frame.clientHeight") == height
    for sent, becomes in ((1, 100), (10**9, 30000), (500, 500)):
        shown.frame.evaluate(f"parent.postMessage({{fleksjobHeight: {sent}}}, '*')")
        shown.waits_for(becomes)


@pytest.mark.parametrize("language", ["da", "en"])
def test_the_preview_shows_the_calculator_on_the_site_itself(
    open_page: Callable[..., Page], settings: Any, language: str
) -> None:
    settings.EMBED_HOSTS = ["https://www.kommune.example"]
    with override(language):
        page = open_page(reverse("embedding"))
    page.locator("iframe").scroll_into_view_if_needed()
    page.frame_locator("iframe").locator("h1").wait_for()
    wait_until(page, lambda: height_of(page) > 1500)
    assert re.search("fleksjob", page.locator("iframe").get_attribute("title") or "") or language == "en"
    assert not page.evaluate(TOO_WIDE)
