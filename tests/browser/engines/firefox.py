"""Firefox by WebDriver BiDi, which it speaks itself over a WebSocket."""

import base64
import json
import os
import re
import shutil
import subprocess
import tempfile
import time
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from websockets.sync.client import connect

from tests.browser.engines.engine import PATIENCE, Engine, EngineError, Window

PROGRAM = next(filter(None, map(shutil.which, ("firefox-esr", "firefox"))), None)
PREFERENCES: dict[str, bool | int | str] = {
    # Everything but the server on loopback goes to a proxy that isn't there: Firefox calls nobody.
    "network.proxy.type": 1,
    "network.proxy.http": "127.0.0.1",
    "network.proxy.http_port": 9,
    "network.proxy.ssl": "127.0.0.1",
    "network.proxy.ssl_port": 9,
    "app.update.disabledForTesting": True,
    "datareporting.policy.dataSubmissionEnabled": False,
    "messaging-system.rsexperimentloader.enabled": False,
    "services.settings.server": "data:,none",
    "toolkit.startup.max_resumed_crashes": -1,
}
SPECIAL = {"Tab": "\ue004", "Enter": "\ue007", "Space": " ", "Delete": "\ue017", "ArrowDown": "\ue015",
           "Escape": "\ue00c", "Shift": "\ue008", "Control": "\ue009"}  # fmt: skip


def strokes(keys: tuple[str, ...]) -> list[dict[str, str]]:
    """The strokes of keys in WebDriver: "Control+a" holds the first key down."""
    actions: list[dict[str, str]] = []
    for key in keys:
        pressed = [SPECIAL.get(part, part) for part in (key.split("+") if len(key) > 1 else [key])]
        actions += [{"type": "keyDown", "value": value} for value in pressed]
        actions += [{"type": "keyUp", "value": value} for value in reversed(pressed)]
    return actions


class Firefox(Engine):
    name = "firefox"

    def __init__(self, *, scripts: bool, preferences: dict[str, bool | int | str] | None = None) -> None:
        assert PROGRAM
        ends = self._ends = ExitStack()
        profile = ends.enter_context(tempfile.TemporaryDirectory(ignore_cleanup_errors=True))
        wanted = PREFERENCES | {"javascript.enabled": scripts} | (preferences or {})
        lines = (f"user_pref({json.dumps(name)}, {json.dumps(value)});" for name, value in wanted.items())
        Path(profile, "user.js").write_text("\n".join(lines), "utf-8")
        with Path(profile, "log").open("w") as log:
            self._process = subprocess.Popen(
                [PROGRAM, "--headless", "--no-remote", "--profile", profile, "--remote-debugging-port", "0"],
                # A profile and a home of its own: as root it refuses those of others.
                env=os.environ | {"HOME": profile, "MOZ_CRASHREPORTER_DISABLE": "1"},
                stdout=subprocess.DEVNULL,
                stderr=log,
            )
        self._ends.callback(self._end)
        try:
            socket = self._ends.enter_context(connect(f"{self._address(Path(profile, 'log'))}/session", max_size=None))
        except BaseException:
            self._ends.close()
            raise
        self._socket = socket
        self._number = 0
        self.call("session.new", capabilities={})

    def _address(self, log: Path) -> str:
        """Where it listens, as it says itself."""
        ends = time.monotonic() + PATIENCE
        while time.monotonic() < ends and self._process.poll() is None:
            if found := re.search(r"WebDriver BiDi listening on (ws://\S+)", log.read_text("utf-8", "replace")):
                return found[1]
            time.sleep(0.05)
        raise EngineError(f"Firefox does not listen: {log.read_text('utf-8', 'replace')[-600:]}")

    def _end(self) -> None:
        if self._process.poll() is None:
            self._process.terminate()
        self._process.wait(PATIENCE)

    def call(self, method: str, **params: Any) -> Any:
        self._number += 1
        self._socket.send(json.dumps({"id": self._number, "method": method, "params": params}))
        while True:
            answer = json.loads(self._socket.recv(timeout=PATIENCE))
            if answer.get("id") == self._number:
                if answer["type"] == "error":
                    raise EngineError(f"{method}: {answer['error']}: {answer['message']}")
                return answer["result"]

    def window(self) -> "FirefoxWindow":
        return FirefoxWindow(self)

    def quit(self) -> None:
        self._ends.close()


class FirefoxWindow(Window):
    def __init__(self, firefox: Firefox) -> None:
        self._firefox = firefox
        self._user = firefox.call("browser.createUserContext")["userContext"]
        self._context = firefox.call("browsingContext.create", type="tab", userContext=self._user)["context"]

    def _call(self, method: str, **params: Any) -> Any:
        return self._firefox.call(method, context=self._context, **params)

    def open(self, url: str) -> None:
        self._call("browsingContext.navigate", url=url, wait="complete")

    def size(self, width: int, height: int) -> None:
        self._call("browsingContext.setViewport", viewport={"width": width, "height": height})

    def back(self) -> None:
        self._call("browsingContext.traverseHistory", delta=-1)

    def press_mouse(self, selector: str) -> None:
        found = self._call("browsingContext.locateNodes", locator={"type": "css", "value": selector}, maxNodeCount=1)
        if not found["nodes"]:
            raise EngineError(f"nothing to click: {selector}")
        node = {"sharedId": found["nodes"][0]["sharedId"]}
        press = [{"type": "pointerMove", "x": 0, "y": 0, "origin": {"type": "element", "element": node}},
                 {"type": "pointerDown", "button": 0}, {"type": "pointerUp", "button": 0}]  # fmt: skip
        self._call("input.performActions", actions=[{"type": "pointer", "id": "mouse", "actions": press}])

    def keys(self, *keys: str) -> None:
        self._call("input.performActions", actions=[{"type": "key", "id": "keyboard", "actions": strokes(keys)}])

    def evaluate(self, expression: str) -> str:
        # A sandbox runs also where the page's scripts are switched off.
        target = {"context": self._context, "sandbox": "tests"}
        answer = self._firefox.call("script.evaluate", expression=expression, target=target, awaitPromise=True)
        if answer["type"] != "success":
            raise EngineError(answer["exceptionDetails"]["text"])
        return str(answer["result"]["value"])

    def screenshot(self) -> bytes:
        return base64.b64decode(self._call("browsingContext.captureScreenshot")["data"])

    def printed(self) -> bytes:
        """The page on A4 sheets, as PDF."""
        page = {"width": 21.0, "height": 29.7}
        return base64.b64decode(self._call("browsingContext.print", page=page)["data"])

    def close(self) -> None:
        self._firefox.call("browser.removeUserContext", userContext=self._user)
