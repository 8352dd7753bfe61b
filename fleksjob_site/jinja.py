"""The template environment, and what every page has."""

from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse, translate_url
from django.utils.translation import get_language, gettext, ngettext
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined

from fleksjob_site.pages.sources import source
from fleksjob_site.rich import rich
from fleksjob_site.writing import fill, kroner, number, say


def environment(**options: Any) -> Environment:
    """The environment that Django's Jinja2 backend asks for; a name that does not exist is an error."""
    # Django puts an undefined of its own into the options, which would let a mistyped name pass as empty.
    options |= {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
    env = Environment(**options, extensions=["jinja2.ext.i18n"])
    env.install_gettext_callables(gettext, ngettext, newstyle=False)  # type: ignore[attr-defined]
    env.globals |= {"url": _url, "static": static, "htmx_script": htmx_script, "source": source}
    env.filters |= {"fill": fill, "kroner": kroner, "number": number, "rich": rich, "say": say}
    return env


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """What every page has: its language, and the same page in the others."""
    language = get_language() or settings.LANGUAGE_CODE
    # The one thing an address can say beside its page: that an answer is being changed.
    changing = "?change=1" if "change" in request.GET else ""
    # A link that is being opened goes along to the other language in the fragment, which is never sent.
    opened: str = getattr(request, "fragment", "")
    return {
        "language": language,
        "site": {
            "owner": settings.SITE_OWNER,
            "contact_email": settings.CONTACT_EMAIL,
            "contact_phone": settings.CONTACT_PHONE,
            "was_date": settings.WAS_DATE,
        },
        "error_mail": _error_mail(request.path),
        "languages": [
            {
                "code": code,
                "name": name,
                "url": _same_page(request, code) + changing + (opened if code != language else ""),
                "current": code == language,
            }
            for code, name in settings.LANGUAGES
        ],
    }


def _error_mail(path: str) -> str:
    """The address of a mail about an error on a page; empty where the host gives no address to write to."""
    if not settings.CONTACT_EMAIL:
        return ""
    subject = gettext("An error on the page {path}").format(path=path)
    return f"mailto:{settings.CONTACT_EMAIL}?subject={quote(subject)}"


def _same_page(request: HttpRequest, language: str) -> str:
    """The address of the same page in another language; the front page where the path is no page at all."""
    # A path that is no page may begin like the address of another site: it is repeated nowhere.
    here = request.path if request.resolver_match else reverse("home")
    address = translate_url(here, language)
    if address == here and language != get_language():
        address = translate_url(reverse("home"), language)
    return address
