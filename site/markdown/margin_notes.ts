/**
 * Footnotes as margin notes. A note stands right after its mark in the text:
 * that is where a screen reader should say it and a narrow screen can show it;
 * on a wide one the style sheet moves it into the margin, beside its line.
 *
 * @module
 */

import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { markdownError, type PageEnv, pageEnv } from "./page_env.ts";

/** markdown-it plugin: to be used after markdown-it-footnote. */
export function marginNotes(md: MarkdownIt): void {
  md.core.ruler.push("margin_notes", (state) => {
    const env = pageEnv(state.env);
    const notes: Token[][] = [];
    const kept: Token[] = [];
    let current: number | undefined;
    for (const token of state.tokens) {
      if (token.type === "footnote_open") {
        current = Number(token.meta?.["id"]);
        notes[current] = [];
      } else if (token.type === "footnote_close") {
        current = undefined;
      } else if (current !== undefined) {
        collect(env, token, notes[current]!);
      } else if (!token.type.startsWith("footnote_block")) {
        kept.push(token);
      }
    }
    state.tokens = kept;
    env["notes"] = notes;
  });

  md.renderer.rules["footnote_ref"] = (tokens, index, options, env, self) => {
    const meta = tokens[index]!.meta;
    const id = Number(meta?.["id"]);
    const number = id + 1;
    const mark = `<sup class="note-mark">${number}</sup>`;
    if (Number(meta?.["subId"]) > 0) return mark;
    const notes = pageEnv(env)["notes"] as Token[][];
    const text = self.renderInline(notes[id] ?? [], options, env);
    return `${mark}<span class="note" role="note"><span class="note-number">${number}</span> ${text}</span>`;
  };
}

function collect(env: PageEnv, token: Token, note: Token[]): void {
  switch (token.type) {
    case "paragraph_open":
    case "paragraph_close":
    case "footnote_anchor":
      return;
    case "inline":
      if (note.length > 0) {
        throw markdownError(
          env,
          token,
          "A note has more than one paragraph; shorten it or make it an aside",
        );
      }
      note.push(...(token.children ?? []));
      return;
    default:
      throw markdownError(
        env,
        token,
        `A note holds a ${
          token.type.replace(/_.*/, "")
        }; only one paragraph of text fits in the margin`,
      );
  }
}
