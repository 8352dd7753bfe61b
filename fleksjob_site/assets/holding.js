// What somebody is typing in stays where it is on the screen while something above it comes or goes.
let anchor, top, held = 0;

export function hold() {
  const focused = document.activeElement;
  anchor = focused.closest("#main form[data-live]") ? focused : null;
  top = anchor?.getBoundingClientRect().top;
}

export function release() {
  if (!anchor?.isConnected) return;
  const moved = anchor.getBoundingClientRect().top - top;
  if (!moved && !held) return;
  // At the top of the page nothing can be scrolled down, so room is left there instead, until it is out of sight.
  const missing = Math.min(held, Math.max(0, scrollY + moved)) || Math.min(0, scrollY + moved);
  held -= missing;
  document.documentElement.style.setProperty("--held", `${held}px`);
  scrollBy({ top: anchor.getBoundingClientRect().top - top, behavior: "instant" });
}
