// Everything here is an extra: each page works without it.
import { Idiomorph } from "idiomorph/htmx";
import { announce } from "./announcing.js";
import { hold, release } from "./holding.js";
import { judge } from "./judging.js";
import { finish, keep, markOld } from "./keeping.js";
import "./leaving.js";
import "./printing.js";
import { keepsItself, moveSliders, moveTogether } from "./sliders.js";
import "./turning.js";

// A shared link carries answers in its fragment. Take them out of the address bar before anything else.
function openLink() {
  const field = document.querySelector("[data-opens-link]");
  if (!field || !/^#v\d+\./.test(location.hash)) return;
  field.value = location.hash.slice(1);
  history.replaceState(null, "", location.pathname);
  field.form.submit();
}

openLink();
addEventListener("hashchange", openLink);

// Back to a search, or a reload, sends it again without asking: its words stay with the entry in this tab's history.
const search = document.getElementById("search-form");
const again = performance.getEntriesByType("navigation")[0]?.type !== "navigate" && history.state?.search;
if (search && "sent" in search.dataset) history.replaceState({ search: search.elements.q.value }, "");
else if (search && again) search.elements.q.value = again, search.submit();
const root = document.documentElement;
const isLive = (element) => element?.matches?.("form[data-live]");

root.classList.add("js");

// A live update must not disturb what the user is doing: the field being typed in, the slider being
// dragged, and the explanations that are open.
Idiomorph.defaults.ignoreActiveValue = true;
Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, element) =>
  !(name === "open" && element.matches("details")) && !keepsItself(name, element);

document.addEventListener("input", ({ target }) => {
  moveTogether(target);
  // Abort at once and not after the typing delay, so that a response to older input can't arrive in between.
  if (isLive(target.form)) htmx.trigger(target.form, "htmx:abort");
});

function focusOn(element) {
  if (!element) return;
  element.tabIndex = -1;
  element.focus();
}

document.addEventListener("htmx:beforeSwap", ({ detail }) => {
  if (!isLive(detail.requestConfig.elt)) return;
  hold();
  keep(detail);
});

document.addEventListener("htmx:afterSwap", ({ detail }) => {
  const { elt } = detail.requestConfig;
  finish();
  moveSliders();
  if (!elt.isConnected) {
    // The response was a different page, such as the one that asks to submit again.
    focusOn(document.querySelector("#main h1"));
    return;
  }
  release();
  announce();
  judge();
});

const note = () => document.querySelector("p[data-old-note=unreachable]");
for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    markOld("unreachable");
    announce(() => [note()]);
  });
}

document.addEventListener("click", async ({ target }) => {
  const button = target.closest("[data-copy]");
  if (!button) return;
  const { copy, copied, notCopied } = button.dataset;
  const field = document.getElementById(copy);
  // Over plain http there is no clipboard.
  const done = await navigator.clipboard?.writeText(field.value).then(() => true, () => false);
  if (!done) field.select();
  document.getElementById(`${copy}-status`).textContent = done ? copied : notCopied;
});

moveSliders();
focusOn(document.querySelector("[data-module='error-summary']"));
