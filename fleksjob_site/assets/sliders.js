// Sliders have no name and are not sent; they and their number field move each other.
const sliderOf = (field) => field.id && document.querySelector(`[data-slider="${CSS.escape(field.id)}"]`);

// Plain forms move the slider at once; any other that the server reads, when it has answered with the number.
function toNumber(text) {
  const plain = text.replace(/\p{Cf}/gu, "").match(/^(\d+)(?:[.,](\d{1,2}))?\s*(?:%|timer|hours)?$/i);
  return plain ? Number(`${plain[1]}.${plain[2] ?? 0}`) : NaN;
}

const inWords = (number) => number.toLocaleString(document.documentElement.lang, { useGrouping: false });

// A screen reader says the value with its unit: "12.5 hours" and not "12.5".
function sayValue(slider) {
  const { one, many } = slider.dataset, value = slider.valueAsNumber;
  slider.ariaValueText = (value === 1 ? one : many).replace("{number}", inWords(value));
}

function moveSlider(slider, text) {
  const value = toNumber(text.trim());
  if (!Number.isNaN(value)) slider.value = value;
  sayValue(slider);
}

export function moveSliders() {
  for (const slider of document.querySelectorAll("[data-slider]")) {
    const { read, slider: field } = slider.dataset, { value } = document.getElementById(field);
    // The server's number stays from an earlier answer where the text can be read here.
    if (slider !== document.activeElement) moveSlider(slider, Number.isNaN(toNumber(value.trim())) ? read ?? "" : value);
  }
}

// What the server knows nothing of, and a live update must leave as it is: a slider, and a tick without a name.
export const keepsItself = (name, element) =>
  element.matches("[data-slider]") ? /^(value|aria-valuetext)$/.test(name) : name === "checked" && !element.name;

// After one of the two is moved by hand.
export function moveTogether(moved) {
  if (moved.matches("[data-slider]")) {
    const field = document.getElementById(moved.dataset.slider);
    field.value = inWords(moved.valueAsNumber);
    sayValue(moved);
  } else if (sliderOf(moved)) {
    moveSlider(sliderOf(moved), moved.value);
  }
}
