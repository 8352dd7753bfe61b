"""The benchmarks; `make bench` prints the tables. They assert nothing."""

import os
import platform
import shutil
import sys
from pathlib import Path

import django
from django.utils.timezone import localdate

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "tests.settings")
django.setup()

from tests.bench import batch, browser, growth, in_process, options, rules, server
from tests.bench.peers import engines, web_api

PARTS = {
    "rules": rules.measure,
    "peers": lambda: [*engines.measure(), *web_api.measure()],
    "batch": batch.measure,
    "process": in_process.measure,
    "server": server.measure,
    "options": options.measure,
    "growth": growth.measure,
    "browser": browser.measure,
}


def machine() -> str:
    """The day and what the figures were measured on."""
    lines = Path("/proc/cpuinfo").read_text().splitlines() if Path("/proc/cpuinfo").exists() else []
    model = next(
        (line.partition(":")[2].strip() for line in lines if line.startswith("model name")), platform.machine()
    )
    return f"{localdate()}, {os.cpu_count()} cores of {model}, Python {platform.python_version()}"


if __name__ == "__main__":
    chosen = sys.argv[1:] or list(PARTS)
    if unknown := set(chosen) - set(PARTS):
        sys.exit(f"No such parts: {', '.join(sorted(unknown))}. There are: {', '.join(PARTS)}.")
    if os.environ.get("PEERS") == "0":
        chosen = [part for part in chosen if part != "peers"]
    if {"server", "options", "growth", "peers"} & set(chosen) and not shutil.which("wrk"):
        sys.exit("No wrk found. On Debian: apt-get install wrk")
    print(f"Measured on {machine()}.\n", flush=True)
    for part in chosen:
        for table in PARTS[part]():
            print(table.markdown(), flush=True)
