"""Real nodes behind a real HAProxy on loopback, as fleksjob_site/deploy/ sets them up."""

import http.client
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path

import time_machine

ROOT = Path(__file__).resolve().parents[2]
DEPLOY = ROOT / "fleksjob_site" / "deploy"
GRANIAN = Path(sys.executable).with_name("granian")
_LINES = (DEPLOY / "granian.env").read_text("utf-8").splitlines()
GRANIAN_OPTIONS = dict(line.split("=", 1) for line in _LINES if not line.startswith("#"))
"""Environment variables with which every server of the site runs."""
# Debian keeps it where only root's PATH leads.
HAPROXY = shutil.which("haproxy", path=os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/sbin"]))
MISSING = "No HAProxy found. On Debian: apt-get install haproxy"

KEY = "the first key of the tests on loopback that guards nothing"
NEXT_KEY = "the second key of the tests on loopback that guards nothing"

PATIENCE_SECONDS = 180
"""Timeout of the tests in seconds; not a measurement."""


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


def get(port: int, path: str, **headers: str) -> tuple[int, dict[str, str], str]:
    """Status, headers by their names in lower case, and body of one request."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=PATIENCE_SECONDS)
    try:
        connection.request("GET", path, headers={name.replace("_", "-"): value for name, value in headers.items()})
        answer = connection.getresponse()
        body = answer.read().decode()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, body
    finally:
        connection.close()


def wait_until(what: str, holds: object) -> None:
    """Wait until a function returns True; an error counts as False."""
    start = time.perf_counter()
    while time.perf_counter() - start < PATIENCE_SECONDS:
        try:
            if holds():  # type: ignore[operator]
                return
        except (OSError, http.client.HTTPException):
            pass
        time.sleep(0.1)
    raise AssertionError(f"{what}: not within {PATIENCE_SECONDS} seconds")


@dataclass
class Node:
    """One node: a granian process on its own port, with all output in one file."""

    log: Path
    environment: dict[str, str] = field(default_factory=dict)
    errors: Path | None = None
    """Where standard error goes, which is where the site writes; otherwise to the log, beside granian's own lines."""
    root: Path = ROOT
    application: str = "fleksjob_site.asgi:application"
    port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    def start(self, **environment: str) -> None:
        """Start with the environment it has, changed by what is given; `wait` for it apart."""
        self.environment |= environment
        usual = {
            "SECRET_KEY": KEY,
            "HTTPS": "0",
            "ALLOWED_HOSTS": "127.0.0.1,site.example",
            "PYTHONPATH": f"{self.root}:{ROOT}",
        }
        passed = {name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")}
        command = [GRANIAN, "--host", "127.0.0.1", "--port", str(self.port), self.application]
        with self.log.open("ab") as log, (self.errors or self.log).open("ab") as errors:
            # A process group of its own, so that a kill ends granian's worker too, like the failure of a machine.
            whole = passed | GRANIAN_OPTIONS | usual | self.environment
            self.process = subprocess.Popen(
                command, cwd=self.root, env=whole, stdout=log, stderr=errors, start_new_session=True
            )

    def ready(self) -> bool:
        assert self.process
        assert self.process.poll() is None, self.log.read_text()
        return get(self.port, "/readyz")[0] == http.HTTPStatus.OK

    def wait(self) -> None:
        wait_until(f"{self.log.stem} is ready", self.ready)

    def stop(self) -> None:
        """Stop like systemd: let it finish open requests."""
        self._end(signal.SIGTERM)

    def kill(self) -> None:
        """Kill at once, in the middle of open requests."""
        self._end(signal.SIGKILL)

    def _end(self, how: signal.Signals) -> None:
        if self.process and self.process.poll() is None:
            if how is signal.SIGKILL:
                os.killpg(self.process.pid, how)
            else:
                self.process.send_signal(how)
            try:
                self.process.wait(PATIENCE_SECONDS)
            finally:
                # No process outlives its test.
                if self.process.poll() is None:
                    os.killpg(self.process.pid, signal.SIGKILL)
                    self.process.wait()

    def restart(self, **environment: str) -> None:
        self.stop()
        self.start(**environment)
        self.wait()


@dataclass
class Proxy:
    """HAProxy with the deployed configuration, in front of two nodes."""

    log: Path
    nodes: tuple[Node, Node]
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    metrics_port: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        assert HAPROXY, MISSING
        settings = {
            "FLEKSJOB_TRY_OUT": "1",
            "FLEKSJOB_BIND_HTTP": f"127.0.0.1:{self.port}",
            "FLEKSJOB_METRICS": f"127.0.0.1:{self.metrics_port}",
            "FLEKSJOB_ERROR_PAGES": str(DEPLOY / "error_pages"),
            "FLEKSJOB_NODE_A": f"127.0.0.1:{self.nodes[0].port}",
            "FLEKSJOB_NODE_B": f"127.0.0.1:{self.nodes[1].port}",
            # All visitors of a test come from one address.
            "FLEKSJOB_MOST_REQUESTS": "1000000",
            "FLEKSJOB_MOST_OPEN": "1000000",
            "FLEKSJOB_MAXCONN": "1000",
        }
        with self.log.open("ab") as log:
            self.process = subprocess.Popen(
                [HAPROXY, "-db", "-f", DEPLOY / "haproxy.cfg"],
                env=settings | self.environment, stdout=log, stderr=log, start_new_session=True,
            )  # fmt: skip
        wait_until("HAProxy answers", lambda: get(self.metrics_port, "/metrics")[0] == http.HTTPStatus.OK)

    def stop(self) -> None:
        if self.process and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(PATIENCE_SECONDS)

    def metrics(self, scope: str = "*") -> dict[str, float]:
        """The metrics of the exporter, by the name and labels of each series."""
        text = get(self.metrics_port, f"/metrics?scope={scope}")[2]
        return {name: float(value) for name, value in re.findall(r"^(haproxy_\S+(?: \S+)*?) (\S+)$", text, re.M)}

    def is_up(self, server: str) -> bool:
        return self.metrics("server")[f'haproxy_server_status{{proxy="nodes",server="{server}",state="UP"}}'] == 1

    def wait_up(self, *servers: str) -> None:
        wait_until(f"{servers} are up", lambda: all(self.is_up(server) for server in servers))

    def wait_down(self, server: str) -> None:
        wait_until(f"{server} is down", lambda: not self.is_up(server))

    def served_by(self, server: str) -> float:
        """How many requests a node has answered so far."""
        series = (f'haproxy_server_http_responses_total{{proxy="nodes",server="{server}",code="{code}"}}'
                  for code in ("2xx", "3xx", "4xx"))  # fmt: skip
        told = self.metrics("server")
        return sum(told[one] for one in series)

    def retried(self) -> float:
        told = self.metrics("backend")
        return sum(
            told[f'haproxy_backend_retry_warnings_total{{proxy="{name}"}}']
            + told[f'haproxy_backend_redispatch_warnings_total{{proxy="{name}"}}']
            for name in ("nodes", "api", "questions", "static")
        )


@contextmanager
def cluster(folder: Path, *, on_test_day: bool = False, **settings: str) -> Iterator[tuple[Node, Node, Proxy]]:
    """Two nodes that share nothing but SECRET_KEY, and the proxy before them, all up; their logs lie in `folder`.

    `settings` are for all of them; nodes and proxy read different names. `on_test_day` lets the nodes' clocks go as the
    clock of this process does, which in a test stands on a fixed day.
    """
    nodes = Node(folder / "node-a.log", dict(settings)), Node(folder / "node-b.log", dict(settings))
    if on_test_day:
        for node in nodes:
            node.application = "tests.deploy.clock:application"
            node.environment["CLOCK_AHEAD_SECONDS"] = str(time.time() - time_machine.escape_hatch.time.time())
    proxy = Proxy(folder / "proxy.log", nodes, settings)
    with ExitStack() as stack:
        for node in nodes:
            stack.callback(node.stop)
            node.start()
        for node in nodes:
            node.wait()
        stack.callback(proxy.stop)
        proxy.start()
        proxy.wait_up("a", "b")
        yield *nodes, proxy
