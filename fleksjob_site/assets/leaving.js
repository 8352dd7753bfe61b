// What a button or a link stores or deletes must not be written over by a live answer that comes after it.
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
// The page stayed after all, or came back.
document.addEventListener("input", () => { leaving = false; }, true);
addEventListener("pageshow", () => { leaving = false; });
document.addEventListener("htmx:beforeRequest", (event) => leaving && event.preventDefault());

// The second click of a double click is the same wish, also where the first one has led to another page.
document.addEventListener("click", (event) => {
  if (event.detail > 1 && event.target.closest("button, .button")) event.preventDefault();
}, true);
