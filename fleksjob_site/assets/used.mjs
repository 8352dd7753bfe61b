// The design system has styles for far more than this site shows. Here they lose those that no page can have: the
// selectors with a class that no template and no script writes.
import { readdirSync, readFileSync } from "node:fs";
import postcss from "postcss";

export const templates = "../../templates";

// A test finds what Python writes beside these.
const inPython = ["qr", "term"];

// Any word counts as a class, so that none is missed that goes through a variable.
function written() {
  const files = [
    ...readdirSync(templates, { recursive: true }).map((name) => `${templates}/${name}`),
    ...readdirSync("."),
  ].filter((name) => /\.(html|js)$/.test(name));
  const text = files.map((name) => readFileSync(name, "utf8")).join("\n");
  const words = new Set([...inPython, ...text.match(/[\w-]+/g)]);
  // Of `panel-note-{{ kind }}` and `"panel-note-" ~ kind`, only how it begins is known.
  const beginnings = [...new Set(text.match(/[a-z][\w-]*-(?=\{[{%]|["'] ~)/g))];
  return (name) => words.has(name) || beginnings.some((beginning) => name.startsWith(beginning));
}

// Without [attributes] and what stands in brackets, which may be one of several, or just what is not to be there.
function classes(selector) {
  let rest = selector.replace(/\[[^\]]*\]/g, "");
  while (/\([^()]*\)/.test(rest)) rest = rest.replace(/\([^()]*\)/g, "");
  return (rest.match(/\.[a-z][\w-]*/gi) ?? []).map((name) => name.slice(1));
}

export function usedOnly(css) {
  const isWritten = written();
  const sheet = postcss.parse(css);
  sheet.walkRules((rule) => {
    const used = rule.selectors.filter((selector) => classes(selector).every(isWritten));
    if (!used.length) rule.remove();
    else if (used.length < rule.selectors.length) rule.selectors = used;
  });
  sheet.walkAtRules((rule) => {
    if (rule.nodes && !rule.nodes.length) rule.remove();
  });
  return sheet.toString();
}
