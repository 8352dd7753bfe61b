// A live update that finishes late must not overwrite what a button or a link has stored or deleted.
let leaving = false;

function leave() {
  leaving = true;
  for (const form of document.querySelectorAll("form[data-live]")) htmx.trigger(form, "htmx:abort");
}

document.addEventListener("submit", leave, true);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([href^='#'], [download])");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave();
}, true);
// The user stayed on the page, or came back to it.
document.addEventListener("input", () => { leaving = false; }, true);
addEventListener("pageshow", () => { leaving = false; });
document.addEventListener("htmx:beforeRequest", (event) => leaving && event.preventDefault());

// Ignore the second click of a double click, even if the first one has already led to another page.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button, .button")) event.preventDefault();
}, true);
