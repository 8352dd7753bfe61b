// A result stays until there is another one. Meanwhile it is marked as old.
import { Idiomorph } from "idiomorph/htmx";

const FIGURE = "[data-result]", SUMMARY = "nav:has([data-module='error-summary'])", REST = 1000;
let answer = null, marking;

export function markOld(reason) {
  clearTimeout(marking);
  marking = null;
  document.getElementById("main").dataset.old = reason;
  for (const note of document.querySelectorAll("[data-old-note]")) note.hidden = note.dataset.oldNote !== reason;
}

// An answer without a result replaces the form only, and with it the messages.
export function keep(detail) {
  const form = detail.requestConfig.elt;
  answer = new DOMParser().parseFromString(detail.serverResponse, "text/html");
  const hasForm = form.id && answer.getElementById(form.id);
  if (!hasForm || answer.querySelector(FIGURE) || !document.querySelector(FIGURE)) {
    answer = null;
    clearTimeout(marking);
    marking = null;
    return;
  }
  detail.target = form;
  detail.selectOverride = `#${form.id}`;
}

export function finish() {
  if (!answer) return;
  const [old, current] = [document, answer].map((page) => page.querySelector(SUMMARY));
  if (old && current) Idiomorph.morph(old, current);
  else old?.remove();
  for (const id of ["announcement", "notices"]) document.getElementById(id)?.replaceWith(answer.getElementById(id));
  answer = null;
  // Not for a moment between two results.
  marking ??= setTimeout(() => markOld("changed"), REST);
}
