"""A website on another origin, which shows a calculator in a frame with the code to copy."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

from playwright.sync_api import BrowserContext, Page

from fleksjob_site.embed.script import INTEGRITY

PAGE = """<!doctype html><html lang="{language}"><meta charset="utf-8"><title>A municipality</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<h1>A municipality</h1>
<div data-fleksjob="{calculator}" data-language="{language}"><a href="{site}/">The calculator</a></div>
<script src="{site}/embed.v1.js" integrity="{integrity}" crossorigin="anonymous" async></script>
<p id="after">After the frame</p>"""


@contextmanager
def other_site(site: str, calculator: str, language: str, *, integrity: str = INTEGRITY) -> Iterator[str]:
    """The address of a page on localhost; to a browser that is another site than 127.0.0.1."""
    body = PAGE.format(site=site, calculator=calculator, language=language, integrity=integrity).encode()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.send_response(200 if self.path == "/" else 404)
            self.send_header("Content-Type", "text/html; charset=utf-8")
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, format: str, *args: object) -> None:
            """Ignored."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True).start()
    try:
        yield f"http://localhost:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def block_third_party_cookies(context: BrowserContext, page: Page) -> None:
    """As browsers do by default, or when somebody asks for it."""
    session = context.new_cdp_session(page)
    session.send("Network.enable")
    restrict = ("enableThirdPartyCookieRestriction", "disableThirdPartyCookieMetadata",
                "disableThirdPartyCookieHeuristics")  # fmt: skip
    session.send("Network.setCookieControls", dict.fromkeys(restrict, True))


# With all cookies blocked there is no storage either, and asking for it is an error.
NO_STORAGE = """for (const name of ["localStorage", "sessionStorage"])
  Object.defineProperty(window, name, { get() { throw new DOMException("Access is denied.", "SecurityError"); } });
Object.defineProperty(document, "cookie", { get: () => "", set() {} });
Object.defineProperty(navigator, "cookieEnabled", { get: () => false });"""


def block_all_cookies(context: BrowserContext, page: Page) -> None:
    """As a strict setting of a browser does."""
    block_third_party_cookies(context, page)
    context.add_init_script(NO_STORAGE)
