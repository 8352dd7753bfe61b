// Shows a calculator of the fleksjob guide in a frame that is as tall as its content. Version 1: this file never
// changes, so that the integrity attribute of the pages that load it stays right. A fix is a new file.
(() => {
  const origin = new URL(document.currentScript.src).origin;
  const calculators = {
    income: {
      da: ["/embed/indkomst/", "Beregn løn og fleksløntilskud i et fleksjob"],
      en: ["/en/embed/income/", "Work out wage and subsidy in a flexi-job"],
    },
    payout: {
      da: ["/embed/tjek-udbetaling/", "Tjek en udbetaling af fleksløntilskud"],
      en: ["/en/embed/check-my-payout/", "Check a payout of the flexi-wage subsidy"],
    },
  };

  function show(place) {
    const { fleksjob, language } = place.dataset;
    const calculator = calculators[fleksjob];
    // Without the language of the calculator that of the page counts, and Danish for any that there is none in.
    const wanted = language || document.documentElement.lang.slice(0, 2).toLowerCase();
    if (!calculator || place.querySelector("iframe")) return;
    const [path, title] = calculator[wanted] || calculator.da;
    const frame = document.createElement("iframe");
    frame.src = origin + path;
    frame.title = title;
    frame.loading = "lazy";
    // The calculator does not need to know where it stands.
    frame.referrerPolicy = "no-referrer";
    Object.assign(frame.style, { border: "0", display: "block", height: "1000px", width: "100%" });
    addEventListener("message", ({ data, origin: sender, source }) => {
      if (sender !== origin || source !== frame.contentWindow) return;
      const { fleksjobHeight: height, fleksjobShow: top } = data || {};
      if (Number.isFinite(height)) frame.style.height = `${Math.min(Math.max(height, 100), 30000)}px`;
      // After a button in the frame was pressed, what it led to comes into view.
      if (Number.isFinite(top)) scrollBy(0, frame.getBoundingClientRect().top + top - innerHeight / 8);
    });
    place.replaceChildren(frame);
  }

  function showAll() {
    for (const place of document.querySelectorAll("[data-fleksjob]")) show(place);
  }

  if (document.readyState === "loading") addEventListener("DOMContentLoaded", showAll);
  else showAll();
})();
