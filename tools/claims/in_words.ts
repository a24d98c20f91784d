/**
 * Claims as people name them, and as they are told on a terminal.
 *
 * @module
 */

import { suggestion } from "../nearest.ts";
import { UsageError } from "../usage_error.ts";
import { idsOf } from "./article.ts";
import { type Claim, type Problem, type Verdict, VERDICTS } from "./ledger.ts";

/**
 * Finds the claims that a person names.
 *
 * @param claims all claims
 * @param words ids and sections; all claims without any
 * @throws {UsageError} for a word that names none
 */
export function claimsNamed(
  claims: readonly Claim[],
  words: readonly string[],
): Claim[] {
  const begins = (word: string) => ({ id }: Claim) =>
    id === word || id.startsWith(`${word}.`);
  for (const word of words) {
    if (claims.some(begins(word))) continue;
    throw new UsageError(
      `There is no claim ${word}${suggestion(word, idsOf())}`,
    );
  }
  return claims.filter((claim) =>
    words.length === 0 || words.some((word) => begins(word)(claim))
  );
}

/** The claims, one a line, and how many have which verdict. */
export function listed(claims: readonly Claim[]): string {
  const width = Math.max(
    ...Object.values(VERDICTS).map(({ length }) => length),
  );
  const lines = claims.map(({ id, verdict, statement }) =>
    `${id.padEnd(5)}  ${VERDICTS[verdict].padEnd(width)}  ${statement}`
  );
  return [...lines, "", summary(claims)].join("\n");
}

/** A claim in full: what is said, what was found, and what decides it. */
export function described(claim: Claim): string {
  const decisions = claim.decidedBy.map((decision) => {
    switch (decision.kind) {
      case "test":
        return `${decision.file}: ${decision.name}`;
      case "measurement":
        return `${decision.file}: ${decision.shows}`;
      case "source":
        return `${decision.url}: ${decision.title}, ${decision.place}`;
    }
  });
  return [
    `${claim.id}  ${claim.statement}`,
    `     ${VERDICTS[claim.verdict]}: ${claim.finding}`,
    ...decisions.map((text) => `     ${text}`),
    "",
  ].join("\n");
}

/** How many claims have which verdict. */
export function summary(claims: readonly Claim[]): string {
  const counts = (Object.keys(VERDICTS) as Verdict[]).map((verdict) => {
    const count = claims.filter((claim) => claim.verdict === verdict).length;
    return `${count} ${VERDICTS[verdict]}`;
  });
  return `${counted(claims.length, "claim")}: ${counts.join(", ")}`;
}

/** A number of things: `1 test`, `2 tests`. */
export function counted(count: number, thing: string): string {
  return `${count} ${thing}${count === 1 ? "" : "s"}`;
}

/** Problems, one a line, as editors and people read them. */
export function problemList(problems: readonly Problem[]): string {
  return problems.map(({ file, line, message }) =>
    `${file}:${line}: ${message}`
  )
    .join("\n");
}
