"""Operational faults: a year without rates, a broken rate file, a full disk, slow clients, and TLS at the proxy."""

import http.client
import json
import shutil
import socket
import ssl
import threading
import time
from datetime import datetime
from datetime import time as clock_time
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import time_machine

from salary.law.rates import newest_month_with_rates
from tests.deploy.cluster import ROOT, Node, cluster, get, wait_until
from tests.deploy.echo import certificate, proxied

NEWEST = newest_month_with_rates()
NO_RATES = f"No rates for {NEWEST.plus(months=1)}"
BEFORE_MIDNIGHT = datetime.combine(NEWEST.last_day, clock_time(23, 59, 58), ZoneInfo("Europe/Copenhagen"))

BEGUN = (
    b"POST /en/income/ HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 100\r\n"
    b"Content-Type: application/x-www-form-urlencoded\r\n\r\nx=1"
)
"""A form of which only three bytes have arrived; it has no token and is rejected once complete."""

INCOME = "/en/income/"
QUESTION = "/en/target-group/question/birth-month/"


def test_pages_survive_new_year_without_rates_and_it_is_reported(tmp_path: Path) -> None:
    """The clock of a running node goes from the last year with rates into one without."""
    node = Node(tmp_path / "node.log", application="tests.deploy.clock:application")
    node.environment["CLOCK_AHEAD_SECONDS"] = str(BEFORE_MIDNIGHT.timestamp() - time_machine.escape_hatch.time.time())
    node.start()
    try:
        node.wait()
        # In December the node tells of the missing year already; the page of the month knows when it has come.
        told = "There are no rates for this month yet"
        wait_until("the new year has come", lambda: told in get(node.port, INCOME)[2])
        assert NO_RATES in get(node.port, "/readyz")[2]
        status, _, body = get(node.port, "/readyz")
        assert (status, json.loads(body)["status"]) == (200, "ready")
        assert {get(node.port, page)[0] for page in ("/", "/en/", QUESTION, "/satser/", "/api/v1/rates")} == {200}
        status, _, body = get(node.port, INCOME)
        assert status == 200
        assert told in body
        assert f"January 2013 to {NEWEST.first_day:%B %Y}" in body
    finally:
        node.stop()
    log = node.log.read_text()
    assert NO_RATES in log
    assert "Traceback" not in log


def test_a_broken_rate_file_stops_the_start_and_the_message_names_its_line(tmp_path: Path) -> None:
    for part in ("eligibility", "fleksjob_site", "locale", "salary", "templates"):
        shutil.copytree(ROOT / part, tmp_path / part, ignore=shutil.ignore_patterns("node_modules", "__pycache__"))
    file = tmp_path / "salary" / "law" / "rates" / "2026.toml"
    whole = file.read_text("utf-8").split("\n")
    place = next(number for number, line in enumerate(whole) if line.startswith("amount"))
    for number, broken in enumerate(('amount = "plenty"', "amount = = 1", "amount = -1")):
        file.write_text("\n".join([*whole[:place], broken, *whole[place + 1 :]]), "utf-8")
        node = Node(tmp_path / f"node-{number}.log", root=tmp_path)
        node.start()
        try:
            assert node.process
            node.process.wait(60)
        finally:
            node.stop()
        log = node.log.read_text()
        assert "2026.toml" in log
        assert f"line {place + 1}" in log, log


def test_a_node_keeps_serving_when_its_log_is_full(tmp_path: Path) -> None:
    node = Node(tmp_path / "granian.log", errors=Path("/dev/full"))
    node.start()
    try:
        wait_until("the node is ready", lambda: get(node.port, "/readyz")[0] == 200)
        # Each of these requests is logged.
        for number in range(20):
            assert get(node.port, f"/nowhere/{number}/")[0] == 404
            assert get(node.port, "/", Host="elsewhere.example")[0] == 400
        assert get(node.port, QUESTION)[0] == 200
        assert node.process
        assert node.process.poll() is None
    finally:
        node.stop()


