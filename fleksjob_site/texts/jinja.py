"""The Jinja environments and the context that every page gets."""

from collections.abc import Callable
from functools import cache, partial
from typing import Any
from urllib.parse import quote

from django.conf import settings
from django.http import HttpRequest
from django.template.backends.utils import csrf_input
from django.templatetags.static import static
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext, override
from django.utils.translation.trans_real import translation
from django_htmx.jinja import htmx_script
from jinja2 import Environment, StrictUndefined, Template

from fleksjob_site.texts import languages
from fleksjob_site.texts.faster_jinja import Compiler, FasterTemplate, Folder
from fleksjob_site.texts.frames import out_of_frame
from fleksjob_site.texts.headings import headings
from fleksjob_site.texts.kept import MOST, Kept, field_key
from fleksjob_site.texts.outline import MOST_FORMS, form_text, outline
from fleksjob_site.texts.ready import READY_TEXTS, written
from fleksjob_site.texts.rich import rich, say_each, say_html
from fleksjob_site.texts.sources import all_cited, source
from fleksjob_site.texts.step_links import QUESTION_LINKS, STEP_LINKS
from fleksjob_site.texts.writing import between, fill, kroner, number, short_month, signed, whole
from salary.law.full_time_wage import CEILING_LINES, LEFT_OUT, PENSION_OF_WAGE

CHANGE = "change"
"""The parameter that an answer is being changed, and from which page; a language link and an error keep it."""


class Environments:
    """The environment for Django's Jinja2 backend, which delegates to one environment per language."""

    def __init__(self, **options: Any) -> None:
        self._environments = {code: _Environment(code, options) for code, _name in settings.LANGUAGES}

    def get_template(self, name: str) -> Template:
        return self._environments[get_language() or settings.LANGUAGE_CODE].get_template(name)


class _Environment(Environment):
    """The templates in one language, with everything that is the same on each request folded in at compile time."""

    code_generator_class, template_class = Compiler, FasterTemplate

    def __init__(self, language: str, options: dict[str, Any]) -> None:
        # Django's own option for undefined names would render a mistyped name as empty.
        options = options | {"undefined": StrictUndefined, "trim_blocks": True, "lstrip_blocks": True}
        # A plain dict: the templates are few, and Jinja's own cache takes a lock at each import of one by another.
        options |= {"cache_size": -1}
        super().__init__(**options, extensions=["jinja2.ext.i18n"])

        def words(message: str) -> str:
            return translation(language).gettext(message)

        def words_of_number(one: str, more: str, count: int) -> str:
            return translation(language).ngettext(one, more, count)

        self.globals |= {"_": words, "gettext": words, "ngettext": words_of_number}
        self.globals |= {"url": _url, "static": static, "htmx_script": htmx_script, "source": source}
        self.globals["municipality"] = lambda: settings.MUNICIPALITY
        self.globals |= {"STEP_LINKS": STEP_LINKS, "QUESTION_LINKS": QUESTION_LINKS, "READY_TEXTS": READY_TEXTS}
        self.globals |= {
            "CEILING_LINES": CEILING_LINES,
            "CEILING_LEFT_OUT": LEFT_OUT,
            "PENSION_OF_WAGE": PENSION_OF_WAGE,
        }
        self.globals["language_code"] = language
        self.globals["once"] = Kept(0 if settings.DEBUG else MOST).text
        self.globals["form_once"] = partial(form_text, Kept(0 if settings.DEBUG else MOST_FORMS))
        self.filters["written"] = partial(written, translate=words)
        self.filters["written_in_danish"] = partial(written, translate=translation(languages.LAW_LANGUAGE.code).gettext)
        self.filters["in_danish"] = translation(languages.LAW_LANGUAGE.code).gettext
        self.globals |= {
            name: getattr(languages, name)
            for name in ("LANGUAGES", "LAW_LANGUAGE", "OTHER_LANGUAGES", "SOURCE_LANGUAGE")
        }
        self.filters |= {name: partial(write, language=language) for name, write in _FORMATTERS.items()}
        self.filters |= {"fill": fill, "rich": rich, "all_cited": all_cited, "headings": headings}
        self.filters |= {"out_of_frame": out_of_frame, "field_key": field_key, "outline": outline}

    def compile(self, source: Any, *args: Any, **options: Any) -> Any:
        # While somebody works on the site, a new text must show at the next reload.
        if isinstance(source, str) and not settings.DEBUG:
            source = Folder(self).visit(self.parse(source, *args))
        return super().compile(source, *args, **options)

    def make_globals(self, d: Any) -> dict[str, Any]:
        """A plain dict is faster than Jinja's ChainMap of two."""
        return {**self.globals, **(d or {})}


_FORMATTERS: dict[str, Callable[..., str]] = {
    "between": between,
    "kroner": kroner,
    "number": number,
    "say": say_html,
    "say_each": say_each,
    "short_month": short_month,
    "signed": signed,
    "whole": whole,
}


def _url(name: str, *args: Any, **kwargs: Any) -> str:
    return reverse(name, args=args, kwargs=kwargs)


def page_context(request: HttpRequest) -> dict[str, Any]:
    """The context of every page: its language, the same page in other languages, and details of the site."""
    language = get_language() or settings.LANGUAGE_CODE
    # That an answer is being changed.
    changing = f"?{CHANGE}=1" if CHANGE in request.GET else ""
    # What else a view wants kept, such as a shared link in the fragment, which is never sent.
    opened: str = getattr(request, "after_address", "")
    return {
        "language": language,
        # One token for all forms of a page; none where it has no form, or none that reads the session.
        "csrf_input": "" if _is_sessionless(request) else SimpleLazyObject(partial(csrf_input, request)),
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


def _is_sessionless(request: HttpRequest) -> bool:
    return getattr(getattr(request.resolver_match, "func", None), "sessionless", False)


def _error_mail(path: str) -> str:
    """A mailto URL to report an error on a page; empty if no contact address is configured."""
    if not settings.CONTACT_EMAIL:
        return ""
    subject = gettext("An error on the page {path}").format(path=path)
    return f"mailto:{settings.CONTACT_EMAIL}?subject={quote(subject)}"


def _same_page(request: HttpRequest, language: str) -> str:
    """The URL of the same page in another language; the front page if the path is not a page."""
    page = request.resolver_match
    if page and language == get_language():
        return request.path
    if page and (page.args or page.kwargs):
        with override(language):
            return reverse(page.view_name, args=page.args, kwargs=page.kwargs)
    # An unknown path may begin with // like the URL of another site, so it is never repeated.
    return _page_in(language, page.view_name if page else "home")


@cache
def _page_in(language: str, name: str) -> str:
    with override(language):
        return reverse(name)
