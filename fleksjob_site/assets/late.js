// What is folded may be missing from a live answer until it is opened, or printed.
const MISSING = "[data-late] > .details-text:empty";
const form = () => document.querySelector("form[data-live]");

export function fetchOpened() {
  if (document.querySelector(`[open]${MISSING}`)) htmx.trigger(form(), "judge");
}

document.addEventListener("toggle", fetchOpened, true);
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (!document.querySelector("[data-late][open]")) detail.parameters["live.brief"] = 1;
});

// The browser prints as soon as this returns.
export function fetchFolded() {
  if (!document.querySelector(MISSING)) return;
  const asked = new XMLHttpRequest(), typed = new URLSearchParams(new FormData(form()));
  for (const [name, value] of Object.entries(JSON.parse(form().dataset.hxVals))) typed.set(name, value);
  asked.open("POST", form().action, false);
  try { asked.send(typed); } catch { return; }
  const answer = new DOMParser().parseFromString(asked.responseText, "text/html");
  for (const part of document.querySelectorAll(MISSING)) part.replaceWith(answer.querySelector(`#${part.parentElement.id} > .details-text`) ?? part);
}
