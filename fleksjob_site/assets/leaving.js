// A live update that finishes late must not overwrite what a button or a link has stored or deleted.
// What is typed into another form, and not sent, would be lost if the page was loaded again.
let leaving = false, unsent = false;

function leave() {
  leaving = true;
  for (const form of document.querySelectorAll("form[data-live]")) htmx.trigger(form, "htmx:abort");
}

document.addEventListener("submit", () => { unsent = false; leave(); }, true);
document.addEventListener("click", (event) => {
  const link = event.target.closest("a[href]:not([href^='#'], [download])");
  if (link && !event.ctrlKey && !event.metaKey && !event.shiftKey) leave();
  if (link?.matches(".flow-tools a")) unsent = false;
}, true);
// The user stayed on the page, or came back to it. A page that the browser kept may show what has been deleted since.
document.addEventListener("input", ({ target }) => { leaving = false; unsent ||= Boolean(target.form?.matches(":not([data-live])")); }, true);
addEventListener("pageshow", ({ persisted }) => { leaving = false; if (persisted && !unsent && "reloads" in document.body.dataset) location.reload(); });
document.addEventListener("htmx:beforeRequest", (event) => leaving && event.preventDefault());

// Ignore the second click of a double click, even if the first one has already led to another page.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button, .button")) event.preventDefault();
}, true);
