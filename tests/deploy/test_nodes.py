"""Two nodes that share only the key: no response is lost, whatever happens to one of them."""

import asyncio
from collections.abc import Coroutine
from concurrent.futures import ThreadPoolExecutor
from http import HTTPStatus
from pathlib import Path
from typing import Any

import pytest
from django.conf import LazySettings
from django.utils.timezone import localdate

from tests.deploy.cluster import KEY, NEXT_KEY, PATIENCE_SECONDS, ROOT, cluster, get
from tests.load.happenings import ROTATION, happenings, roll
from tests.load.logs import found_in
from tests.load.release import next_release, script_of
from tests.load.rolling import roll_there_and_back
from tests.load.visits import visit
from tests.load.walking import Course, Seen, walk_all

pytestmark = pytest.mark.haproxy

VISITORS = 30


@pytest.fixture(autouse=True)
def keys_of_the_nodes(settings: LazySettings) -> None:
    """Test visitors decrypt their cookies, which real ones can't, to see that nothing is missing."""
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = NEXT_KEY, [KEY]


def run_on_a_thread(work: Coroutine[Any, Any, Any]) -> Any:
    """Run it on a thread of its own: in a run of all tests Playwright may hold a loop on this one."""
    with ThreadPoolExecutor(1) as apart:
        return apart.submit(asyncio.run, work).result()


@pytest.fixture(scope="session")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return next_release(tmp_path_factory.mktemp("release"), keep_former_files=False)


def test_nothing_is_lost_when_a_node_dies_the_key_is_rotated_and_a_release_is_rolled(
    tmp_path: Path, release: Path
) -> None:
    visits = [visit(number, localdate()) for number in range(VISITORS)]
    seen = Seen()
    with cluster(tmp_path, on_test_day=True) as (a, b, proxy):
        course = Course(sum(one.pages for one in visits), happenings((a, b), proxy, release), seen)

        async def run() -> None:
            await asyncio.gather(course.run(), walk_all(proxy.url, visits, VISITORS, seen, course))

        run_on_a_thread(run())
        assert proxy.served_by("a") > VISITORS
        assert proxy.served_by("b") > VISITORS
        logs, ports = list(tmp_path.glob("*.log")), (a.port, b.port, proxy.port, proxy.metrics_port)
    assert len(course.happened) == 5
    assert seen.lost == []
    assert seen.finished == VISITORS
    assert seen.reflected == 0
    # Only a response that the killed node was sending can be cut off: all else is retried on the other node.
    assert seen.server_errors == 0
    assert sum(seen.broken.values()) <= VISITORS
    assert len(logs) == 3
    typed = set().union(*(one.typed for one in visits))
    assert not +found_in(logs, typed, ports)


def test_the_search_of_the_logs_finds_what_must_not_be_there(tmp_path: Path) -> None:
    log = tmp_path / "node.log"
    log.write_text('12,34 / 187.65 /?a=1 zqmark session="gAAAAA" Traceback from 127.0.0.1:40000 at 127.0.0.1:8000\n')
    found = found_in([log], {"12.34", "187,65", "1.23"}, [8000])
    assert found == {
        "answers": 2, "query strings": 1, "input": 1, "cookies": 2, "stack traces": 1, "addresses": 1
    }  # fmt: skip


def test_a_release_that_asks_and_knows_more_is_rolled_out_and_back_and_nothing_is_lost(tmp_path: Path) -> None:
    (newer := tmp_path / "newer").mkdir()
    with_news = next_release(newer, keep_former_files=True, with_news=True)
    with cluster(tmp_path, on_test_day=True) as (a, b, proxy):
        rolled = run_on_a_thread(roll_there_and_back((a, b), proxy, with_news, travellers=6))
    assert rolled.seen.lost == []
    assert rolled.server_errors == 0
    assert rolled.given.keys() >= {"answers to the new question", "new fields", "months with new rates"}
    assert min(rolled.given.values()) > 0
    # An answer may be sent when the question is gone for good, and is refused for no other reason.
    assert rolled.refused.keys() <= {"404 from the new question"}
    assert sum(rolled.refused.values()) <= 6


def test_during_a_key_rotation_each_node_opens_cookies_of_the_other(tmp_path: Path) -> None:
    visits = [visit(number, localdate()) for number in (1, 2, 5)]
    with cluster(tmp_path, on_test_day=True) as (a, b, proxy):
        for (_, first), (_, second) in ((("", {}), ROTATION[0]), ROTATION):
            a.restart(**second)
            b.restart(**first)
            proxy.wait_up("a", "b")
            before = proxy.served_by("a"), proxy.served_by("b")
            seen = run_on_a_thread(walk_all(proxy.url, visits, 1, Seen()))
            assert (seen.lost, seen.finished, seen.server_errors) == ([], len(visits), 0)
            assert proxy.served_by("a") > before[0]
            assert proxy.served_by("b") > before[1]


def test_a_new_key_without_the_former_one_loses_answers_and_is_detected(tmp_path: Path) -> None:
    visits = [visit(1, localdate())]
    with cluster(tmp_path, on_test_day=True) as (a, _, proxy):
        a.restart(SECRET_KEY=NEXT_KEY)
        proxy.wait_up("a")
        seen = run_on_a_thread(walk_all(proxy.url, visits, 1, Seen()))
    assert seen.lost
    assert seen.server_errors == 0


def test_pages_of_the_former_release_find_their_files_during_and_after_a_rollout(tmp_path: Path, release: Path) -> None:
    old, new = script_of(ROOT), script_of(release)
    assert old != new
    with cluster(tmp_path, on_test_day=True) as (a, b, proxy):
        b.root = release
        b.restart()
        proxy.wait_up("b")
        # The new node has only its own files, and the old one never had the new ones.
        assert get(b.port, old)[0] == get(a.port, new)[0] == HTTPStatus.NOT_FOUND
        for script in (old, new):
            assert {get(proxy.port, script)[0] for _ in range(6)} == {HTTPStatus.OK}
        # Then the former files are put beside the new ones, and the old node may go too.
        former = ROOT / old.replace("/static/", "fleksjob_site/static/")
        kept = release / "fleksjob_site" / "static" / former.name
        kept.write_bytes(former.read_bytes())
        a.root = release
        try:
            roll((a, b), proxy)
            for script in (old, new):
                assert {get(proxy.port, script)[0] for _ in range(4)} == {HTTPStatus.OK}
        finally:
            kept.unlink()


def test_a_node_that_is_not_ready_gets_no_requests(tmp_path: Path, release: Path) -> None:
    manifest = release / "fleksjob_site" / "static" / "staticfiles.json"
    whole = manifest.read_text("utf-8")
    with cluster(tmp_path, on_test_day=True) as (a, _, proxy):
        a.stop()
        try:
            manifest.write_text('{"paths": {}, "version": "1.1", "hash": ""}', "utf-8")
            a.root = release
            a.start()
            assert a.process
            a.process.wait(PATIENCE_SECONDS)
            assert "The site can't start. " in a.log.read_text()
            proxy.wait_down("a")
            assert {get(proxy.port, "/")[0] for _ in range(6)} == {HTTPStatus.OK}
        finally:
            manifest.write_text(whole, "utf-8")
