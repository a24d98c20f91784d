/**
 * Headings with ids that are written down, `## Ready queue {#ready-queue}`,
 * because a link and a translation must not break when a heading is reworded.
 * The text of a heading is a link to itself.
 *
 * @module
 */

import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { markdownError, type PageEnv, pageEnv } from "./page_env.ts";

const ID = /\s*\{#([^}]*)\}\s*$/;

/** markdown-it plugin: ids, self-links, and the rules for headings. */
export function headings(md: MarkdownIt): void {
  md.core.ruler.push("headings", (state) => {
    const env = pageEnv(state.env);
    const ids = new Set<string>();
    const kept: Token[] = [];
    let titles = 0;
    for (let i = 0; i < state.tokens.length; i++) {
      const open = state.tokens[i]!;
      const inline = state.tokens[i + 1];
      if (open.type !== "heading_open" || !inline) {
        kept.push(open);
        continue;
      }
      if (open.tag === "h1") {
        expectFirst(env, open, kept.length + titles++);
        i += 2;
        continue;
      }
      giveId(env, open, inline, ids);
      kept.push(open);
    }
    state.tokens = kept;
  });

  md.renderer.rules["heading_open"] = (tokens, index, options, _env, self) => {
    const open = self.renderToken(tokens, index, options);
    const id = tokens[index]!.attrGet("id");
    return id ? `${open}<a class="self" href="#${id}">` : open;
  };
  md.renderer.rules["heading_close"] = (tokens, index, options, _env, self) => {
    const close = self.renderToken(tokens, index, options);
    return tokens[index - 2]?.attrGet("id") ? `</a>${close}` : close;
  };
}

/** The layout draws the title, so the text's own `# Title` is left out. */
function expectFirst(env: PageEnv, open: Token, before: number): void {
  if (before === 0) return;
  throw markdownError(
    env,
    open,
    "A # heading below the title; a chapter has one title, its sections begin with ##",
  );
}

function giveId(
  env: PageEnv,
  open: Token,
  inline: Token,
  ids: Set<string>,
): void {
  const last = inline.children?.at(-1);
  const id = last?.type === "text" ? ID.exec(last.content)?.[1] : undefined;
  if (id === undefined) {
    if (open.tag !== "h2" && open.tag !== "h3") return;
    throw markdownError(
      env,
      open,
      `The heading "${inline.content}" has no id; write one after it, such as {#ready-queue}`,
    );
  }
  if (!/^[a-z][a-z0-9-]*$/.test(id)) {
    throw markdownError(
      env,
      open,
      `The id "${id}" is not made of lower-case letters, digits and hyphens`,
    );
  }
  if (ids.has(id)) {
    throw markdownError(env, open, `The id "${id}" is used twice in this page`);
  }
  ids.add(id);
  last!.content = last!.content.replace(ID, "");
  open.attrSet("id", id);
}
