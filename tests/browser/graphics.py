"""Graphics must have a contrast of 3:1 with their surroundings (WCAG 1.4.11), which axe leaves out.

Controls and icons are looked at in a picture of the page, because browsers draw some of them by themselves; the lines
and areas of the charts are read from their styles.
"""

from base64 import b64encode
from typing import Any

from playwright.sync_api import Page

from tests.browser.stops import contrast, ground

MODES: dict[str, dict[str, Any]] = {
    "light": {},
    "dark": {"color_scheme": "dark"},
    "forced colours": {"forced_colors": "active"},
    "dark forced colours": {"forced_colors": "active", "color_scheme": "dark"},
    "print": {"media": "print"},
}
PLAIN = {"color_scheme": "light", "forced_colors": "none", "media": "screen"}
# Chromium paints no page above 16,384 px. The rest of a longer page is left out: it has nothing of another kind.
HIGHEST = 16_000
# Printers leave out backgrounds by default.
PAPER = "* { background: none !important; }"

# Wait for transitions and for parts opened for print, and start the screenshot at the top.
HEIGHT = """async () => {
  scrollTo(0, 0);
  for (let frame = 0; frame < 2; frame++) await new Promise(requestAnimationFrame);
  await Promise.all(document.getAnimations().map(moving => moving.finished));
  return document.documentElement.scrollHeight;
}"""

# In a screenshot, walks into each side of a box and counts the pixels that stand out.
LOOK = """async picture => {
  const bytes = Uint8Array.from(atob(picture), letter => letter.charCodeAt(0));
  const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
  const canvas = new OffscreenCanvas(bitmap.width, bitmap.height).getContext("2d");
  canvas.drawImage(bitmap, 0, 0);
  const {data, width, height} = canvas.getImageData(0, 0, bitmap.width, bitmap.height);
  const linear = byte => byte <= 10 ? byte / 3294.6 : ((byte / 255 + 0.055) / 1.055) ** 2.4;
  const luminance = (x, y) => {
    const at = 4 * (Math.min(Math.max(Math.round(y), 0), height - 1) * width
      + Math.min(Math.max(Math.round(x), 0), width - 1));
    return 0.2126 * linear(data[at]) + 0.7152 * linear(data[at + 1]) + 0.0722 * linear(data[at + 2]);
  };
  const apart = (one, other) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05) >= 3;

  const box = (element, part) => {
    if (part === "words") {
      const range = document.createRange();
      range.selectNodeContents(element);
      return range.getBoundingClientRect();
    }
    const rect = element.getBoundingClientRect(), style = getComputedStyle(element, part);
    if (!part) return rect;
    const length = name => parseFloat(style[name]) || 0;
    const border = name => parseFloat(getComputedStyle(element)[name]) || 0;
    return new DOMRect(rect.left + border("borderLeftWidth") + length("left") + length("marginLeft"),
      rect.top + border("borderTopWidth") + length("top") + length("marginTop"), length("width"), length("height"));
  };
  const edged = rect => [[0, 1], [0, -1], [1, 0], [-1, 0]].every(([right, down]) => {
    const x = right ? (right > 0 ? rect.left - 3 : rect.right + 2) : (rect.left + rect.right) / 2;
    const y = down ? (down > 0 ? rect.top - 3 : rect.bottom + 2) : (rect.top + rect.bottom) / 2;
    const around = luminance(x, y);
    return [...Array(9).keys()].some(step => apart(around, luminance(x + right * step, y + down * step)));
  });
  const filled = rect => {
    const around = luminance(rect.left + 1, rect.top + 1);
    let found = 0;
    for (let y = rect.top; y < rect.bottom; y++) {
      for (let x = rect.left; x < rect.right; x++) found += apart(around, luminance(x, y));
    }
    return found >= 12;
  };

  const kinds = [
    [".form-input, .button:not(.button-tertiary), .card, .word-toggle, .alert-error", null, edged],
    [".form-radio, .form-checkbox", "label", edged],
    [".icon-svg, .form-slider, .logo-mark", null, filled],
    // Forced colours put a plate behind words, on which the colour of the button may be none.
    [".button, .logo-mark", "words", filled],
    [".details-summary, .way > li", "::before", filled],
  ];
  // An open definition lies over what is behind it.
  const note = document.querySelector(":popover-open"), over = note?.getBoundingClientRect();
  const covered = (element, rect) => note && !note.contains(element) && rect.left < over.right + 4
    && rect.right > over.left - 4 && rect.top < over.bottom + 4 && rect.bottom > over.top - 4;

  return kinds.flatMap(([selector, part, drawn]) => [...document.querySelectorAll(selector)].filter(element => {
    let rect = box(element, part === "label" ? null : part);
    if (part === "label" && getComputedStyle(element.nextElementSibling, "::before").content !== "none") {
      rect = box(element.nextElementSibling, "::before");
    }
    const seen = element.checkVisibility({opacityProperty: part !== "label"}) && rect.width > 1 && rect.height > 1;
    return seen && rect.bottom < height && rect.right > 0 && !covered(element, rect) && !drawn(rect);
  }).map(element => `${element.className.baseVal ?? element.className} ${element.id || element.textContent.trim()}`));
}"""

SHAPES = """() => [...document.querySelectorAll(".curve, .timeline, .timeline-legend svg")]
  .filter(picture => picture.checkVisibility())
  .map(picture => {
    const behind = [];
    for (let box = picture.parentElement; box; box = box.parentElement) {
      behind.push(getComputedStyle(box).backgroundColor);
    }
    // The lines across the whole chart only lead the eye: every value is written.
    const shapes = [...picture.querySelectorAll(":is(line, polyline, circle, rect, polygon):not(.curve-grid)")];
    return {behind, shapes: shapes.map(shape => ({
      name: `${shape.tagName} ${shape.getAttribute("class") ?? ""}`,
      fill: getComputedStyle(shape).fill,
      stroke: getComputedStyle(shape).stroke,
      area: shape.matches("polygon, rect"),
      crosses: shape.matches("line") && !shape.closest("defs"),
    })), words: [...picture.querySelectorAll("text")].map(word => getComputedStyle(word).fill)};
  })"""


def unclear_charts(page: Page) -> list[str]:
    """Lines, areas and texts of the charts with too little contrast to the background or to what they cross."""
    faults = []
    for chart in page.evaluate(SHAPES):
        sheet = ground(chart["behind"])
        areas = [shape for shape in chart["shapes"] if shape["area"] and shape["fill"].startswith("rgb")]
        for shape in chart["shapes"]:
            if contrast(shape["stroke"], sheet) < 3:
                faults.append(f"{shape['name']} is faint on its ground")
            if shape["crosses"] and any(contrast(shape["stroke"], area["fill"]) < 3 for area in areas):
                faults.append(f"{shape['name']} is faint where it crosses an area")
        if any(contrast(word, sheet) < 7 for word in chart["words"]):
            faults.append("words in a chart are faint")
    return sorted(set(faults))


def unclear(page: Page) -> list[str]:
    """All graphics with too little contrast on the current page; the window becomes as high as the page."""
    size = page.viewport_size
    assert size
    page.set_viewport_size({"width": size["width"], "height": min(page.evaluate(HEIGHT), HIGHEST)})
    picture = b64encode(page.screenshot()).decode()
    found = [f"faint or lost: {what[:100]}" for what in page.evaluate(LOOK, picture)]
    page.set_viewport_size(size)
    return found + unclear_charts(page)
