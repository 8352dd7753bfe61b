"""What an operator relies on: metrics, a worker that restarts, and a log that never blocks."""

import json
import os
import signal
import subprocess
from pathlib import Path

import psutil
import pytest

from tests.deploy.cluster import Node, cluster, free_port, get, wait_until

WAGE = "17123"


@pytest.fixture
def node(tmp_path: Path) -> Node:
    return Node(tmp_path / "node.log")


def test_metrics_have_a_port_of_their_own_and_hold_no_visitor_data(node: Node) -> None:
    port = free_port()
    node.start(METRICS=f"127.0.0.1:{port}")
    try:
        node.wait()
        wait_until("the numbers are there", lambda: get(port, "/metrics")[0] == 200)
        assert get(node.port, f"/en/income/?wage={WAGE}")[0] == 200
        assert get(node.port, f"/nowhere-{WAGE}/")[0] == 404
        assert get(node.port, "/metrics")[0] == 404
        told = get(port, "/metrics")[2]
    finally:
        node.stop()
    assert 'fleksjob_requests_total{page="income",status="200"} 1.0' in told
    assert 'fleksjob_requests_total{page="none",status="404"} 2.0' in told
    assert 'fleksjob_request_seconds_count{page="income"} 1.0' in told
    for name in ("fleksjob_letters 0.0", "fleksjob_letters_refused_total", "fleksjob_rates_until_seconds"):
        assert name in told
    assert WAGE not in told


def test_a_killed_worker_is_restarted(node: Node) -> None:
    node.start()
    try:
        node.wait()
        assert node.process
        (worker,) = psutil.Process(node.process.pid).children()
        os.kill(worker.pid, signal.SIGKILL)
        worker.wait(60)
        node.wait()
    finally:
        node.stop()


def test_a_log_that_nobody_reads_any_more_delays_no_page(node: Node, tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    # It keeps the pipe open and reads nothing.
    reader = subprocess.Popen(["sleep", "600"], stdin=os.open(pipe, os.O_RDONLY | os.O_NONBLOCK))
    node.errors = pipe
    try:
        node.start()
        node.wait()
        # More lines than a pipe holds, which is 64 kB.
        for number in range(500):
            assert get(node.port, f"/nowhere/{number}/")[0] == 404
        assert get(node.port, "/en/income/")[0] == 200
    finally:
        node.stop()
        reader.kill()
        reader.wait()


def test_a_rejected_request_is_not_logged_as_a_warning(node: Node, tmp_path: Path) -> None:
    node.errors = tmp_path / "errors.log"
    node.start()
    try:
        node.wait()
        assert get(node.port, "/nowhere/")[0] == 404
        assert get(node.port, "/", Host="elsewhere.example")[0] == 400
    finally:
        node.stop()
    lines = [json.loads(line) for line in node.errors.read_text().splitlines()]
    refused = [line["level"] for line in lines if line.get("status") in (400, 404)]
    assert refused
    assert set(refused) == {"INFO"}


@pytest.mark.haproxy
def test_the_proxy_tells_a_node_the_time(tmp_path: Path) -> None:
    # The nodes' clocks stand on the day of the test, the proxy's does not.
    with cluster(tmp_path, on_test_day=True) as (a, _, _):
        wait_until("it is told", lambda: "differ by more than a minute" in a.log.read_text())
