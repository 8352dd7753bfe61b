"""The guides as pages, and the files for search engines and security researchers."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.timezone import localdate
from django.utils.translation import override

from eligibility.law.changes import NEW_ACT_EXPECTED
from fleksjob_site.embed.script import INTEGRITY
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.document import Document
from fleksjob_site.kernel.money import whole_kroner
from fleksjob_site.kernel.text import Hours, Kroner, Percent, Value
from fleksjob_site.pages.calculators import CALCULATORS
from fleksjob_site.pages.downloads import rates_table
from fleksjob_site.pages.guide import Guide
from fleksjob_site.pages.guides import BY_KEY, EMBEDDING, GUIDES, by_stage
from fleksjob_site.personas.persons import PERSONS
from fleksjob_site.serving.public_pages import public_page
from fleksjob_site.serving.security import content_policy, sessionless
from fleksjob_site.texts.languages import LANGUAGES
from fleksjob_site.texts.sources import LAW, PRACTICE, RULES_CHECKED
from fleksjob_site.texts.words import WORDS, Theme, Word
from salary.law.calculation import calculate
from salary.law.case import Case, HourlyWage, HoursAtWork
from salary.law.employer_step import Stage
from salary.law.employer_steps import BY_STAGE
from salary.law.guide_amounts import guide_amounts
from salary.law.own_atp import usual_own_atp
from salary.law.published import read_examples, reproduced
from salary.law.rates import newest_rates, periods, rates_for

VALID = timedelta(days=180)
"""How long security.txt is valid; RFC 9116 advises less than a year."""


More = Callable[[HttpRequest], dict[str, Any]]


@sessionless
def guide(request: HttpRequest, key: str, more: More | None = None) -> HttpResponse:
    """A guide by its key, with `more` to show on one that needs it; the one with the preview may show a frame."""
    response = _guide(request, key, more)
    if key == EMBEDDING:
        response.headers["Content-Security-Policy"] = content_policy(frames="'self'")
    return response


@public_page
def _guide(request: HttpRequest, key: str, more: More | None) -> HttpResponse:
    shown, today = BY_KEY[key], localdate()
    chapters = [chapter for chapter in GUIDES if chapter.part == shown.part] if shown.part else []
    context = {
        "guide": shown,
        "chapters": chapters,
        "chapters_by_stage": by_stage(chapters),
        "following": _following(shown, chapters),
        "values": guide_amounts(Month.of(today)),
        "rules_checked": RULES_CHECKED,
        "rules_may_have_changed": today >= NEW_ACT_EXPECTED,
        "new_act_expected": NEW_ACT_EXPECTED,
        **_EXTRA_CONTEXT.get(key, _nothing)(),
        **(more(request) if more else {}),
    }
    return render(request, shown.template, context)


def _following(guide: Guide, chapters: list[Guide]) -> Guide | None:
    later = chapters[chapters.index(guide) + 1 :] if chapters else []
    return later[0] if later else None


def _nothing() -> dict[str, Any]:
    return {}


def _words() -> dict[str, Any]:
    letters: dict[str, list[Word]] = {}
    for word in WORDS.values():
        letters.setdefault(word.letter, []).append(word)
    themes = {theme: [word for word in WORDS.values() if word.theme is theme] for theme in Theme}
    return {"letters": letters, "themes": themes}


def _rates() -> dict[str, Any]:
    return {"periods": periods()[::-1], "law": _by_title(LAW), "practice": _by_title(PRACTICE)}


def _by_title(documents: dict[str, Document]) -> list[Document]:
    return sorted(set(documents.values()), key=lambda document: document.title.lower())


def _for_employers() -> dict[str, Any]:
    return {"first_steps": (*BY_STAGE[Stage.BEFORE], *BY_STAGE[Stage.AGREEMENT])}


def _trust() -> dict[str, Any]:
    published = [example for example in read_examples() if not example.derived]
    compared = [(example, figure) for example in published for figure in reproduced(example)]
    return {
        "compared": compared,
        "atp_example": _atp_example(),
        "by_atp": _by_atp(),
    }


def _by_atp() -> dict[str, Kroner]:
    """What own ATP changes the subsidy by, kr. a month: the least and the most below the threshold, and above it."""
    rates = newest_rates()
    full, one_third = rates.named("own_atp_full_month").value, rates.named("own_atp_one_third_month").value
    below, above = rates.reduction_below_percent.amount, rates.reduction_above_percent.amount
    shares = {"least": one_third * below, "usual": full * below, "most": full * above}
    return {name: Kroner(whole_kroner(share / 100)) for name, share in shares.items()}


def _atp_example() -> dict[str, Value]:
    """A wage for which the state's calculator shows less subsidy, because it counts own ATP as wage."""
    month, hours, pace, hourly, pension = Month(2026, 11), Hours(15), Percent(60), Kroner(180), Percent(10)
    with_atp = Case(month, HoursAtWork(hours, pace, HourlyWage(hourly)), pension_on_top_percent=pension)
    own_atp = usual_own_atp(hours, rates_for(month))
    assert own_atp is not None
    theirs, ours = calculate(with_atp), calculate(replace(with_atp, own_atp_month=own_atp))
    return {
        "hours": hours,
        "pace": pace,
        "hourly": hourly,
        "pension": pension,
        "wage": theirs.wage.month,
        "atp": own_atp,
        "theirs": theirs.subsidy.rounded,
        "ours": ours.subsidy.rounded,
    }


