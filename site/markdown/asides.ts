/**
 * Asides: the code host's alerts (`> [!NOTE]`), under the names the book gives
 * them.
 *
 * @module
 */

import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { markdownError, pageEnv } from "./page_env.ts";

const NAMES: Readonly<Record<string, string>> = {
  NOTE: "Note",
  TIP: "Try it",
  IMPORTANT: "Remember",
  WARNING: "Where it breaks",
  CAUTION: "Careful",
};

const MARK = /^\[!([A-Za-z]+)\]$/;

/** markdown-it plugin: marked quotations become asides. */
export function asides(md: MarkdownIt): void {
  md.core.ruler.push("asides", (state) => {
    const env = pageEnv(state.env);
    state.tokens.forEach((open, index) => {
      const inline = state.tokens[index + 2];
      if (open.type !== "blockquote_open" || inline?.type !== "inline") return;
      const kind = takeMark(inline);
      if (kind === undefined) return;
      const name = NAMES[kind];
      if (name === undefined) {
        throw markdownError(
          env,
          open,
          `Unknown aside [!${kind}]; the kinds are ${
            Object.keys(NAMES).join(", ")
          }`,
        );
      }
      open.tag = "div";
      open.attrSet("class", `aside aside-${kind.toLowerCase()}`);
      open.attrSet("role", "note");
      open.meta = { name };
      closing(state.tokens, index).tag = "div";
    });
  });

  md.renderer.rules["blockquote_open"] = (
    tokens,
    index,
    options,
    _env,
    self,
  ) => {
    const open = self.renderToken(tokens, index, options);
    const name = tokens[index]!.meta?.["name"];
    return name === undefined
      ? open
      : `${open}<p class="aside-name">${name}</p>\n`;
  };
}

/** Takes the mark off the first line and says which it was. */
function takeMark(inline: Token): string | undefined {
  const children = inline.children ?? [];
  const first = children[0];
  const kind = first?.type === "text"
    ? MARK.exec(first.content.trim())?.[1]
    : undefined;
  if (kind === undefined) return undefined;
  if (children.length > 1 && children[1]!.type !== "softbreak") {
    return undefined;
  }
  children.splice(0, 2);
  return kind.toUpperCase();
}

function closing(tokens: Token[], open: number): Token {
  const level = tokens[open]!.level;
  return tokens.find((token, index) =>
    index > open && token.type === "blockquote_close" && token.level === level
  )!;
}
