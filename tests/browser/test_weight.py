"""The bytes that a visit loads, and that the site works without its fonts and on a slow phone."""

from urllib.parse import urlsplit

from playwright.sync_api import Browser, Page, expect

from tests.browser.conftest import Server
from tests.browser.state import browser_cookies
from tests.browser.states import State
from tests.browser.test_every_page import OPEN_ALL, RESTYLE, STATES, layout
from tests.browser.visited import SAID
from tests.browser.visiting import ASKED, WORDS, OpenPage, answer, fill_official_example, follow

# Of the bytes, 800 are for what live answers keep, hold in place and read out.
FIRST_BYTES, FIRST_REQUESTS = 85_000, 8
# Of these, 600 are for names that tell controls apart and for what live requests say.
# The links of the menu stand twice on each page, as a row and as a list.
NEXT_BYTES = 16_400
# Pages for developers show every call. They, frames and the diary have files that nothing else loads.
DEVELOPERS, DEVELOPERS_BYTES = ("guide api-docs", "guide embedding"), 24_000
APART = ("/static/apart.", "/static/framed.", "/static/opening.", "/static/searching.", "/static/turning.",
         "/embed.v1.js")  # fmt: skip

# All pages for a session, except redirects to other pages.
LOADED = [state for state in STATES if not state.act and not state.fault and state.pattern != "use-link"]
WITHOUT_FONTS = ("home", "birth-month empty", "measures answered", "outcome points-towards", "income with result",
                 "take along everything", "guide words", "guide rates", "example amina")  # fmt: skip
FAILED_FONTS = "[...document.fonts].filter(font => font.status === 'error').length"
SWAPPED_FONTS = "[...document.fonts].filter(font => font.display === 'swap').length"

SLOW_3G = {"offline": False, "latency": 2000, "downloadThroughput": 50_000, "uploadThroughput": 50_000}
PATIENCE = 120_000


def weights(page: Page, server: Server, state: State, language: str) -> dict[str, int]:
    """Bytes transferred including headers, by path, without what was in the browser's cache."""
    paths: dict[str, str] = {}
    sizes: dict[str, int] = {}
    page.context.clear_cookies()
    if state.session:
        page.context.add_cookies(browser_cookies(state.session, server.url))
    server.log.clear()
    wire = page.context.new_cdp_session(page)
    wire.on("Network.requestWillBeSent", lambda sent: paths.update({sent["requestId"]: sent["request"]["url"]}))
    wire.on("Network.loadingFinished", lambda done: sizes.update({done["requestId"]: int(done["encodedDataLength"])}))
    wire.send("Network.enable")
    # The icon comes last on a first visit, after the page has loaded.
    answered = page.goto(state.url(language), wait_until="load" if page.url.startswith("http") else "networkidle")
    wire.detach()
    assert answered is not None
    assert answered.ok, state.name
    loaded = {urlsplit(paths[request]).path: size for request, size in sizes.items() if size}
    # The server counts too: the browser reports everything that was loaded.
    assert sorted(loaded) == sorted(line.split()[1] for line in server.log)
    return loaded


def is_heavy(name: str, loaded: dict[str, int]) -> bool:
    most = DEVELOPERS_BYTES if name in DEVELOPERS else NEXT_BYTES
    shared = [path for path in loaded if not path.startswith(APART)]
    return len(shared) > 1 or sum(loaded.values()) > most


def test_a_first_visit_and_every_page_after_it_are_light(chromium: Browser, server: Server) -> None:
    # The two languages differ by a few hundred bytes.
    language = "da"
    context = chromium.new_context(base_url=server.url, viewport={"width": 360, "height": 780})
    page = context.new_page()
    first = weights(page, server, LOADED[0], language)
    after = {state.name: weights(page, server, state, language) for state in LOADED[1:]}
    context.close()
    heaviest = sorted(after, key=lambda name: -sum(after[name].values()))
    SAID.append(
        f"Weight, {language}: {LOADED[0].name} {sum(first.values()):,} bytes in {len(first)} requests; heaviest of "
        f"{len(after)} after it: " + ", ".join(f"{name} {sum(after[name].values()):,}" for name in heaviest[:4])
    )
    assert sum(first.values()) <= FIRST_BYTES, first
    assert len(first) <= FIRST_REQUESTS, first
    assert {name: loaded for name, loaded in after.items() if is_heavy(name, loaded)} == {}


def test_without_its_fonts_all_text_is_visible_and_none_is_cut_off(chromium: Browser, server: Server) -> None:
    # Danish has the longer words.
    language = "da"
    context = chromium.new_context(base_url=server.url, viewport={"width": 320, "height": 780})
    context.route("**/*.woff2", lambda route: route.abort())
    page, found = context.new_page(), []
    for state in (state for state in STATES if state.name in WITHOUT_FONTS):
        context.clear_cookies()
        if state.session:
            context.add_cookies(browser_cookies(state.session, server.url))
        page.goto(state.url(language))
        page.evaluate(OPEN_ALL)
        assert page.evaluate(FAILED_FONTS) == 2
        # While fonts load, or if they never do, fallback fonts are shown at once.
        assert page.evaluate(SWAPPED_FONTS) == 2
        painted = page.locator("h1").screenshot()
        page.evaluate(RESTYLE, "h1, h1 * { color: transparent !important; }")
        if painted == page.locator("h1").screenshot():
            found.append(f"{state.name}: the heading is not seen")
        page.evaluate(RESTYLE, "")
        found += [f"{state.name}: {fault}" for faults in layout(page).values() for fault in faults]
    context.close()
    assert not found, "\n".join(found)


def slow_phone(page: Page) -> None:
    """A phone with a quarter of this machine's speed, on the developer tools' slow 3G."""
    page.set_default_timeout(PATIENCE)
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    wire.send("Network.enable")
    wire.send("Network.emulateNetworkConditions", SLOW_3G)


def test_the_first_question_works_on_a_slow_phone(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    slow_phone(page)
    page.goto(WORDS["da"]["home"])
    follow(page, "#main .way-in >> nth=0")
    follow(page, "#main a.button")
    asked = page.locator("h1").inner_text()
    answer(page, ASKED[0])
    expect(page.locator("h1")).not_to_have_text(asked, timeout=PATIENCE)
    expect(page.locator("#main form .button-primary")).to_be_visible()


def test_the_income_page_updates_while_typing_on_a_slow_phone(open_page: OpenPage) -> None:
    page = open_page("about:blank")
    slow_phone(page)
    page.goto(WORDS["da"]["income"])
    address = page.url
    fill_official_example(page)
    total = WORDS["da"]["total_less_atp"].replace(" ", "\u00a0")
    expect(page.locator("[data-result]")).to_have_text(total, timeout=PATIENCE)
    assert page.url == address
