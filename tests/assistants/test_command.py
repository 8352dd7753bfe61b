"""`manage.py mcp`: who may reach it over HTTP, how much it takes, and what it needs."""

import http.client
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path

import grimp
import pytest
from django.core.management import CommandError, call_command

from fleksjob_site.assistants.tools import TOOLS, Refused
from tests.assistants.serving import ENVIRONMENT, HOST, ROOT, start_http
from tests.deploy.cluster import free_port

LIST = json.dumps({"jsonrpc": "2.0", "id": 1, "method": "tools/list"})
HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    port = free_port()
    process = start_http(port, tmp_path_factory.mktemp("mcp") / "errors.txt")
    yield port
    process.terminate()
    process.wait(30)


def status(port: int, body: str = LIST, **headers: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
    try:
        connection.request("POST", "/mcp", body, HEADERS | {"Host": f"127.0.0.1:{port}"} | headers)
        return connection.getresponse().status
    finally:
        connection.close()


@pytest.mark.parametrize("headers", [{}, {"Origin": "http://localhost:6274"}, {"Host": HOST}, {"Host": f"{HOST}:8443"}])
def test_programs_and_the_named_hosts_are_answered(port: int, headers: dict[str, str]) -> None:
    assert status(port, **headers) == 200
    assert status(port, Origin=f"https://{HOST}", Host=HOST) == 200


@pytest.mark.parametrize("origin", ["https://evil.example", "null", f"http://{HOST}", "http://127.0.0.1.evil.example"])
def test_a_page_of_another_origin_is_refused(port: int, origin: str) -> None:
    assert status(port, Origin=origin) == 403


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", f"evil.{HOST}"])
def test_a_request_for_another_host_is_refused(port: int, host: str) -> None:
    assert status(port, Host=host) == 421


def test_a_body_has_the_limit_of_the_site(port: int) -> None:
    assert status(port, LIST + " " * (64 * 1024)) == 413


def test_it_listens_on_loopback_unless_told_otherwise() -> None:
    from fleksjob_site.management.commands.mcp import DEFAULT_ADDRESS

    assert DEFAULT_ADDRESS[0] == "127.0.0.1"


@pytest.mark.parametrize("address", ["8765", ":8765", "127.0.0.1:", "127.0.0.1:0", "127.0.0.1:65536", "::1", ""])
def test_an_address_that_is_none_is_refused(address: str) -> None:
    with pytest.raises(CommandError, match=re.escape("must be an address and a port such as 127.0.0.1:8765")):
        call_command("mcp", f"--http={address}")


@pytest.mark.parametrize("missing", ["mcp", "uvicorn"])
def test_without_the_packages_it_says_how_to_get_them(missing: str) -> None:
    run = f"import sys; sys.modules[{missing!r}] = None; sys.argv = ['manage.py', 'mcp']; import runpy; runpy.run_path"
    done = subprocess.run(
        [sys.executable, "-c", f"{run}({str(ROOT / 'manage.py')!r}, run_name='__main__')"],
        cwd=ROOT, env=ENVIRONMENT, stdin=subprocess.DEVNULL, capture_output=True, text=True, timeout=60,
    )  # fmt: skip
    assert done.returncode == 1
    assert done.stdout == ""
    assert re.fullmatch(
        rf"CommandError: The package {missing}\S* is not installed. `make mcp` installs it.\n", done.stderr
    )


def test_the_site_runs_without_the_packages_of_the_server() -> None:
    graph = grimp.build_graph("fleksjob_site", include_external_packages=True, cache_dir=None)
    group = {"mcp", "mcp_types", "uvicorn", "starlette", "anyio"}
    importers = {importer for name in group for importer in graph.find_modules_that_directly_import(name)}
    assert importers == {"fleksjob_site.assistants.server"}
    server = graph.find_modules_that_directly_import("fleksjob_site.assistants.server")
    assert server == {"fleksjob_site.management.commands.mcp"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        ({"x": "a" * 70_000}, "too-large"),
        ({"\ud800": 1}, "not-json"),
        ({"hourly_wage": float("nan")}, "not-a-number"),
        ({"hourly_wage": 1e300}, "not-a-number"),
    ],
)
def test_what_no_body_can_hold_is_refused(given: dict[str, object], code: str) -> None:
    with pytest.raises(Refused, match=re.escape(f"({code})")):
        TOOLS["income"].call(given)


def pins(lock: str) -> dict[str, str]:
    return dict(re.findall(r"^([a-z0-9._-]+)==(\S+)", (ROOT / lock).read_text("utf-8"), re.MULTILINE))


def test_the_three_locks_pin_the_same_versions_with_hashes() -> None:
    server, tests, site = "fleksjob_site/assistants/requirements.lock", "tests/requirements.lock", "requirements.lock"
    assert pins(server).items() <= pins(tests).items()
    assert {name: pin for name, pin in pins(server).items() if name in pins(site)}.items() <= pins(site).items()
    groups = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["dependency-groups"]
    assert {re.split("[<>=]", name)[0] for name in groups["mcp"]} <= pins(server).keys()
    text = Path(ROOT / server).read_text("utf-8")
    assert text.count("==") <= text.count("--hash=sha256:")
    assert "://" not in text
