/**
 * Marks below the headings that decide a claim: its verdict, and a link to where
 * it stands among all claims.
 *
 * The ledger knows which heading decides what, so no chapter has to keep these
 * links.
 *
 * @module
 */

import type { MarkdownIt, Token } from "npm:markdown-it@15.0.0";
import { linkTo, pageAddress } from "../addresses.ts";
import { idOf } from "../../tools/claims/address.ts";
import { type Claim, LEDGER, VERDICTS } from "../../tools/claims/ledger.ts";
import { pageEnv } from "./page_env.ts";

type Entry = Pick<Claim, "id" | "verdict" | "chapter" | "heading">;

const CLAIMS = "/claims/";

/** markdown-it plugin: a line below each heading that the ledger names. */
export function claimMarks(md: MarkdownIt): void {
  md.core.ruler.push("claim marks", (state) => {
    const { source } = pageEnv(state.env);
    const [, chapter] = /^chapters\/([^/]+)\/index\.md$/.exec(source) ?? [];
    if (chapter === undefined) return;
    const claims = readClaims().filter((claim) => claim.chapter === chapter);
    if (claims.length === 0) return;
    const link = linkTo(pageAddress(source)!, CLAIMS);
    let heading: Token | undefined;
    state.tokens = state.tokens.flatMap((token) => {
      if (token.type === "heading_open") heading = token;
      if (token.type !== "heading_close") return [token];
      const id = heading?.attrGet("id");
      const marks = claims.filter((claim) => claim.heading === id);
      if (marks.length === 0) return [token];
      const mark = new state.Token("html_block", "", 0);
      mark.content = `<p class="claim-marks">${
        marks.map((claim) => markOf(claim, link)).join(" ")
      }</p>\n`;
      return [token, mark];
    });
  });
}

function markOf({ id, verdict }: Entry, link: string): string {
  return `<a href="${link}#${
    idOf(id)
  }" data-verdict="${verdict}">Claim ${id}: <b>${VERDICTS[verdict]}</b></a>`;
}

/** The claims of the book; none in one that has no ledger. */
function readClaims(): readonly Entry[] {
  try {
    return JSON.parse(Deno.readTextFileSync(LEDGER)).claims;
  } catch (error) {
    if (error instanceof Deno.errors.NotFound) return [];
    throw new Error(`${LEDGER}: ${(error as Error).message}`);
  }
}
