"""The example on the home page: three numbers, the same form and rules as on the income page, and nothing kept."""

from collections.abc import Mapping
from copy import copy
from typing import Any

from django.utils.translation import gettext_lazy as _

from fleksjob_site.kernel.calendar import Month
from salary.law.calculation import calculate
from salary.pages.answer import headlines_of
from salary.pages.forms import IncomeForm
from salary.pages.live import LIVE_NAMES
from salary.pages.start import with_initial_values

EXAMPLE = {"hours_per_week": "15", "efficiency_percent": "60", "wage": "180"}
"""What the example shows before anybody changes it."""

_LABELS = {"hours_per_week": _("Hours a week"), "efficiency_percent": _("Work pace in %"), "wage": _("DKK an hour")}


class ExampleForm(IncomeForm):
    """The income form, of which only three fields are shown, under short names."""

    def __init__(self, data: Any, *, require_all: bool) -> None:
        super().__init__(data, require_all=require_all)
        for name, label in _LABELS.items():
            field = self.fields[name] = copy(self.fields[name])
            field.label, field.help_text = label, ""

    def is_marked(self, name: str) -> bool:
        """All three are needed, so no label says it."""
        return False


def example_context(sent: Mapping[str, str], today: Month) -> dict[str, Any]:
    """The form with what was sent, or with the example where nothing was, and what it gives."""
    # An unusual wage is calculated as it stands: there is no box here to confirm it.
    typed = {**EXAMPLE, "wage_confirmed": "on", **{name: sent[name] for name in {*EXAMPLE, *LIVE_NAMES} & sent.keys()}}
    form = ExampleForm(with_initial_values(typed, today) | {"own_atp_kind": "usual"}, require_all="live" not in typed)
    case = form.case
    return {"form": form, "result": calculate(case) if case else None, "headlines": headlines_of(form)}
