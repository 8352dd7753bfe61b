"""The site in its own server on a free port, with access to its worker process."""

import http.client
import os
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import psutil
from django.conf import settings

from tests.deploy.cluster import GRANIAN, GRANIAN_OPTIONS, free_port

LONGEST_START_SECONDS = 60


@dataclass(frozen=True)
class Server:
    """A server that answers; `start_seconds` is from its command to its first answer."""

    url: str
    main: psutil.Process
    start_seconds: float

    @property
    def worker(self) -> psutil.Process:
        """The process that serves requests: the child of the main process with the application."""
        return max(self.main.children(), key=lambda child: child.memory_info().rss)

    def memory(self) -> float:
        """The memory of the worker, in MB."""
        return float(self.worker.memory_info().rss) / 1024**2

    def processor_seconds(self) -> float:
        """The CPU time of the server and its workers since they started."""
        return processor_seconds(self.main)


def processor_seconds(main: psutil.Process) -> float:
    """The CPU time of a process and of those that it has started."""
    times = [process.cpu_times() for process in (main, *main.children(recursive=True))]
    return float(sum(used.user + used.system for used in times))


@contextmanager
def served(
    settings_module: str = "fleksjob_site.settings", application: str = "fleksjob_site.asgi:application", **options: str
) -> Iterator[Server]:
    """The production configuration with one worker; `options` go before those of the site."""
    port = free_port()
    environment = {
        **os.environ,
        **GRANIAN_OPTIONS,
        "GRANIAN_WORKERS": "1",
        # The key that seals the cookies of the benchmark's visitors.
        "SECRET_KEY": settings.SECRET_KEY,
        "HTTPS": "0",
        "ALLOWED_HOSTS": "127.0.0.1",
        "DJANGO_SETTINGS_MODULE": settings_module,
        **options,
    }
    with running([GRANIAN, "--host", "127.0.0.1", "--port", str(port), application], environment, port) as server:
        yield server


@contextmanager
def running(command: Sequence[str | Path], environment: dict[str, str], port: int) -> Iterator[Server]:
    """Any server, from its first answer until it has ended."""
    began = time.perf_counter()
    server = subprocess.Popen(command, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_for_an_answer(port)
        yield Server(f"http://127.0.0.1:{port}", psutil.Process(server.pid), time.perf_counter() - began)
    finally:
        server.terminate()
        server.wait(10)


def _wait_for_an_answer(port: int) -> None:
    until = time.monotonic() + LONGEST_START_SECONDS
    while True:
        asking = http.client.HTTPConnection("127.0.0.1", port, timeout=LONGEST_START_SECONDS)
        try:
            asking.request("GET", "/")
            asking.getresponse().read()
            return
        except OSError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        finally:
            asking.close()
