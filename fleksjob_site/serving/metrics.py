"""Prometheus metrics on a separate port: counts and durations, nothing that a visitor entered."""

import threading
import time
from collections.abc import Callable
from datetime import datetime
from datetime import time as clock_time

from django.conf import settings
from django.core.exceptions import MiddlewareNotUsed
from django.http import HttpRequest, HttpResponse
from django.utils.timezone import get_default_timezone
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, start_http_server

from salary.law.rates import newest_month_with_rates

REGISTRY = CollectorRegistry()
REQUESTS = Counter("fleksjob_requests", "Requests by page and status.", ["page", "status"], registry=REGISTRY)
REQUEST_SECONDS = Histogram("fleksjob_request_seconds", "How long a page took.", ["page"], registry=REGISTRY,
                    buckets=(0.01, 0.03, 0.1, 0.3, 1, 3, 10))  # fmt: skip
LETTERS = Gauge("fleksjob_letters", "Letters that are being made or wait for it.", registry=REGISTRY)
LETTERS_REFUSED = Counter(
    "fleksjob_letters_refused", "Letters refused because others were being made.", registry=REGISTRY
)
RATES_UNTIL = Gauge("fleksjob_rates_until_seconds", "When the last month that has rates ends.", registry=REGISTRY)


def count_requests(get_response: Callable[[HttpRequest], HttpResponse]) -> Callable[[HttpRequest], HttpResponse]:
    """Count each request by the name of its page. Unknown URLs share one name, so that visitors can't create labels."""
    if not settings.METRICS:
        raise MiddlewareNotUsed

    def middleware(request: HttpRequest) -> HttpResponse:
        start = time.perf_counter()
        response = get_response(request)
        page = request.resolver_match.view_name if request.resolver_match else "none"
        REQUESTS.labels(page, response.status_code).inc()
        REQUEST_SECONDS.labels(page).observe(time.perf_counter() - start)
        return response

    return middleware


def serve() -> None:
    """Serve metrics at the configured address; a worker that replaces another waits until its port is free."""
    last = newest_month_with_rates().last_day
    RATES_UNTIL.set(datetime.combine(last, clock_time.max, get_default_timezone()).timestamp())
    # The requests of the warm-up are not from visitors.
    REQUESTS.clear()
    REQUEST_SECONDS.clear()
    if settings.METRICS:
        threading.Thread(target=_serve, args=settings.METRICS.rsplit(":", 1), daemon=True).start()


def _serve(address: str, port: str) -> None:
    while True:
        try:
            start_http_server(int(port), address, REGISTRY)
        except OSError:
            time.sleep(1)
        else:
            return
