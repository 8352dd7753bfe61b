// What a live answer changes is read out once, when somebody has stopped typing: the sentences of the page that are new.
const REST = 1000, READ_OUT = 5000;
const live = document.getElementById("live");
const sentences = () => [...document.querySelectorAll("#announcement > *")];
const textOf = (sentence) => sentence.textContent.replace(/\s+/g, " ").trim();
const noted = (what) => what.map((sentence) => ({ text: textOf(sentence), isError: "error" in sentence.dataset }));
let said = noted(sentences()), typedAt = -REST, waiting, emptying;

function say(what) {
  const added = what.filter((sentence) => !said.some(({ text }) => text === textOf(sentence)));
  // Where nothing is left to say, the last result stays the one to compare with; an error that is made again is news.
  said = what.length ? noted(what) : said.filter(({ isError }) => !isError);
  if (!added.length) return;
  live.replaceChildren(...added.flatMap((sentence) => [...sentence.cloneNode(true).childNodes, " "]));
  clearTimeout(emptying);
  emptying = setTimeout(() => live.replaceChildren(), READ_OUT);
}

// `what`: returns the sentences when it is time.
export function announce(what = sentences) {
  clearTimeout(waiting);
  waiting = setTimeout(() => say(what()), typedAt + REST - performance.now());
}

document.addEventListener("input", () => {
  typedAt = performance.now();
  clearTimeout(waiting);
});
