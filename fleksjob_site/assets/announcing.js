// What a live answer changes is read out once, when somebody has stopped typing: the sentences of the page that are new.
const REST = 1000, READ_OUT = 5000;
const live = document.getElementById("live");
const sentences = () => [...document.querySelectorAll("#announcement > *")];
const textOf = (sentence) => sentence.textContent.replace(/\s+/g, " ").trim();
const isResult = ({ dataset }) => !("error" in dataset || "blank" in dataset);
const noted = (what) => what.map((sentence) => ({ text: textOf(sentence), isResult: isResult(sentence) }));
let said = noted(sentences()), typedAt = -REST, waiting, emptying;

function say(what) {
  // That a field is empty is news only where it takes a result away.
  const added = what.filter((sentence) => !said.some(({ text }) => text === textOf(sentence))
    && (!("blank" in sentence.dataset) || said.some((before) => before.isResult)));
  // Where nothing is left to say, the last result stays the one to compare with; an error that is made again is news.
  said = what.length ? noted(what) : said.filter((before) => before.isResult);
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
