"""llms.txt: what the site is, its pages and its API in one short text for assistants, in each language of the site."""

import re
from collections.abc import Iterator
from html import unescape

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import override

from fleksjob_site.api.docs_purposes import PURPOSES
from fleksjob_site.api.urls import api
from fleksjob_site.kernel.text import N_
from fleksjob_site.pages.calculators import CALCULATORS
from fleksjob_site.pages.guides import GUIDES, by_stage
from fleksjob_site.search.entries import rendered
from fleksjob_site.serving.public_pages import public_page
from fleksjob_site.texts.languages import LANGUAGES
from fleksjob_site.texts.sources import RULES_CHECKED
from fleksjob_site.texts.writing import fill, page_language

PRIVACY = N_(
    "What people tell an assistant about health and pay passes through the company that runs the assistant. Tell them "
    "so before you ask. They can also use the pages themselves, which keep nothing."
)


@public_page
def llms_txt(request: HttpRequest) -> HttpResponse:
    """The text in the language of its address."""
    return HttpResponse("\n\n".join(_blocks(request)) + "\n", content_type="text/plain; charset=utf-8")


def _blocks(request: HttpRequest) -> Iterator[str]:
    """Headings, paragraphs and lists, in the order and the form that llmstxt.org describes."""

    def page(name: str, title: str, text: str = "") -> str:
        return _line(request.build_absolute_uri(reverse(name)), title, text)

    yield f"# {_('The fleksjob guide')}"
    yield "> " + _(
        "Find out whether the flexi-job scheme may be for you, and what you would have to live on."
        " Nothing about you is kept."
    )
    yield _(
        "Only the municipality decides. So never tell anyone that they qualify or what they will be paid. Say what "
        "the rules give based on what they told you, and name the source."
    )
    yield _(PRIVACY)
    yield fill(_("Guidance only: the municipality decides. Rules checked on {checked}."), checked=RULES_CHECKED)

    yield f"## {_('Questions and calculators')}"
    yield "\n".join(page(name, _(title), _description_of(reverse(name))) for name, title in CALCULATORS.items())
    for stage, guides in by_stage(GUIDES):
        yield f"## {_(stage.value)}"
        yield "\n".join(page(guide.key, _(guide.title), _(guide.description)) for guide in guides)

    yield f"## {_('For your own systems: the API')}"
    yield _(
        "You don't need to sign up, and it sets no cookies. Amounts are in DKK a month before tax unless a field name "
        "says otherwise. Accept-Language selects Danish or English. Each answer gives the sources of its rules."
    )
    description = page("api:openapi-json", _("The description of the API, for developers (OpenAPI)"))
    yield "\n".join([*_calls(request), description])

    yield f"## {_('Sources')}"
    yield "\n".join(
        [
            page("rates", _("Rates and sources"), _("The acts, the executive orders and every rate.")),
            page("rates-table", _("All rates with sources as a table (CSV)")),
        ]
    )
    for other in LANGUAGES:
        if other is not page_language():
            with override(other.code):
                address = request.build_absolute_uri(reverse("llms-txt"))
            yield _line(address, other.name)


def _line(url: str, title: str, text: str = "") -> str:
    return f"- [{title}]({url}): {text}" if text else f"- [{title}]({url})"


def _description_of(url: str) -> str:
    """What a page says about itself to search engines."""
    found = re.search(r'<meta name="description" content="([^"]*)"', rendered(url))
    return unescape(found[1]) if found else ""


def _calls(request: HttpRequest) -> Iterator[str]:
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method in methods:
            title, purpose = PURPOSES[path]
            yield _line(request.build_absolute_uri(path), f"{method.upper()} {path}", f"{_(title)}. {_(purpose)}")
