// Sliders have no name and are not sent; they and their number field move each other.
const sliderOf = (field) => field.id && document.querySelector(`[data-slider="${CSS.escape(field.id)}"]`);

// One separator followed by exactly three digits groups thousands, as the server parses it.
const toNumber = (text) => Number(text.replace(/[.,\s](?=\d{3}(\D|$))/g, "").replace(",", ".") || NaN);

function moveSlider(slider, field) {
  const value = toNumber(field.value.trim());
  if (!Number.isNaN(value)) slider.value = value;
}

export function moveSliders() {
  for (const slider of document.querySelectorAll("[data-slider]")) {
    if (slider !== document.activeElement) moveSlider(slider, document.getElementById(slider.dataset.slider));
  }
}

// After one of the two is moved by hand.
export function moveTogether(moved) {
  if (moved.matches("[data-slider]")) {
    const field = document.getElementById(moved.dataset.slider);
    field.value = moved.valueAsNumber.toLocaleString(document.documentElement.lang, { useGrouping: false });
  } else if (sliderOf(moved)) {
    moveSlider(sliderOf(moved), moved);
  }
}
