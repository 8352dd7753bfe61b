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

// What was typed and neither sent nor stored by a live update, which would be lost if the page was loaded again.
let unsent = false;
document.addEventListener("input", ({ target }) => { if (target.form && !target.form.matches("[data-live]")) unsent = true; }, true);
document.addEventListener("submit", () => { unsent = false; }, true);
document.addEventListener("click", ({ target }) => { if (target.closest(".flow-tools a")) unsent = false; }, true);

// A browser may show a page as it was left, with answers that have been changed or deleted since.
addEventListener("pageshow", ({ persisted }) => {
  leaving = false;
  if (persisted && !unsent && "reloads" in document.body.dataset) location.reload();
});
document.addEventListener("htmx:beforeRequest", (event) => leaving && event.preventDefault());

// Ignore the second click of a double click, even if the first one has already led to another page.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button, .button")) event.preventDefault();
}, true);
