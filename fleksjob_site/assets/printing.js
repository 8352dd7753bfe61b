// On paper every explanation is open. Where ::details-content is unknown, such as in Safari before 18.4, no style can
// open one. Those in a form are left out on paper, as are those around a form.
import { fetchFolded } from "./late.js";

let opened = [];

addEventListener("beforeprint", () => {
  fetchFolded();
  if (CSS.supports("selector(::details-content)")) return;
  opened = [...document.querySelectorAll("details:not([open])")].filter((details) => !details.closest("form") && !details.querySelector("form"));
  for (const details of opened) details.open = true;
});
addEventListener("afterprint", () => {
  for (const details of opened) details.open = false;
  opened = [];
});
