"""The server as a program starts it: one process for each transport, and a client of the package `mcp`."""

import os
import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from mcp import Client, StdioServerParameters
from mcp.client.stdio import stdio_client

from tests.deploy.cluster import free_port, get, wait_until

ROOT = Path(__file__).resolve().parents[2]
KEY = "a key for the server of the tests that guards nothing"
HOST = "site.example"
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "LANG", "TMPDIR")},
    "SECRET_KEY": KEY,
    "HTTPS": "0",
    "ALLOWED_HOSTS": f"127.0.0.1,localhost,{HOST}",
}
MANAGE = [str(ROOT / "manage.py"), "mcp"]


@asynccontextmanager
async def over_stdio(errors: Path) -> AsyncIterator[Client]:
    started = StdioServerParameters(command=sys.executable, args=MANAGE, env=ENVIRONMENT, cwd=ROOT)
    with errors.open("w") as log:
        async with Client(stdio_client(started, errlog=log)) as client:
            yield client


@asynccontextmanager
async def over_http(errors: Path) -> AsyncIterator[Client]:
    port = free_port()
    process = start_http(port, errors)
    try:
        async with Client(f"http://127.0.0.1:{port}/mcp") as client:
            yield client
    finally:
        process.terminate()
        process.wait(30)


def start_http(port: int, errors: Path) -> "subprocess.Popen[bytes]":
    """A server over HTTP that answers already."""
    with errors.open("wb") as log:
        command = [sys.executable, *MANAGE, "--http", f"127.0.0.1:{port}"]
        process = subprocess.Popen(command, cwd=ROOT, env=ENVIRONMENT, stdout=log, stderr=log)
    wait_until("the server answers", lambda: process.poll() is None and get(port, "/nothing")[0] == 404)
    return process


TRANSPORTS = {"stdio": over_stdio, "http": over_http}
