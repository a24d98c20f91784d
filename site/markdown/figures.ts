/**
 * An image alone in its paragraph is a figure; its title is the caption. A
 * drawing of the book's own (an SVG beside the chapter) is put into the page
 * itself, so that it takes the colors of light and dark. One that a narrow screen
 * would shrink to unreadable letters scrolls in its own box there instead.
 *
 * @module
 */

import { posix } from "node:path";
import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { escapeHtml } from "../code/escape.ts";
import { markdownError, type PageEnv, pageEnv } from "./page_env.ts";

/** markdown-it plugin: images become figures. */
export function figures(md: MarkdownIt): void {
  md.core.ruler.push("figures", (state) => {
    const env = pageEnv(state.env);
    for (let i = 0; i < state.tokens.length; i++) {
      const [open, inline] = state.tokens.slice(i, i + 2);
      const image = inline?.children?.find(({ type }) => type === "image");
      if (!open || !image) continue;
      if (open.type !== "paragraph_open" || inline!.children!.length > 1) {
        throw markdownError(
          env,
          open,
          "An image stands among text; give it a paragraph of its own",
        );
      }
      const figure = new state.Token("html_block", "", 0);
      figure.content = drawFigure(env, open, image, md);
      state.tokens.splice(i, 3, figure);
    }
  });
}

function drawFigure(
  env: PageEnv,
  where: Token,
  image: Token,
  md: MarkdownIt,
): string {
  const alt = image.content.trim();
  const src = String(image.attrGet("src") ?? "");
  if (alt === "") {
    throw markdownError(
      env,
      where,
      `The image ${src} has no text; say in words what it shows, ![like this](${src})`,
    );
  }
  if (!/^[\w./-]+\.svg$/.test(src)) {
    throw markdownError(
      env,
      where,
      `The image ${src} is not a drawing of the book's own; put an .svg file beside the chapter`,
    );
  }
  const svg = readDrawing(env, where, src)
    .replace("<svg", `<svg role="img" aria-label="${escapeHtml(alt)}"`);
  const title = image.attrGet("title");
  const caption = title
    ? `<figcaption>${md.renderInline(String(title), { ...env })}</figcaption>`
    : "";
  const sheet = isWide(svg)
    ? `<div class="sheet" role="group" aria-label="Drawing" tabindex="0">${svg}</div>`
    : svg;
  return `<figure class="drawing">${sheet}${caption}</figure>\n`;
}

/** Whether its letters would be too small on a screen of 360 pixels. */
function isWide(svg: string): boolean {
  const width = /\bviewBox="\S+ \S+ ([\d.]+)/.exec(svg)?.[1];
  return Number(width) > 540;
}

function readDrawing(env: PageEnv, where: Token, src: string): string {
  const path = posix.join(posix.dirname(env.source), src);
  let text: string;
  try {
    text = Deno.readTextFileSync(path);
  } catch {
    throw markdownError(env, where, `The drawing ${path} does not exist`);
  }
  const svg = text.slice(text.indexOf("<svg")).trim();
  if (!svg.startsWith("<svg") || !/\bviewBox=/.test(svg)) {
    throw markdownError(env, where, `${path} is not an SVG with a viewBox`);
  }
  return svg;
}
