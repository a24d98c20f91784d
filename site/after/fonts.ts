/**
 * The fonts, out of their npm packages: Source Serif for reading, Fira Code for
 * code (it has the box-drawing characters of the timelines, in one width), and
 * KaTeX's own for formulas. All are served by the site itself.
 *
 * Nothing but a raw import reaches a file inside an npm package, which is why
 * the builders run with `--unstable-raw-imports`. The specifiers are put
 * together at run time, or `deno check` would want the flag too; the packages
 * are named in full below so that the lock knows them.
 *
 * @module
 */

import katexPackage from "npm:katex@0.19.1/package.json" with { type: "json" };
import monoPackage from "npm:@fontsource-variable/fira-code@5.3.0/package.json" with {
  type: "json",
};
import serifPackage from "npm:@fontsource-variable/source-serif-4@5.3.1/package.json" with {
  type: "json",
};

const KATEX = `npm:katex@${katexPackage.version}/dist`;
const MONO = `npm:${monoPackage.name}@${monoPackage.version}/files`;
const SERIF = `npm:${serifPackage.name}@${serifPackage.version}/files`;

/** The text fonts by the name under which the style sheet asks for them. */
const TEXT_FONTS: Readonly<Record<string, string>> = {
  "fonts/serif.woff2": `${SERIF}/source-serif-4-latin-wght-normal.woff2`,
  "fonts/serif-italic.woff2": `${SERIF}/source-serif-4-latin-wght-italic.woff2`,
  "fonts/mono.woff2": `${MONO}/fira-code-latin-wght-normal.woff2`,
  "fonts/mono-symbols.woff2": `${MONO}/fira-code-symbols2-wght-normal.woff2`,
};

/**
 * Reads every font the site serves, and KaTeX's style sheet with them.
 *
 * @returns the files by their path in the site
 */
export async function fontFiles(): Promise<Map<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  const add = async ([path, specifier]: readonly [string, string]) => {
    files.set(path, await readBytes(specifier));
  };
  await Promise.all(Object.entries(TEXT_FONTS).map(add));
  const css = await readBytes(`${KATEX}/katex.min.css`);
  const { text, fonts } = onlyWoff2(new TextDecoder().decode(css));
  files.set("katex/katex.css", new TextEncoder().encode(text));
  await Promise.all(
    fonts.map((font) => add([`katex/fonts/${font}`, `${KATEX}/fonts/${font}`])),
  );
  return files;
}

/** Drops the older formats that every font of KaTeX's style sheet offers too. */
function onlyWoff2(css: string): { text: string; fonts: string[] } {
  const text = css.replace(
    /,url\([^)]*\.(?:woff|ttf)\)\s*format\("[^"]*"\)/g,
    "",
  );
  const fonts = [...text.matchAll(/url\(fonts\/([\w-]+\.woff2)\)/g)]
    .map((match) => match[1]!);
  return { text, fonts };
}

async function readBytes(specifier: string): Promise<Uint8Array> {
  const module = await import(specifier, { with: { type: "bytes" } });
  return module.default;
}
