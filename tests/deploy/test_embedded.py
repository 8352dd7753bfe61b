"""The calculators that other websites show in frames: limits of their own at the deployed HAProxy."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from django.urls import reverse
from django.utils.translation import override

from tests.deploy.cluster import get, wait_until
from tests.deploy.echo import post, proxied

pytestmark = pytest.mark.haproxy


def embedded_places() -> list[str]:
    """What other websites load: the calculators in each language, and the script."""
    found = [reverse("embed-script")]
    for language in ("da", "en"):
        with override(language):
            found += [reverse("embed-income"), reverse("embed-payout")]
    return found


def test_calculators_in_frames_have_a_limit_of_their_own_that_does_not_affect_pages(tmp_path: Path) -> None:
    places = embedded_places()
    with proxied(tmp_path, FLEKSJOB_MOST_EMBEDDED=str(len(places))) as (_, _, proxy):
        assert [get(proxy.port, place)[0] for place in places] == [200] * len(places)
        assert [get(proxy.port, place)[0] for place in places] == [429] * len(places)
        assert post(proxy.port, places[-1], b"wage=1").startswith(b"HTTP/1.1 429")
        assert (
            get(proxy.port, "/")[0] == get(proxy.port, "/indkomst/")[0] == get(proxy.port, "/letter/da.pdf")[0] == 200
        )


def test_eight_frames_at_most_reach_a_node_and_pages_do_not_wait_behind_them(tmp_path: Path) -> None:
    places = embedded_places()
    with proxied(tmp_path) as (a, b, proxy), ThreadPoolExecutor(21) as visitors:
        for node in (a, b):
            node.may_answer.clear()
        frames = [visitors.submit(get, proxy.port, places[number % len(places)]) for number in range(20)]
        wait_until("each node has eight", lambda: len(a.requests) == len(b.requests) == 8)
        page = visitors.submit(get, proxy.port, "/")
        wait_until("a page gets through", lambda: any(path == "/" for _, path, *_ in a.requests + b.requests))
        for node in (a, b):
            node.may_answer.set()
        assert {done.result()[0] for done in (*frames, page)} == {200}
