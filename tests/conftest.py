"""What all tests share: a day that stands still enough, and settings that nobody's machine decides."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
import time_machine
from django.core.cache import cache
from hypothesis import settings

from tests.visitor import Visitor

# The same examples on every machine and every run, and no limit on how slow the machine may be.
settings.register_profile("tests", deadline=None, derandomize=True)
settings.load_profile("tests")

TODAY = datetime(2026, 11, 21, 12, 0, tzinfo=ZoneInfo("Europe/Copenhagen"))


@pytest.fixture(autouse=True)
def today() -> Iterator[None]:
    """Every test runs on 21 November 2026."""
    with time_machine.travel(TODAY, tick=True):
        yield


@pytest.fixture
def client() -> Visitor:
    """A visitor who has told nothing yet."""
    return Visitor()


@pytest.fixture(autouse=True)
def nothing_rendered_before() -> None:
    """No test sees a page that another one had rendered."""
    cache.clear()
