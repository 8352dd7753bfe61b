"""Tests that need HAProxy are skipped by name where there is none, unless REQUIRE_HAPROXY is set."""

import os

import pytest

from tests.deploy.cluster import HAPROXY, MISSING


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if item.get_closest_marker("haproxy") and not HAPROXY and not os.environ.get("REQUIRE_HAPROXY"):
            item.add_marker(pytest.mark.skip(reason=f"{item.name}: {MISSING}"))
