// What is folded may be missing from a live answer until it is opened, or printed.
import { Idiomorph } from "idiomorph/htmx";

const MISSING = "[data-late] > .details-text:empty";
const form = () => document.querySelector("form[data-live]");

export function fetchOpened() {
  if (document.querySelector(`[open]${MISSING}`)) htmx.trigger(form(), "judge");
}

document.addEventListener("toggle", fetchOpened, true);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!document.querySelector("[data-late][open]")) detail.parameters.brief = 1;
});

// Printing waits for nothing but this.
export function fetchFolded() {
  if (!document.querySelector(MISSING)) return;
  const asked = new XMLHttpRequest(), typed = new URLSearchParams(new FormData(form()));
  for (const [name, value] of Object.entries(JSON.parse(form().dataset.hxVals))) typed.set(name, value);
  asked.open("POST", form().action, false);
  try { asked.send(typed); } catch { return; }
  const main = new DOMParser().parseFromString(asked.responseText, "text/html").getElementById("main");
  if (asked.status === 200) Idiomorph.morph(document.getElementById("main"), main);
}
