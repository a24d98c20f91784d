/**
 * Formulas, typeset by KaTeX while the page is built: `$e_1$` in a line, `$$`
 * on lines of their own for a display. MathML comes along for screen readers.
 *
 * A dollar opens a formula when no space follows it, and closes one when no
 * space stands before it and no digit after it, so prices stay prices.
 *
 * @module
 */

import katex from "npm:katex@0.19.1";
import type {
  MarkdownIt,
  StateBlock,
  StateInline,
} from "npm:markdown-it@15.0.0";
import { markdownError, type PageEnv, pageEnv } from "./page_env.ts";

/** markdown-it plugin: typesets formulas. */
export function formulas(md: MarkdownIt): void {
  md.inline.ruler.after("escape", "formula", inlineFormula);
  md.block.ruler.before("fence", "formula", displayFormula, {
    alt: ["paragraph", "blockquote", "list"],
  });
  md.renderer.rules["formula"] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const html = typeset(pageEnv(env), token, token.content, false);
    // A line must not begin with the comma that follows a formula.
    const punctuation = token.meta?.["punctuation"];
    return punctuation
      ? `<span class="unbroken">${html}${punctuation}</span>`
      : html;
  };
  md.renderer.rules["formula_display"] = (tokens, index, _options, env) => {
    const token = tokens[index]!;
    const html = typeset(pageEnv(env), token, token.content, true);
    return `<div class="formula" role="group" aria-label="Formula" tabindex="0">${html}</div>\n`;
  };
}

function inlineFormula(state: StateInline, silent: boolean): boolean {
  const { src, pos } = state;
  if (src[pos] !== "$" || /[\s$]/.test(src[pos + 1] ?? " ")) return false;
  let end = pos + 1;
  while (end < state.posMax && (src[end] !== "$" || src[end - 1] === "\\")) {
    end++;
  }
  if (end >= state.posMax || /\s/.test(src[end - 1]!)) return false;
  if (/\d/.test(src[end + 1] ?? "")) return false;
  const punctuation = /^[,.;:!?)]+/.exec(src.slice(end + 1))?.[0] ?? "";
  if (!silent) {
    const token = state.push("formula", "", 0);
    token.content = src.slice(pos + 1, end);
    token.meta = { punctuation };
  }
  state.pos = end + 1 + punctuation.length;
  return true;
}

function displayFormula(
  state: StateBlock,
  start: number,
  end: number,
  silent: boolean,
): boolean {
  const line = (n: number) =>
    state.src.slice(state.bMarks[n]! + state.tShift[n]!, state.eMarks[n])
      .trim();
  if (!line(start).startsWith("$$")) return false;
  if (silent) return true;
  const only = /^\$\$(.+)\$\$$/.exec(line(start))?.[1];
  let last = start;
  let content = only;
  if (content === undefined) {
    do last++; while (last < end && !line(last).endsWith("$$"));
    const lines = [line(start).slice(2)];
    for (let n = start + 1; n < last; n++) lines.push(line(n));
    lines.push(last < end ? line(last).slice(0, -2) : "");
    content = lines.join("\n");
  }
  const token = state.push("formula_display", "", 0);
  token.block = true;
  token.content = content.trim();
  token.map = [start, last + 1];
  state.line = last + 1;
  return true;
}

function typeset(
  env: PageEnv,
  token: Parameters<typeof markdownError>[1],
  formula: string,
  displayMode: boolean,
): string {
  try {
    return katex.renderToString(formula, {
      displayMode,
      throwOnError: true,
      macros: { "∅": "\\varnothing" },
      // A sign that KaTeX's fonts lack would be drawn in some other font.
      strict: (code: string) => code === "unknownSymbol" ? "error" : "ignore",
    });
  } catch (error) {
    throw markdownError(
      env,
      token,
      `The formula ${formula} cannot be typeset: ${(error as Error).message}`,
    );
  }
}
