"""WebKitGTK by its WebDriver, in its own MiniBrowser under a virtual X server."""

import base64
import json
import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.error
import urllib.request
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from tests.browser.engines.engine import PATIENCE, Engine, EngineError, Window
from tests.browser.engines.firefox import strokes

DRIVER, DISPLAY = shutil.which("WebKitWebDriver"), shutil.which("Xvfb")
BROWSER = next((str(path) for path in sorted(Path("/usr/lib").glob("*/webkit2gtk-4.*/MiniBrowser"))), None)
# The toolbar of the window would keep it wider than a phone.
NARROW = "* { min-width: 0; margin: 0; padding: 0; } image { -gtk-icon-transform: scale(0.1); }"
# What Safari had not yet before 17 and before 26.
OLDER = {"popover": "PopoverAttribute", "anchors": "CSSAnchorPositioning"}
# How WebDriver names an element.
ELEMENT = "element-6066-11e4-a52e-4f735466cecf"


class WebKit(Engine):
    name = "webkit"

    def __init__(self, *, scripts: bool, without: tuple[str, ...] = ()) -> None:
        assert DRIVER
        assert DISPLAY
        self._arguments = ["--automation", f"--enable-javascript={str(scripts).lower()}"]
        if without:
            self._arguments.append("--features=" + ",".join(f"-{OLDER[what]}" for what in without))
        self._ends = ExitStack()
        home = self._ends.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        looks = Path(home, ".config/gtk-3.0/gtk.css")
        looks.parent.mkdir(parents=True)
        looks.write_text(NARROW, "utf-8")
        try:
            screen = self._start(DISPLAY, "-displayfd", "1", "-screen", "0", "1400x3200x24", "-nolisten", "tcp")
            assert screen.stdout
            display = f":{screen.stdout.readline().decode().strip()}"
            own = {"DISPLAY": display, "HOME": home, "XDG_CONFIG_HOME": str(looks.parent.parent), "NO_AT_BRIDGE": "1"}
            self._environment = own
            self._start_driver()
        except BaseException:
            self._ends.close()
            raise

    def _start_driver(self) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._url = f"http://127.0.0.1:{port}"
        self._driver = self._start(str(DRIVER), f"--port={port}", environment=self._environment)

    def _start(self, *command: str, environment: dict[str, str] | None = None) -> "subprocess.Popen[bytes]":
        process = subprocess.Popen(
            command,
            env=os.environ | (environment or {}),
            stdout=subprocess.PIPE if environment is None else subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        self._ends.callback(_end, process)
        return process

    def call(self, method: str, path: str, **body: Any) -> Any:
        data = json.dumps(body).encode() if method == "POST" else None
        headers = {"Content-Type": "application/json"}
        request = urllib.request.Request(self._url + path, data, headers, method=method)
        ends = time.monotonic() + PATIENCE
        while True:
            try:
                with urllib.request.urlopen(request, timeout=PATIENCE) as answer:
                    return json.load(answer)["value"]
            except urllib.error.HTTPError as error:
                with error:
                    value = json.load(error)["value"]
                raise EngineError(f"{path}: {value['error']}: {value['message']}") from None
            except urllib.error.URLError as error:
                # The driver has not started to listen yet.
                if not isinstance(error.reason, ConnectionRefusedError) or time.monotonic() > ends:
                    raise
                time.sleep(0.05)

    def window(self) -> "WebKitWindow":
        try:
            return WebKitWindow(self, self._arguments)
        except TimeoutError:
            # The browser sometimes never answers its driver; a new driver starts another.
            _end(self._driver)
            self._start_driver()
            return WebKitWindow(self, self._arguments)

    def quit(self) -> None:
        self._ends.close()


def _end(process: "subprocess.Popen[bytes]") -> None:
    if process.poll() is None:
        process.terminate()
    process.wait(PATIENCE)
    if process.stdout:
        process.stdout.close()


class WebKitWindow(Window):
    def __init__(self, webkit: WebKit, arguments: list[str]) -> None:
        self._webkit = webkit
        options = {"binary": BROWSER, "args": arguments}
        wanted = {"capabilities": {"alwaysMatch": {"webkitgtk:browserOptions": options}}}
        self._path = f"/session/{webkit.call('POST', '/session', **wanted)['sessionId']}"

    def _call(self, method: str, path: str, **body: Any) -> Any:
        return self._webkit.call(method, self._path + path, **body)

    def open(self, url: str) -> None:
        self._call("POST", "/url", url=url)

    def size(self, width: int, height: int) -> None:
        ends = time.monotonic() + PATIENCE
        while self.script("[innerWidth, innerHeight]") != [width, height]:
            if time.monotonic() > ends:
                raise EngineError(f"the window does not take {width} × {height} px")
            # The toolbar takes some of the height, and a page learns of its size a little later.
            toolbar = self.script("outerHeight - innerHeight")
            self._call("POST", "/window/rect", width=width, height=height + toolbar)
            time.sleep(0.05)

    def back(self) -> None:
        self._call("POST", "/back")

    def press_mouse(self, selector: str) -> None:
        found = self._call("POST", "/element", using="css selector", value=selector)[ELEMENT]
        move = {"type": "pointerMove", "duration": 0, "x": 0, "y": 0, "origin": {ELEMENT: found}}
        press = [move, {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]
        self._call("POST", "/actions", actions=[{"type": "pointer", "id": "mouse", "actions": press}])

    def keys(self, *keys: str) -> None:
        self._call("POST", "/actions", actions=[{"type": "key", "id": "keyboard", "actions": strokes(keys)}])

    def evaluate(self, expression: str) -> str:
        return str(self._call("POST", "/execute/sync", script=f"return {expression}", args=[]))

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("GET", "/screenshot"))

    def close(self) -> None:
        self._call("DELETE", "")
