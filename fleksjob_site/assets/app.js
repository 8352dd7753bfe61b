// Everything here is an extra: each page works without it.
import { Idiomorph } from "idiomorph/htmx";
import { announce } from "./announcing.js";
import { hold, release } from "./holding.js";
import config from "./htmx.json";
import { judge } from "./judging.js";
import { finish, keep, markOld } from "./keeping.js";
import { fetchOpened } from "./late.js";
import "./leaving.js";
import "./printing.js";
import { keepsItself, moveSliders, moveTogether } from "./sliders.js";

Object.assign(htmx.config, config); // Before htmx starts, when the page is complete.
const isLive = (element) => element?.matches?.("form[data-live]");
document.documentElement.classList.add("js");

// A live update must not disturb what the user is doing: the field being typed in, the slider being
// dragged, and the explanations that are open.
Idiomorph.defaults.ignoreActiveValue = true;
Idiomorph.defaults.callbacks.beforeAttributeUpdated = (name, element) =>
  !(name === "open" && element.matches("details")) && !keepsItself(name, element);

// A form that looks the same is not in the answer: only its fields that nobody sees are.
Idiomorph.defaults.callbacks.beforeNodeMorphed = (node, fresh) => {
  if (!fresh.matches?.("[data-same]")) return true;
  for (const { name, value } of fresh.elements) node.elements[name].value = value;
  return false;
};

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
  // Opened meanwhile. An answer to that may have no result, and is not asked for again.
  if (detail.requestConfig.parameters["live.brief"]) fetchOpened();
});

for (const failure of ["htmx:responseError", "htmx:sendError", "htmx:timeout"]) {
  document.addEventListener(failure, () => {
    markOld("unreachable");
    announce(() => [document.querySelector("p[data-old-note=unreachable]")]);
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
