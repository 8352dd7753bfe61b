// A field is judged when it is left, or after a rest. Until then a live request names it as the one being typed in.
const REST = 1500;
let typed = null, resting, isPressed = false;

// The inputs of a month or a day are one field.
const fieldOf = ({ name }) => name?.replace(/-(?:day|month|year)$/, "");
// A month without its year yet is not finished, however long the rest.
const isHalf = () => [...typed.form.elements].some((other) => fieldOf(other) === fieldOf(typed) && !other.value && other !== typed);
const isTyping = () => typed && document.activeElement.form === typed.form
  && fieldOf(document.activeElement) === fieldOf(typed);

// Ask again for what the last answer has left out.
export function judge() {
  const form = document.querySelector("form[data-waiting]");
  if (form && !isPressed && !isTyping()) htmx.trigger(form, "judge");
}

document.addEventListener("input", ({ target }) => {
  typed = target.matches("[type=text]") ? target : null;
  clearTimeout(resting);
  resting = setTimeout(() => {
    if (typed && isHalf()) return;
    typed = null;
    judge();
  }, REST);
});
// A message that appears while a button is being pressed would move it away from under the pointer.
document.addEventListener("pointerdown", () => { isPressed = true; });
for (const end of ["pointerup", "pointercancel"]) {
  document.addEventListener(end, () => {
    isPressed = false;
    setTimeout(judge);
  });
}
// Between two fields the focus is nowhere.
document.addEventListener("focusout", () => setTimeout(judge));
document.addEventListener("htmx:configRequest", ({ detail }) => {
  if (isTyping()) detail.parameters.typing = fieldOf(typed);
});
