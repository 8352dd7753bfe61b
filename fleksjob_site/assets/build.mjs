// Builds everything the pages load into dist/; with --watch, again whenever a source is saved.
import { copyFileSync, mkdirSync, rmSync, watch, writeFileSync } from "node:fs";
import esbuild from "esbuild";
import * as sass from "sass";
import { templates, usedOnly } from "./used.mjs";

const design = "node_modules/dkfds/src";

async function build() {
  for (const folder of ["dist/fonts", "dist/icons"]) mkdirSync(folder, { recursive: true });

  const icons = new Set();
  for (const sheet of ["site", "dark", "apart"]) {
    const styles = sass.compile(`${sheet}.scss`, { style: "compressed", loadPaths: ["node_modules"], quietDeps: true });
    const css = usedOnly(styles.css);
    writeFileSync(`dist/${sheet}.css`, css);
    for (const [, icon] of css.matchAll(/icons\/([\w-]+\.svg)/g)) icons.add(icon);
  }
  for (const icon of icons) copyFileSync(`${design}/img/svg-icons/${icon}`, `dist/icons/${icon}`);
  for (const weight of ["Regular", "SemiBold"]) {
    const font = `IBMPlexSans-${weight}-Latin1.woff2`;
    copyFileSync(`${design}/fonts/IBMPlexSans/split/woff2/${font}`, `dist/fonts/${font}`);
  }
  // The letter needs the complete fonts, as TTF: Typst does not read WOFF2.
  mkdirSync("../letter/fonts", { recursive: true });
  for (const weight of ["Regular", "SemiBold"]) {
    const font = `IBMPlexSans-${weight}.ttf`;
    copyFileSync(`${design}/fonts/IBMPlexSans/complete/ttf/${font}`, `../letter/fonts/${font}`);
  }
  copyFileSync("icon.svg", "dist/icon.svg");

  await esbuild.build({
    entryPoints: ["app.js", "framed.js", "opening.js", "searching.js", "turning.js"],
    outdir: "dist",
    bundle: true,
    minify: true,
    // The floor in CONTRIBUTING.md: everything can be done in the first, and nothing is missing in the others.
    target: ["safari15.4", "firefox125", "chrome120"],
    legalComments: "none",
    // The idiomorph extension imports htmx, which the page has already loaded as a global.
    alias: { "htmx.org": "./htmx-global.js" },
  });
}

if (!process.argv.includes("--watch")) {
  rmSync("dist", { recursive: true, force: true });
  await build();
} else {
  let waiting;
  const rebuild = async () => {
    try {
      await build();
      console.log("Assets rebuilt.");
    } catch (error) {
      // Keep watching: the next save may fix it.
      console.error(error.message);
    }
  };
  // Debounced, since editors write a file in several steps.
  const saved = (_event, name) => {
    if (!/\.(scss|js|svg|html)$/.test(name ?? "")) return;
    clearTimeout(waiting);
    waiting = setTimeout(rebuild, 100);
  };
  for (const folder of [".", "own"]) watch(folder, saved);
  watch(templates, { recursive: true }, saved);
}
