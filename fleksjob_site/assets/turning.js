// In the large view of the examples, the arrow keys and a swipe lead to the person before and after.
const turn = (to) => document.querySelector(`.large-view a[rel="${to}"]`)?.click();
const keys = { ArrowLeft: "prev", ArrowRight: "next" };
let start;

addEventListener("keydown", (event) => {
  if (!event.altKey && !event.ctrlKey && !event.metaKey && !event.shiftKey) turn(keys[event.key]);
});
addEventListener("touchstart", ({ touches }) => { start = touches.length === 1 ? touches[0] : null; }, { passive: true });
addEventListener("touchend", ({ changedTouches: [end] }) => {
  // Two fingers zoom, and one finger moves what is zoomed.
  if (!start || visualViewport.scale > 1.01) return;
  const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
  // Sideways, and farther than a tap or a scroll would.
  if (Math.abs(x) > Math.max(60, 2 * Math.abs(y))) turn(x > 0 ? "prev" : "next");
}, { passive: true });