ACCESSIBILITY_TESTED = date(2026, 11, 28)
"""The day on which all that the accessibility statement names was last tested."""


def _was() -> dict[str, Any]:
    return {"tested": ACCESSIBILITY_TESTED}


def _embedding() -> dict[str, Any]:
    attributes = [f'data-language="{language.code}"' for language in LANGUAGES]
    return {"integrity": INTEGRITY, "may_be_framed": bool(settings.EMBED_HOSTS), "attributes": attributes}


def _all_pages() -> dict[str, Any]:
    return {"stages": by_stage(GUIDES), "persons": PERSONS.values(), "calculators": CALCULATORS}


_EXTRA_CONTEXT: dict[str, Callable[[], dict[str, Any]]] = {
    "words": _words,
    "rates": _rates,
    "trust": _trust,
    "all-pages": _all_pages,
    "for-employers": _for_employers,
    "was": _was,
    EMBEDDING: _embedding,
}


@public_page
def rates_table_file(request: HttpRequest) -> HttpResponse:
    """Every rate with its source, as a table for a spreadsheet."""
    return HttpResponse(rates_table(), content_type="text/csv; charset=utf-8")


@public_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that search engines should list, in each language."""
    names = [
        "home",
        "eligibility:start",
        "income",
        "payout",
        "employer-income",
        "employer-full-time-wage",
        "examples",
        *(guide.key for guide in GUIDES),
    ]
    pages = [{code: _address(request, name, code) for code, _ in settings.LANGUAGES} for name in names]
    return render(request, "pages/sitemap.xml", {"pages": pages}, content_type="application/xml")


@public_page
def robots(request: HttpRequest) -> HttpResponse:
    """Search engines may crawl everything; pages with answers tell them not to index or store."""
    context = {"sitemap": request.build_absolute_uri(reverse("sitemap"))}
    return render(request, "pages/robots.txt", context, content_type="text/plain")


@public_page
def security_txt(request: HttpRequest) -> HttpResponse:
    """Where to report a vulnerability (RFC 9116); the file exists only if a contact is configured."""
    contact = settings.SECURITY_CONTACT
    lines = {
        "Contact": contact if contact.startswith("https://") else f"mailto:{contact}",
        # Renewed each day, so that the file never expires while the site is up.
        "Expires": f"{localdate() + VALID:%Y-%m-%d}T00:00:00Z",
        "Preferred-Languages": ", ".join(code for code, _ in settings.LANGUAGES),
        "Canonical": request.build_absolute_uri(),
    }
    text = "".join(f"{name}: {value}\n" for name, value in lines.items())
    return HttpResponse(text, content_type="text/plain; charset=utf-8")


def _address(request: HttpRequest, name: str, language: str) -> str:
    with override(language):
        return request.build_absolute_uri(reverse(name))
