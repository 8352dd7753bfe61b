"""How large the targets of a page are (WCAG 2.5.5), and whether it fits a phone with large text (1.4.4)."""

from playwright.sync_api import Page

SIDE = 44
"""Width and height of a target at least, in pixels."""

# A box to tick is pressed by its label as well. Left out is what WCAG leaves out: a target in a sentence, which is as
# high as its line. The toggle beside a word is one: as large as the others it would lie over the lines around it.
SMALL = """side => {
  const written = element => (element?.textContent ?? "").replace(/[?\\s\\u2060]+/g, "").length;
  const inSentence = control =>
    written(control.closest("p, li, dd, td, th, .word-definition")) > written(control)
    && (getComputedStyle(control).display === "inline" || control.matches(".word-toggle"));
  const extent = control => {
    const boxes = [control, ...(control.matches("[type=radio], [type=checkbox]") ? control.labels : [])]
      .map(part => part.getBoundingClientRect());
    return [Math.max(...boxes.map(box => box.right)) - Math.min(...boxes.map(box => box.left)),
      Math.max(...boxes.map(box => box.bottom)) - Math.min(...boxes.map(box => box.top))];
  };
  return [...document.querySelectorAll("a[href], button, summary, select, textarea, input:not([type=hidden])")]
    .filter(control => control.checkVisibility() && !control.closest("[aria-hidden=true]") && !inSentence(control))
    .map(control => ({control, extent: extent(control)}))
    // Half a pixel is lost in rounding.
    .filter(({extent}) => Math.min(...extent) < side - 0.5)
    .map(({control, extent}) => `only ${extent.map(Math.round).join(" × ")}: ${control.outerHTML.slice(0, 120)}`);
}"""


def small(page: Page, side: int = SIDE) -> list[str]:
    """Targets that are too small to hit with a shaking hand."""
    found: list[str] = page.evaluate(SMALL, side)
    return found


# What the browser's text size makes of 100 %: the design system sets its unit to 62.5 % of it.
LARGE = "html { font-size: 125% !important; }"
RESTYLE = """style => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(style);
  document.adoptedStyleSheets = style ? [sheet] : [];
}"""
# What goes beyond the window: the page as a whole, or an open definition, which lies over it.
BEYOND = """() => {
  const note = document.querySelector(":popover-open")?.getBoundingClientRect();
  return [
    ...(document.documentElement.scrollWidth > innerWidth
      ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []),
    // It scrolls with its word, so no more than its size can be too much.
    ...(note && (note.left < 0 || note.right > innerWidth || note.height > innerHeight)
      ? [`the definition reaches from ${note.left} to ${note.right} px and is ${note.height} px high`] : []),
  ];
}"""


def beyond(page: Page, widths: tuple[int, ...] = (320, 360)) -> list[str]:
    """What does not fit phones on which text is set twice as large."""
    size = page.viewport_size
    assert size
    page.evaluate(RESTYLE, LARGE)
    found = []
    for width in widths:
        page.set_viewport_size({"width": width, "height": size["height"]})
        found += [f"{width} px: {what}" for what in page.evaluate(BEYOND)]
    page.evaluate(RESTYLE, "")
    page.set_viewport_size(size)
    return found
