"""HAProxy's own errors under /api/: JSON for programs, with the codes and the form of the API's other errors."""

import json
import re
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from tests.deploy.cluster import DEPLOY, get, wait_until
from tests.deploy.echo import post, proxied, send

CALL = "/api/v1/income"


def error_page(status: int) -> tuple[bytes, bytes]:
    head, body = (DEPLOY / "error_pages" / f"api-{status}.http").read_bytes().split(b"\r\n\r\n", 1)
    return head, body


def refused(answer: bytes) -> tuple[int, str, Any]:
    """Status, type and error of a whole answer."""
    head, body = answer.split(b"\r\n\r\n", 1)
    (error,) = json.loads(body)["errors"]
    kind = re.search(rb"(?im)^content-type: (\S+);", head)
    assert kind
    return int(head.split()[1]), kind[1].decode(), error


@pytest.mark.haproxy
def test_too_many_requests_get_an_error_that_a_program_can_read(tmp_path: Path) -> None:
    with proxied(tmp_path, FLEKSJOB_MOST_REQUESTS="3") as (_, _, proxy):
        answers = [get(proxy.port, CALL) for _ in range(8)]
        page = get(proxy.port, "/")
    status, headers, body = answers[-1]
    assert (status, headers["retry-after"], headers["access-control-allow-origin"]) == (429, "10", "*")
    assert json.loads(body)["errors"][0]["code"] == "too-many-requests"
    assert (page[0], page[1]["content-type"]) == (429, "text/html; charset=utf-8")


@pytest.mark.haproxy
def test_a_body_that_is_too_long_or_of_no_known_length_gets_one_too(tmp_path: Path) -> None:
    head = b"POST %b HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\nConnection: close\r\n\r\n" % CALL.encode()
    with proxied(tmp_path) as (a, b, proxy):
        status, kind, error = refused(post(proxy.port, CALL, b"x" * 65537))
        assert (status, kind, error["code"]) == (413, "application/json", "too-large")
        status, kind, error = refused(send(proxy.port, head + b"1\r\nx\r\n0\r\n\r\n"))
        assert (status, kind, error["code"]) == (400, "application/json", "bad-request")
    assert a.requests == b.requests == []


@pytest.mark.haproxy
def test_with_no_node_left_a_program_is_told_so_in_json(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.hangs_up = b.hangs_up = True
        status, kind, error = refused(post(proxy.port, CALL, b"{}"))
        page = get(proxy.port, "/")
    assert (status, kind, error["code"]) == (503, "application/json", "unavailable")
    assert page[1]["content-type"].startswith("text/html")


@pytest.mark.haproxy
def test_a_call_that_a_node_let_fall_is_sent_to_the_other_one(tmp_path: Path) -> None:
    with proxied(tmp_path) as (a, b, proxy):
        a.hangs_up = True
        assert {post(proxy.port, CALL, b"{}")[:12] for _ in range(4)} == {b"HTTP/1.1 200"}
    assert [body for *_, body in b.requests] == [b"{}"] * 4


@pytest.mark.haproxy
@pytest.mark.parametrize(("call", "setting"), [("batch", "FLEKSJOB_MOST_BATCHES"), ("letter", "FLEKSJOB_MOST_LETTERS")])
def test_a_call_that_costs_more_has_a_limit_of_its_own(tmp_path: Path, call: str, setting: str) -> None:
    with proxied(tmp_path, **{setting: "3"}) as (a, b, proxy):
        answers = [post(proxy.port, f"/api/v1/{call}", b"{}") for _ in range(6)]
        assert [answer[:12] for answer in answers[:3]] == [b"HTTP/1.1 200"] * 3
        for answer in answers[3:]:
            status, kind, error = refused(answer)
            assert (status, kind, error["code"]) == (429, "application/json", "too-many-requests")
        # Neither counts for another call.
        assert post(proxy.port, CALL, b"{}")[:12] == b"HTTP/1.1 200"
    assert len(a.requests) + len(b.requests) == 4


@pytest.mark.haproxy
def test_letters_of_programs_reach_a_node_one_at_a_time_and_say_in_json_that_none_answers(tmp_path: Path) -> None:
    path = "/api/v1/letter"
    with proxied(tmp_path) as (a, b, proxy), ThreadPoolExecutor(5) as programs:
        for node in (a, b):
            node.may_answer.clear()
        letters = [programs.submit(post, proxy.port, path, b"{}") for _ in range(4)]
        queued = [f'haproxy_server_current_queue{{proxy="api_letters",server="{server}"}}' for server in "ab"]
        wait_until("two of them wait at the proxy", lambda: sum(proxy.metrics()[name] for name in queued) == 2)
        wait_until("each node has one", lambda: len(a.requests) == len(b.requests) == 1)
        for node in (a, b):
            node.may_answer.set()
        assert {done.result()[:12] for done in letters} == {b"HTTP/1.1 200"}
        a.hangs_up = b.hangs_up = True
        status, kind, error = refused(post(proxy.port, path, b"{}"))
    assert (status, kind, error["code"]) == (503, "application/json", "unavailable")


@pytest.mark.parametrize("status", [400, 413, 429, 503])
def test_the_error_of_the_balancer_says_its_own_length_and_has_every_field(status: int) -> None:
    head, body = error_page(status)
    length = re.search(rb"Content-Length: (\d+)", head)
    assert length
    assert int(length[1]) == len(body)
    (error,) = json.loads(body)["errors"]
    assert set(error) == {"field", "code", "message", "allowed", "limits"}
    assert ("30 kB" in error["allowed"]) == (status == 413)


@pytest.mark.parametrize("status", [429, 503])
def test_the_description_shows_what_the_balancer_says(status: int) -> None:
    calls = Client().get("/api/v1/openapi.json").json()["paths"].values()
    for call in (call for methods in calls for call in methods.values()):
        content = call["responses"][str(status)]["content"]["application/json"]
        assert content["example"] == json.loads(error_page(status)[1])
