"""The Jinja environments and the context that every page gets."""

import re
from collections.abc import Callable, Iterable
from functools import partial
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
from jinja2 import Environment, StrictUndefined, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.runtime import Context
from jinja2.visitor import NodeTransformer
from markupsafe import Markup

from fleksjob_site.texts import languages
from fleksjob_site.texts.frames import out_of_frame
from fleksjob_site.texts.headings import headings
from fleksjob_site.texts.kept import MOST, Kept, escaped, field_key
from fleksjob_site.texts.outline import MOST_FORMS, form_text, outline
from fleksjob_site.texts.ready import READY_TEXTS, written
from fleksjob_site.texts.rich import rich, say_each, say_html
from fleksjob_site.texts.sources import all_cited, source
from fleksjob_site.texts.step_links import QUESTION_LINKS, STEP_LINKS
from fleksjob_site.texts.writing import between, fill, kroner, number, short_month, signed, whole
from salary.law.full_time_wage import CEILING_LINES, LEFT_OUT, PENSION_OF_WAGE

_INDENT = re.compile(r"\n[ \n]+")

CHANGE = "change"
"""The parameter that an answer is being changed, and from which page; a language link and an error keep it."""


class Environments:
    """The environment for Django's Jinja2 backend, which delegates to one environment per language."""

    def __init__(self, **options: Any) -> None:
        self._environments = {code: _Environment(code, options) for code, _name in settings.LANGUAGES}

    def get_template(self, name: str) -> Template:
        return self._environments[get_language() or settings.LANGUAGE_CODE].get_template(name)


class _Context(Context):
    """Calls what a template calls. Jinja asks of each function first whether it wants the context; ours don't."""

    def call(self, function: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Any:
        kwargs.pop("_loop_vars", None)
        kwargs.pop("_block_vars", None)
        return function(*args, **kwargs)


class _Template(Template):
    """A template whose output is escaped and joined without an object for each piece."""

    @classmethod
    def _from_namespace(cls, environment: Environment, namespace: Any, globals: Any) -> Template:
        namespace["escape"], namespace["markup_join"] = escaped, _joined
        return super()._from_namespace(environment, namespace, globals)

    def _get_default_module(self, ctx: Context | None = None) -> TemplateModule:
        """What others import. Jinja compares the globals each time; ours are the same in all templates."""
        return super()._get_default_module() if self._module is None else self._module


def _joined(values: Iterable[Any]) -> str:
    """What `~` puts together; text beside markup is escaped."""
    parts = [value if isinstance(value, str) else str(value) for value in values]
    if any(type(part) is not str and hasattr(part, "__html__") for part in parts):
        return Markup("".join(map(escaped, parts)))
    return "".join(parts)


class _Environment(Environment):
    """The templates in one language, with everything that is the same on each request folded in at compile time."""

    context_class, template_class = _Context, _Template

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
            source = _Folder(self).visit(self.parse(source, *args))
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


class _Folder(NodeTransformer):
    """Replaces calls of these functions, where all arguments are constants, by their results: texts and URLs.

    Indentation is left out; it would be 3 % of a page.
    """

    names = frozenset({"_", "url", "static", "htmx_script"})

    def __init__(self, env: Environment) -> None:
        self.functions: dict[str, Any] = {name: env.globals[name] for name in self.names}

    def visit_TemplateData(self, node: nodes.TemplateData) -> nodes.Node:
        return nodes.TemplateData(_INDENT.sub("\n", node.data), lineno=node.lineno)

    def visit_Call(self, node: nodes.Call) -> nodes.Node:
        self.generic_visit(node)
        function = self.functions.get(node.node.name) if isinstance(node.node, nodes.Name) else None
        given = [*node.args, *(keyword.value for keyword in node.kwargs)]
        if function is None or node.dyn_args or node.dyn_kwargs or not all(isinstance(n, nodes.Const) for n in given):
            return node
        positional = [argument.as_const() for argument in node.args]
        value = function(*positional, **{keyword.key: keyword.value.as_const() for keyword in node.kwargs})
        return nodes.Const(Markup(value) if hasattr(value, "__html__") else value, lineno=node.lineno)


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
    with override(language):
        # An unknown path may begin with // like the URL of another site, so it is never repeated.
        return reverse(page.view_name, args=page.args, kwargs=page.kwargs) if page else reverse("home")