def test_unfinished_bodies_sent_to_a_node_delay_no_page_and_time_out(tmp_path: Path) -> None:
    node = Node(tmp_path / "node.log")
    node.start()
    try:
        node.wait()
        begun = [socket.create_connection(("127.0.0.1", node.port), 60) for _ in range(50)]
        for one in begun:
            one.sendall(BEGUN)
        for page in ("/", INCOME, "/healthz", "/readyz"):
            assert get(node.port, page)[0] == 200
        assert {one.recv(12) for one in begun} == {b"HTTP/1.1 408"}
        for one in begun:
            one.close()
    finally:
        node.stop()


def test_a_node_that_is_stopped_finishes_open_requests(tmp_path: Path) -> None:
    node = Node(tmp_path / "node.log")
    node.start()
    try:
        node.wait()
        with socket.create_connection(("127.0.0.1", node.port), 60) as begun:
            begun.sendall(BEGUN)
            # The request has been accepted if a later one is answered.
            assert get(node.port, "/healthz")[0] == 200
            assert node.process
            node.process.terminate()
            wait_until("it stops", lambda: "Shutting down" in node.log.read_text())
            begun.sendall(b"x" * 97)
            assert begun.recv(12) == b"HTTP/1.1 403"
        assert node.process.wait(60) == 0
    finally:
        node.stop()


@pytest.mark.haproxy
def test_slow_clients_are_disconnected_while_others_are_served(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_HEAD_SECONDS="2s") as (a, b, proxy):
        slow = [socket.create_connection(("127.0.0.1", proxy.port), 30) for _ in range(50)]
        cut = [False] * len(slow)

        def dribble(number: int) -> None:
            try:
                slow[number].sendall(b"POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 999\r\n" + b"\r\n" * (number % 2))
                while True:
                    slow[number].sendall(b"x")
                    time.sleep(0.2)
            except OSError:
                cut[number] = True

        threads = [threading.Thread(target=dribble, args=(number,), daemon=True) for number in range(len(slow))]
        for thread in threads:
            thread.start()
        assert get(proxy.port, "/")[0] == 200
        for thread in threads:
            thread.join(60)
        assert all(cut)
        assert get(proxy.port, "/")[0] == 200
        for one in slow:
            one.close()
    # None of them reached a node.
    assert {path for _, path, *_ in a.requests + b.requests} == {"/"}
    assert len(a.requests + b.requests) == 2


@pytest.mark.haproxy
def test_tls_is_terminated_at_the_proxy_and_the_site_knows_it(tmp_path: Path) -> None:
    secure = certificate(tmp_path)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    settings = {"FLEKSJOB_CERTIFICATE": str(secure), "FLEKSJOB_BIND_HTTPS": f"127.0.0.1:{port}"}
    with cluster(tmp_path, on_test_day=True, HTTPS="1", BEHIND_PROXY="1", **settings) as (_, _, proxy):
        status, headers, _ = get(proxy.port, QUESTION, X_Forwarded_Proto="https")
        assert (status, headers["location"]) == (308, f"https://127.0.0.1:{proxy.port}{QUESTION}")
        # The certificate is made for this test, so that its own file is all there is to trust.
        trust = ssl.create_default_context(cafile=str(secure))
        trust.check_hostname = False
        browser = http.client.HTTPSConnection("127.0.0.1", port, timeout=60, context=trust)
        browser.request("GET", QUESTION)
        answer = browser.getresponse()
        answer.read()
        browser.close()
        # A plain http request on that port is not logged with an IP address either.
        with socket.create_connection(("127.0.0.1", port), 30) as plain:
            plain.sendall(b"GET / HTTP/1.0\r\n\r\n")
            plain.recv(1024)
        wait_until("the handshake is told of", lambda: "handshake" in proxy.log.read_text())
    assert "127.0.0.1:" not in proxy.log.read_text()
    assert answer.status == 200
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-session=")
    assert "Secure" in cookie
    assert "Server" not in answer.headers
