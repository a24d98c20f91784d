/**
 * How a piece of code, an output and a timeline look in a page. Copying one
 * gives the plain text: there are no line numbers or prompts in it.
 *
 * @module
 */

import { escapeHtml } from "./escape.ts";
import { highlight } from "./highlight.ts";

/** The line above a piece of code. */
export interface CodeCaption {
  /** What it says: a file's name, or what the text is. */
  readonly text: string;
  /** Where the file can be read. */
  readonly link?: string;
  /** What stands at the right: `lines 10–24`. */
  readonly detail?: string;
}

/**
 * Draws a piece of code.
 *
 * @param code the code, without the line break at its end
 * @param language its language
 * @param caption the line above it; none when absent
 * @param context how many lines at both ends are drawn faintly
 * @returns a `<figure>`
 */
export function codeFigure(
  code: string,
  language: string,
  caption?: CodeCaption,
  context?: readonly [number, number],
): string {
  return figure("code", language, highlight(code, language, context), caption);
}

/**
 * Draws what a program printed.
 *
 * @param output the lines, without the line break at the end
 * @param caption the line above them
 * @returns a `<figure>`
 */
export function outputFigure(output: string, caption: CodeCaption): string {
  return figure("code output", "text", escapeHtml(output), caption);
}

/**
 * Draws a run as a picture, with the text timeline for those who cannot see it
 * or prefer it.
 *
 * @param picture the picture as HTML
 * @param text the same run as text
 * @param caption the line above it
 * @returns a `<figure>`
 */
export function timelineFigure(
  picture: string,
  text: string,
  caption: CodeCaption,
): string {
  const name = escapeHtml(caption.text);
  return `<figure class="timeline">${
    drawCaption(caption)
  }<div class="picture" role="group" aria-label="${name}" tabindex="0">${picture}</div><details><summary>The same as text</summary><pre tabindex="0"><code>${
    escapeHtml(text)
  }</code></pre></details></figure>\n`;
}

function figure(
  kind: string,
  language: string,
  html: string,
  caption: CodeCaption | undefined,
): string {
  return `<figure class="${kind}">${
    drawCaption(caption)
  }<pre tabindex="0"><code class="language-${language}">${html}</code></pre></figure>\n`;
}

function drawCaption(caption: CodeCaption | undefined): string {
  if (!caption) return "";
  const text = escapeHtml(caption.text);
  const linked = caption.link
    ? `<a href="${escapeHtml(caption.link)}">${text}</a>`
    : `<span>${text}</span>`;
  const detail = caption.detail
    ? `<span class="detail">${escapeHtml(caption.detail)}</span>`
    : "";
  return `<figcaption>${linked}${detail}</figcaption>`;
}
