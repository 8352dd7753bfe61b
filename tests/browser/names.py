"""What a page tells those who hear it: names that tell controls apart, verdicts in words, errors and named groups."""

from django.utils.translation import gettext, override
from playwright.sync_api import Page

from eligibility.law.criteria.criterion import Verdict
from salary.law.payout.check import Verdict as PayoutVerdict

VERDICTS = {verdict.words(decides=decides) for verdict in Verdict for decides in (True, False)}
VERDICTS |= {verdict.words for verdict in PayoutVerdict}

# The text of an element and the name of a control, as far as the pages use the rules for them.
READ = r"""
  const tidy = text => text.replace(/[\s\u2060]+/g, " ").trim();
  const inside = node => {
    if (node.nodeType === Node.TEXT_NODE) return node.data;
    if (node.nodeType !== Node.ELEMENT_NODE || node.ariaHidden === "true") return "";
    if (getComputedStyle(node).display === "none") return "";
    return node.ariaLabel || [...node.childNodes].map(inside).join("");
  };
  const heard = element => tidy(inside(element));
  const byIds = ids => tidy(ids.split(" ").map(id => document.getElementById(id)?.textContent ?? "").join(" "));
  const named = element => element.hasAttribute("aria-labelledby") ? byIds(element.getAttribute("aria-labelledby"))
    : element.ariaLabel || (element.labels?.length ? heard(element.labels[0]) : heard(element));
  const seen = selector => [...document.querySelectorAll(selector)].filter(element => element.checkVisibility());
  const brief = element => element.outerHTML.slice(0, 110);
"""

# Controls of one kind and one name that do different things: where a link leads, and what a button sends or opens.
ALIKE = """
  const done = new Map();
  for (const control of seen("a[href], button, summary")) {
    if (control.closest("[aria-hidden=true]")) continue;
    const kind = control.localName, known = `${kind} “${named(control)}”`;
    const does = kind === "a" ? control.href
      : control.type === "submit" ? [control.formAction, control.form.id, control.name, control.value].join(" ")
      : control;
    done.set(known, (done.get(known) ?? new Set()).add(does));
  }
  return [...done].filter(([, does]) => does.size > 1).map(([known, does]) => `${does.size} times ${known}`);
"""
# Links that do not say by themselves where they lead, in either language.
VAGUE = r"""
  const bare = /^(?:click |read |see |læs |se |tryk )?(?:here|more|this|link|page|her|mere|dette|side|siden)$/iu;
  return seen("a[href]").filter(link => bare.test(named(link).replace(/[.:→]+$/u, ""))).map(brief);
"""
# Icons without words beside them, and items with the sign or ground of a verdict that do not name it.
UNSAID = """
  const lone = seen("svg.icon-svg[aria-hidden=true]")
    .filter(icon => !heard(icon.closest("a, button, li, dt, p, .verdict")));
  const items = seen(".verdict, .in-short-not-met > dd, .in-short-municipality > dd");
  const silent = items.filter(item => !verdicts.some(words => heard(item).includes(words)));
  return [...lone, ...silent].map(brief);
"""
# Fields in error that do not say it themselves. A radio button cannot be invalid: the group is.
UNTOLD = """
  return seen(".form-error :is(input, select, textarea)").filter(control => {
    if (control.type === "range") return false;
    const message = ":scope > .form-error-message, fieldset > .form-error-message";
    const error = control.closest(".form-error").querySelector(message);
    const told = (control.getAttribute("aria-describedby") ?? "").split(" ").includes(error.id);
    return !told || control.type !== "radio" && control.ariaInvalid !== "true";
  }).map(brief);
"""
# Fields behind a line to open that are no group of its name; units that are no part of their field's name.
UNGROUPED = """
  const closed = seen("details :is(input:not([type=hidden]), select, textarea)").filter(control => !control.readOnly)
    .filter(control => {
      const group = control.closest("details").querySelector(":scope > [role=group]");
      return group?.ariaLabel !== heard(control.closest("details").querySelector("summary"));
    });
  const units = seen(".form-input-suffix").filter(unit => unit.ariaHidden !== "true"
    || !named(unit.parentElement.querySelector("input")).endsWith(tidy(unit.textContent)));
  return [...closed, ...units].map(brief);
"""
# Sliders with the name of their field, or with a bare number as value.
MUTE = r"""
  return seen("[type=range]").filter(slider => named(slider) === named(document.getElementById(slider.dataset.slider))
    || !/^[\d.,]+(?: \p{L}[\p{L} ]+|\s?%)$/u.test(slider.ariaValueText ?? "")).map(brief);
"""

# Forms to fill in with no hint, example or explanation beside them (WCAG 3.3.5).
HELPLESS = """
  return seen("form:has(input:not([type=hidden]), select, textarea)")
    .filter(form => !form.querySelector(".form-hint, .details, p") && !form.parentElement.querySelector(":scope > p"))
    .map(brief);
"""

CHECKS = {
    "cannot be told apart": ALIKE,
    "is a link that says nothing by itself": VAGUE,
    "an icon or a verdict is not in words": UNSAID,
    "does not say its error": UNTOLD,
    "is not in a named group or has a stray unit": UNGROUPED,
    "a slider does not say what it is": MUTE,
    "has no help": HELPLESS,
}


def unheard(page: Page, language: str) -> list[str]:
    """What a page shows and does not say, with names that repeat (WCAG 1.1.1, 1.3.1, 2.4.9, 3.3.1, 3.3.5, 4.1.2)."""
    with override(language):
        verdicts = [gettext(words) for words in VERDICTS]
    return [
        f"{what}: {found}"
        for what, check in CHECKS.items()
        for found in page.evaluate(f"verdicts => {{ {READ} {check} }}", verdicts)
    ]
