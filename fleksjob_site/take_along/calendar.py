"""The dates of the timeline, and the last day to appeal, as a calendar file in the language of the page."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta
from hashlib import sha256

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from icalendar import CLASS, TRANSP, Alarm, Calendar, Event, vText

from eligibility.law import timeline
from fleksjob_site.kernel.calendar import Month
from fleksjob_site.kernel.law import BEK_FUND, BEK_SELF_EMPLOYED, FLEKSYDELSE, LAB, RSL
from fleksjob_site.kernel.source import Source
from fleksjob_site.kernel.text import N_
from fleksjob_site.texts.sources import RULES_CHECKED, cited
from fleksjob_site.texts.writing import fill, say

TIME_TO_APPEAL = timedelta(weeks=4)
"""RSL § 67. The day of the decision itself is not counted."""

FUND = "fund"
"""The key of the day until which one should stay in an a-kasse, which is not an event of the timeline."""

APPEAL = "appeal"
"""The key of the last day to appeal, which is not an event of the timeline."""

OWN_ACCOUNTS = "own-accounts"
"""The key of the yearly date of those with their own business, which is not an event of the timeline either."""

SUMMARIES = {
    timeline.EventKey.START: N_("Start in the scheme"),
    timeline.EventKey.FOLLOW_UP: N_("Follow-up with the municipality"),
    timeline.EventKey.STATUS: N_("Assessment after 4½ years (status)"),
    timeline.EventKey.END: N_("The five years in the scheme are over"),
    timeline.EventKey.FORTY: N_("You turn 40"),
    timeline.EventKey.SENIOR_PENSION: N_("Six and a half years to state pension age"),
    timeline.EventKey.SIX_YEARS_LEFT: N_("Six years to state pension age"),
    timeline.EventKey.FLEKSYDELSE: N_("An age at which you can stop before state pension"),
    timeline.EventKey.PENSION_AGE: N_("State pension age"),
    FUND: N_("Before today: stay in your a-kasse"),
    APPEAL: N_("Last day to appeal"),
    OWN_ACCOUNTS: N_("Send your accounts to the municipality"),
}
"""The title of each kind of event. Others may see the calendar, so it does not mention flexi-jobs."""

REMINDERS = {
    timeline.EventKey.FOLLOW_UP: timedelta(days=30),
    timeline.EventKey.STATUS: timedelta(days=60),
    APPEAL: timedelta(days=7),
    OWN_ACCOUNTS: timedelta(days=30),
}
"""How long before an event the calendar shows a reminder."""

# An all-day event begins at midnight, and a reminder at that hour would wake people.
MORNING = timedelta(hours=9)

FUND_SOURCES = (Source(BEK_FUND, "§ 30, stk. 4"), Source(FLEKSYDELSE, "§ 4, stk. 2"))

APPEAL_SOURCES = (Source(RSL, "§ 67"), Source(LAB, "§ 204"))

OWN_ACCOUNTS_SOURCES = (Source(BEK_SELF_EMPLOYED, "§ 11, stk. 6"), Source(BEK_SELF_EMPLOYED, "§ 12, stk. 3"))


_FUND = N_(
    "If you were granted a flexi-job: don't leave your unemployment insurance fund (a-kasse) or stop paying for early "
    "retirement benefit (efterløn) before today. A gap before today can cost you the right to flexible retirement "
    "benefit (fleksydelse)."
)


def new_calendar(name: str, uid: str) -> Calendar:
    """An empty calendar in the language of the page, in the form that Outlook, Apple and Google take.

    Outlook reads a file without METHOD as a meeting to answer, or not at all.
    """
    prodid = f"-//Fleksjobguiden//Fleksjobguiden//{str(get_language()).upper()}"
    calendar = Calendar.new(prodid=prodid, uid=uid, method="PUBLISH")
    calendar.calscale = "GREGORIAN"
    # As texts, since icalendar escapes no comma in the names that it writes itself.
    calendar["NAME"] = calendar["X-WR-CALNAME"] = vText(name)
    return calendar


def calendar_file(
    events: Iterable[timeline.Event], made: datetime, decided: date | None = None, *, asks: bool = False
) -> bytes:
    """The events still to come and, where the day of a decision is given, the last day to appeal.

    For somebody who `asks` for a flexi-job, the decision may be the yes that leads into fleksydelse: then the first
    of the month after it comes along, until which one should stay in an a-kasse.

    `made` is the current time with its time zone, by which calendar programs see which file is newer.
    """
    ahead = [event for event in events if event.month >= Month.of(made.date())]
    owner = dates_id([*(f"{event.key} {event.month}" for event in ahead), str(decided)])
    file = new_calendar(_("Dates along the way"), "dates@fleksjobguiden")
    for event in ahead:
        first_day = _("Only the month is known. So this is placed on the first day of the month.")
        lines: tuple[str, ...] = (say(event.text), first_day)
        file.add_component(_entry(event.key, event.month.first_day, lines, event.sources, made, owner))
    if decided:
        lines = _appeal(decided, made.date())
        file.add_component(_entry(APPEAL, decided + TIME_TO_APPEAL, lines, APPEAL_SOURCES, made, owner))
    if decided and asks and (first := Month.of(decided).plus(months=1).first_day) >= made.date():
        file.add_component(_entry(FUND, first, (_(_FUND),), FUND_SOURCES, made, owner))
    written: bytes = file.to_ical()
    return written


def calendar_of_own_business(due: date, made: datetime) -> bytes:
    """The day before `due`, every year: the last day for the new form (BEK 1794/2025 § 11, stk. 6, § 12, stk. 3).

    Others may see the calendar, so the title does not mention the subsidy.
    """
    file = new_calendar(_("Your accounts"), "own-business@fleksjobguiden")
    last = due - timedelta(days=1)
    lines = (_("The municipality must have a new form with your accounts before 1 November, every year."),)
    entry = _entry(OWN_ACCOUNTS, last, lines, OWN_ACCOUNTS_SOURCES, made, "own-business")
    entry.add("rrule", {"freq": "yearly"})
    file.add_component(entry)
    written: bytes = file.to_ical()
    return written


def dates_id(dates: Iterable[str]) -> str:
    """An id for this set of dates, so that importing another person's file does not replace them."""
    return sha256(" ".join(dates).encode()).hexdigest()[:16]


