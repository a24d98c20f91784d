/**
 * The same program three ways, in tabs.
 *
 * In the markdown the ways stand one after the other between two comments, each
 * under a bold name, so a code host shows them all. In the page a group of
 * radio buttons picks one: that needs no script, and the arrow keys and screen
 * readers know it. Without the style sheet, and on paper, all are there again.
 *
 * @module
 */

import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { escapeHtml } from "../code/escape.ts";
import { markdownError, nextName, type PageEnv, pageEnv } from "./page_env.ts";

const OPEN = /^<!--\s*tabs\s*-->\s*$/;
const CLOSE = /^<!--\s*\/tabs\s*-->\s*$/;

/** markdown-it plugin: marked stretches of a page become tabs. */
export function tabs(md: MarkdownIt): void {
  md.core.ruler.push("tabs", (state) => {
    const env = pageEnv(state.env);
    const html = (content: string): Token => {
      const token = new state.Token("html_block", "", 0);
      token.content = content;
      return token;
    };
    const out: Token[] = [];
    let group: { open: Token; tokens: Token[] } | undefined;
    for (const token of state.tokens) {
      const comment = token.type === "html_block" ? token.content.trim() : "";
      if (OPEN.test(comment)) {
        if (group) throw markdownError(env, token, "Tabs within tabs");
        group = { open: token, tokens: [] };
      } else if (CLOSE.test(comment)) {
        if (!group) {
          throw markdownError(
            env,
            token,
            "<!-- /tabs --> without <!-- tabs -->",
          );
        }
        out.push(...drawGroup(env, group.open, group.tokens, html));
        group = undefined;
      } else (group?.tokens ?? out).push(token);
    }
    if (group) {
      throw markdownError(
        env,
        group.open,
        "<!-- tabs --> without <!-- /tabs -->",
      );
    }
    state.tokens = out;
  });
}

interface Panel {
  readonly name: string;
  readonly tokens: Token[];
}

function drawGroup(
  env: PageEnv,
  open: Token,
  tokens: readonly Token[],
  html: (content: string) => Token,
): Token[] {
  const panels = cutPanels(env, open, tokens);
  const group = nextName(env, "tabs");
  const choices = panels.map(({ name }, index) =>
    `<input type="radio" name="${group}" id="${group}-${index}" value="${
      escapeHtml(name)
    }"${index === 0 ? " checked" : ""}><label for="${group}-${index}">${
      escapeHtml(name)
    }</label>`
  );
  return [
    html(
      `<div class="tabs">\n<fieldset class="tab-bar"><legend class="unseen">The same program in</legend>${
        choices.join("")
      }</fieldset>\n`,
    ),
    ...panels.flatMap(({ name, tokens }) => [
      html(
        `<div class="tab" role="group" aria-label="${
          escapeHtml(name)
        }">\n<p class="tab-name">${escapeHtml(name)}</p>\n`,
      ),
      ...tokens,
      html("</div>\n"),
    ]),
    html("</div>\n"),
  ];
}

/** Cuts the stretch at its bold lines. */
function cutPanels(
  env: PageEnv,
  open: Token,
  tokens: readonly Token[],
): Panel[] {
  const panels: Panel[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const name = panelName(tokens.slice(i, i + 3));
    if (name !== undefined) {
      panels.push({ name, tokens: [] });
      i += 2;
      continue;
    }
    const panel = panels.at(-1);
    if (!panel) {
      throw markdownError(
        env,
        tokens[i] ?? open,
        "The first thing between the tabs comments must be a bold line, such as **Python**",
      );
    }
    panel.tokens.push(tokens[i]!);
  }
  if (panels.length < 2 || panels.length > 4) {
    throw markdownError(
      env,
      open,
      `${panels.length} tabs; there must be two to four, each under a bold line of its own`,
    );
  }
  return panels;
}

function panelName(tokens: readonly Token[]): string | undefined {
  const [paragraph, inline] = tokens;
  if (paragraph?.type !== "paragraph_open") return undefined;
  const kinds = inline?.children?.filter((token) =>
    token.type !== "text" || token.content !== ""
  ).map((token) => token.type);
  if (kinds?.join() !== "strong_open,text,strong_close") return undefined;
  return inline!.children!.find((token) =>
    token.type === "text" && token.content
  )!
    .content;
}
