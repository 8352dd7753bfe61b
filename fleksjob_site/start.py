"""Start-up: loads everything and renders each kind of page once before the node accepts requests.

An error then stops the start, with file and line, instead of reaching a visitor.
"""

import gc
import linecache
import logging
import multiprocessing
import os
import signal
import sys
import traceback
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import django
from django.conf import settings
from django.core.cache import close_caches
from django.core.checks import run_checks
from django.core.handlers.wsgi import WSGIHandler
from django.core.signals import request_finished, request_started
from django.db import close_old_connections, reset_queries
from jinja2 import TemplateSyntaxError

from fleksjob_site.kernel.data_file import BadFile

log = logging.getLogger(__name__)

ROOT = Path(__file__).resolve().parents[1]


def application() -> WSGIHandler:
    """The WSGI application after the warm-up; an error ends the process."""
    try:
        django.setup(set_prefix=False)
        _check_https()
        import_module(settings.ROOT_URLCONF)
        # WSGI servers don't run Django's checks. Warnings are left to `manage.py check`, since the log holds only JSON.
        if errors := [found for found in run_checks() if found.is_serious() and not found.is_silenced()]:
            stop("\n".join(["Django's checks found errors:", *map(str, errors)]))
        handler = WSGIHandler()
        _skip_cleanup()
        if not settings.DEBUG:
            import_module("fleksjob_site.warm_up").warm_up(handler)
            spare_what_is_loaded()
    except SystemExit:
        # The settings have already printed what is wrong.
        _stop_parent_server()
        raise
    except Exception as error:
        stop(message_of(error))
    if settings.MISSING_OWNER_SETTINGS:
        log.warning("Not set: %s. The pages name nobody who runs the site.", ", ".join(settings.MISSING_OWNER_SETTINGS))
    return handler


def spare_what_is_loaded() -> None:
    """Leave what stays for good out of each later garbage collection, and collect less often.

    It saves 4 % of the time of an income page.
    """
    # Source lines that libraries have read with `inspect`.
    linecache.clearcache()
    gc.collect()
    gc.freeze()
    gc.set_threshold(10_000, 20, 20)


def _skip_cleanup() -> None:
    """Django would look before and after each request for a database and a cache to close; the site has neither."""
    request_started.disconnect(reset_queries)
    request_started.disconnect(close_old_connections)
    request_finished.disconnect(close_old_connections)
    request_finished.disconnect(close_caches)


def _check_https() -> None:
    """If the site can't tell that a request came by https, every page would redirect to itself forever."""
    terminates_tls = bool(os.environ.get("GRANIAN_SSL_CERTIFICATE")) or any(
        word.startswith("--ssl") for word in sys.argv
    )
    if settings.SECURE_SSL_REDIRECT and not (settings.SECURE_PROXY_SSL_HEADER or terminates_tls):
        stop(
            "HTTPS=1, but nothing ends https: every page would redirect to itself. Set BEHIND_PROXY=1 where a proxy "
            "sets X-Forwarded-Proto, give the server a certificate, or set HTTPS=0 on your own machine."
        )


def message_of(error: BaseException) -> str:
    """What is wrong and where: the message of a data file, or else the line of the template and of the code."""
    if isinstance(error, BadFile):
        return str(error)
    # Django's template error wraps Jinja's, which has the line.
    error = error.__cause__ if isinstance(error.__cause__, TemplateSyntaxError) else error
    if isinstance(error, SyntaxError | TemplateSyntaxError):
        places = [(error.filename, error.lineno)]
    else:
        frames = [(frame.filename, frame.lineno) for frame in traceback.extract_tb(error.__traceback__)]
        ours = [place for place in frames if place[0].startswith(str(ROOT)) and "site-packages" not in place[0]]
        templates = [place for place in ours if not place[0].endswith(".py")]
        places = list(dict.fromkeys([*templates[-1:], *(ours or frames)[-1:]]))
    where = "; ".join(f"{str(file).removeprefix(f'{ROOT}/')}, line {line}" for file, line in places)
    return f"{where}: {type(error).__name__}: {error}"


def stop(message: str) -> NoReturn:
    """Abort the start with a message."""
    _stop_parent_server()
    sys.exit(f"The site can't start. {message}")


def _stop_parent_server() -> None:
    """Stop the parent server too, which would otherwise start failing workers forever."""
    if multiprocessing.parent_process():
        os.kill(os.getppid(), signal.SIGTERM)