def _appeal(decided: date, on: date) -> tuple[str, ...]:
    last = decided + TIME_TO_APPEAL
    lines = (
        fill(_("Four weeks from the decision of {day}. The municipality must have your appeal by {last}."),
             day=decided, last=last),
        _("We count the date of the letter as the day you got it. If you got it later, you have that much longer."),
    )  # fmt: skip
    late = _("The four weeks are over. Appeal all the same, and say why you are late.")
    return (*lines, late) if last < on else lines


def _entry(key: str, day: date, lines: Iterable[str], sources: Iterable[Source], made: datetime, owner: str) -> Event:
    """An event of one of the kinds above."""
    return all_day(f"{key}-{owner}", _(SUMMARIES[key]), day, lines, sources, made, REMINDERS.get(key))


def all_day(
    uid: str,
    summary: str,
    day: date,
    lines: Iterable[str],
    sources: Iterable[Source],
    made: datetime,
    reminder: timedelta | None = None,
) -> Event:
    """An all-day event. The same dates always get the same UIDs, so importing twice creates no duplicates."""
    places = (f"{source.place} ({_(source.status.label)}): {source.url}" for source in map(cited, sources))
    guidance = fill(_("Guidance only: the municipality decides. Rules checked on {checked}."), checked=RULES_CHECKED)
    event = Event.new(
        uid=f"{uid}@fleksjobguiden",
        stamp=made.astimezone(UTC),
        start=day,
        end=day + timedelta(days=1),
        summary=summary,
        description="\n".join((*lines, *places, guidance)),
        classification=CLASS.PRIVATE,
        transparency=TRANSP.TRANSPARENT,
    )
    if reminder and day - reminder >= made.date():
        alarm = Alarm.new(description=summary)
        alarm.add("action", "DISPLAY")
        alarm.add("trigger", MORNING - reminder)
        event.add_component(alarm)
    return event
