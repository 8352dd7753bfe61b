"""Health checks for load balancers: /healthz if the process responds, /readyz if it can serve the site."""

import logging
import time
from collections.abc import Callable
from datetime import date
from functools import lru_cache
from http import HTTPStatus

from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.timezone import localdate
from django.utils.translation import gettext, override
from django.views.decorators.http import require_safe

from fleksjob_site.kernel.text import N_
from fleksjob_site.serving.security import never_stored
from fleksjob_site.texts.languages import DEFAULT_LANGUAGE, LANGUAGES, SOURCE_LANGUAGE, Language
from salary.law.rates import periods
from salary.law.upkeep import upkeep

log = logging.getLogger(__name__)

ON_EVERY_PAGE = (N_("Skip to the content"), N_("Front page"), N_("Main menu"), N_("Choose language"))
"""Texts on every page: a catalog that lacks them is treated as missing."""
_STYLES, _SCRIPTS = ("site", "dark", "apart"), ("app", "framed", "opening", "searching", "turning")
NEEDED_FILES = (*(f"{name}.css" for name in _STYLES), *(f"{name}.js" for name in _SCRIPTS), "icon.svg")

CHECKED_AT = "X-Checked-At"
"""Header with the load balancer's clock, in seconds since 1970; optional."""
MAX_CLOCK_ERROR_SECONDS = 60
"""With a larger error, a cookie sealed on one node could come from the future for another."""

GetResponse = Callable[[HttpRequest], HttpResponse]


def health_checks(get_response: GetResponse) -> GetResponse:
    """Answer the two URLs before host name or scheme are checked.

    A load balancer requests each node by IP address and over plain http, which must be neither rejected nor redirected.
    The two are not URL patterns, since they have no language and no session.
    """
    checks = {"/healthz": healthz, "/readyz": readyz}

    def middleware(request: HttpRequest) -> HttpResponse:
        return checks.get(request.path_info, get_response)(request)

    return middleware


@never_stored
@require_safe
def healthz(request: HttpRequest) -> HttpResponse:
    """Whether the process responds."""
    return JsonResponse({"status": "ok"})


@never_stored
@require_safe
def readyz(request: HttpRequest) -> HttpResponse:
    """Whether the node can show pages: 503 without catalogs, static files or the letter's fonts, and which are missing.

    Missing or drafted rates are reported, but the node stays ready, since guides and walk don't need them. The same
    goes for a missing owner or contact, and for a clock that is off.
    """
    missing = {"catalogs": missing_catalogs(), "static": missing_files(), "fonts": missing_fonts()}
    ready = not any(missing.values())
    parts = {name: f"missing: {', '.join(what)}" if what else "ok" for name, what in missing.items()}
    reported = {
        "rates": _rates(localdate()),
        "settings": _settings(),
        "clock": _clock(request.headers.get(CHECKED_AT, "")),
    }
    body = {"status": "ready" if ready else "not ready", **parts, **reported}
    return JsonResponse(body, status=HTTPStatus.OK if ready else HTTPStatus.SERVICE_UNAVAILABLE)


def missing_catalogs() -> list[str]:
    """Languages that this process can't translate into, apart from the source language."""
    return [language.code for language in LANGUAGES if language is not SOURCE_LANGUAGE and not _translates(language)]


def _translates(language: Language) -> bool:
    texts = _sample_texts(language)
    if any(text in ON_EVERY_PAGE for text in texts):
        return False
    # A language without a catalog is answered in the default one.
    return language is DEFAULT_LANGUAGE or texts != _sample_texts(DEFAULT_LANGUAGE)


def _sample_texts(language: Language) -> list[str]:
    with override(language.code):
        return [gettext(text) for text in ON_EVERY_PAGE]


def missing_files() -> list[str]:
    """Files that every page needs, but that are missing from the manifest or from the disk."""
    if settings.DEBUG:
        # In debug mode there is no manifest: files are served from where they are built.
        return []
    # The lazy storage wraps the class that STORAGES names.
    named: dict[str, str] = getattr(staticfiles_storage, "hashed_files")  # noqa: B009  # django-stubs lacks this attribute
    return [name for name in NEEDED_FILES if name not in named or not staticfiles_storage.exists(named[name])]


def missing_fonts() -> list[str]:
    """Fonts of the letter that are not there: Typst would leave every word out."""
    return [font.name for font in settings.LETTER_FONTS if not font.exists()]


@lru_cache(maxsize=2)
def _rates(day: date) -> str:
    """What the rates need; logged once a day per process, however often a load balancer asks."""
    needs = [str(need) for need in upkeep(day, periods())]
    for need in needs:
        log.warning(need)
    return " ".join(needs) or "ok"


def _settings() -> str:
    return f"missing: {', '.join(settings.MISSING_OWNER_SETTINGS)}" if settings.MISSING_OWNER_SETTINGS else "ok"


def _clock(checked_at: str) -> str:
    """How far this node's clock is off, if the load balancer sends its own."""
    if not checked_at.isdecimal():
        return "ok"
    off = round(time.time() - int(checked_at))
    if abs(off) <= MAX_CLOCK_ERROR_SECONDS:
        return "ok"
    _warn_of_clock(localdate())
    return f"{off} seconds off"


@lru_cache(maxsize=1)
def _warn_of_clock(day: date) -> None:
    """Log it once a day per process."""
    log.warning("The clocks of this node and of the balancer differ by more than a minute.")
