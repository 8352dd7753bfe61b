"""The template environment, and what every page has."""

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext, ngettext
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined

from fleksjob_site.writing import fill, kroner, number, say


def environment(**options: Any) -> Environment:
    """The environment that Django's Jinja2 backend asks for; a name that does not exist is an error."""
    # Django puts an undefined of its own into the options, which would let a mistyped name pass as empty.
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**options, extensions=["jinja2.ext.i18n"])
    env.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]
    env.globals |= {"url": _url, "static": static, "htmx_script": htmx_script}
    env.filters |= {"fill": fill, "kroner": kroner, "number": number, "say": say}
    return env


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every page has: its language, and the same page in the others."""
    language = get_language() or settings.LANGUAGE_CODE
    # The one thing an address can say beside its page: that an answer is being changed.
    changing = "?change=1" if "change" in request.GET else ""
    return {
        "language": language,
        "languages": [
            {"code": code, "name": name, "url": _same_page(request.path, code) + changing, "current": code == language}
            for code, name in settings.LANGUAGES
        ],
    }


def _same_page(path: str, language: str) -> str:
    """The address of the same page in another language; the front page where the path is no page at all."""
    address = translate_url(path, language)
    if address == path and language != get_language():
        address = translate_url(reverse("home"), language)
    return address
