/**
 * Syntax colors by Shiki, as classes: `<span class="t-keyword">`. The colors
 * themselves are in the style sheet, once for light and once for dark.
 *
 * @module
 */

import {
  createCssVariablesTheme,
  createHighlighterCoreSync,
} from "npm:shiki@4.6.0/core";
import { createJavaScriptRegexEngine } from "npm:shiki@4.6.0/engine/javascript";
import css from "npm:@shikijs/langs@4.6.0/css";
import diff from "npm:@shikijs/langs@4.6.0/diff";
import html from "npm:@shikijs/langs@4.6.0/html";
import javascript from "npm:@shikijs/langs@4.6.0/javascript";
import json from "npm:@shikijs/langs@4.6.0/json";
import jsonc from "npm:@shikijs/langs@4.6.0/jsonc";
import python from "npm:@shikijs/langs@4.6.0/python";
import shell from "npm:@shikijs/langs@4.6.0/shellscript";
import session from "npm:@shikijs/langs@4.6.0/shellsession";
import toml from "npm:@shikijs/langs@4.6.0/toml";
import typescript from "npm:@shikijs/langs@4.6.0/typescript";
import { escapeHtml } from "./escape.ts";

/** Our names for languages, and Shiki's. */
const LANGUAGES: Readonly<Record<string, string>> = {
  ts: "typescript",
  typescript: "typescript",
  js: "javascript",
  javascript: "javascript",
  python: "python",
  py: "python",
  sh: "shellscript",
  bash: "shellscript",
  console: "shellsession",
  json: "json",
  jsonc: "jsonc",
  toml: "toml",
  html: "html",
  css: "css",
  diff: "diff",
  text: "text",
};

/** The languages a code block can be in. */
export const languages: readonly string[] = Object.keys(LANGUAGES);

const highlighter = createHighlighterCoreSync({
  themes: [createCssVariablesTheme({ name: "book", variablePrefix: "--" })],
  langs: [
    css,
    diff,
    html,
    javascript,
    json,
    jsonc,
    python,
    session,
    shell,
    toml,
    typescript,
  ],
  engine: createJavaScriptRegexEngine(),
});

// A builder that follows changes meets the same code again and again.
const colored = new Map<string, string>();

/**
 * Colors code.
 *
 * @param code the code, without the line break at its end
 * @param language one of {@linkcode languages}
 * @param context how many non-blank lines at the start and at the end are only
 * there to show where the code stands; they are marked, to be drawn faintly
 * @returns HTML for the inside of a `<code>`; its text is the code, unchanged
 * @throws {TypeError} for a language that is not in the list
 */
export function highlight(
  code: string,
  language: string,
  [before, after]: readonly [number, number] = [0, 0],
): string {
  const lang = LANGUAGES[language];
  if (lang === undefined) {
    throw new TypeError(
      `Unknown language "${language}"; the languages are ${
        languages.join(", ")
      }`,
    );
  }
  if (lang === "text") return escapeHtml(code);
  const key = `${lang} ${before} ${after} ${code}`;
  const known = colored.get(key);
  if (known !== undefined) return known;
  const lines = highlighter
    // Without this a busy machine would leave the colors out after half a second.
    .codeToTokensBase(code, { lang, theme: "book", tokenizeTimeLimit: 0 })
    .map((line) =>
      line.map((token) => span(token.content, token.color)).join("")
    );
  faint(lines, before);
  lines.reverse();
  faint(lines, after);
  const html = lines.reverse().join("\n");
  colored.set(key, html);
  return html;
}

/** Marks the first so many lines that have something in them. */
function faint(lines: string[], count: number): void {
  for (let i = 0; i < lines.length && count > 0; i++) {
    if (lines[i] === "") continue;
    lines[i] = `<span class="t-context">${lines[i]}</span>`;
    count--;
  }
}

function span(text: string, color: string | undefined): string {
  const kind = /--token-([a-z-]+)/.exec(color ?? "")?.[1];
  if (kind === undefined || text.trim() === "") return escapeHtml(text);
  return `<span class="t-${kind}">${escapeHtml(text)}</span>`;
}
