/**
 * Links as they work on the code host, turned into links that work in the
 * site: another chapter's `index.md` into its page, a source file into its
 * place on the code host.
 *
 * @module
 */

import type { MarkdownIt } from "npm:markdown-it@15.0.0";
import { rewriteLink } from "../addresses.ts";
import { markdownError, pageEnv } from "./page_env.ts";

/** markdown-it plugin: rewrites every link of a page. */
export function links(md: MarkdownIt): void {
  md.core.ruler.push("links", (state) => {
    const env = pageEnv(state.env);
    for (const block of state.tokens) {
      for (const token of block.children ?? []) {
        if (token.type !== "link_open") continue;
        const href = String(token.attrGet("href") ?? "");
        try {
          token.attrSet("href", rewriteLink(href, env.source));
        } catch (error) {
          throw markdownError(env, block, (error as Error).message);
        }
      }
    }
  });
}
