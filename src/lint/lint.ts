/**
 * A plugin for `deno lint` that sees what a running program cannot. A generator
 * that was made and dropped leaves no trace, and one that is spent says nothing;
 * so the four mistakes that cost the most time with coroutines are found in the
 * text of the program:
 *
 * - `no-floating-coroutines`: a coroutine that is made and never run,
 * - `no-reused-coroutines`: a coroutine in a variable that is run twice,
 * - `yield-star`: `yield` where `yield*` was meant, with a fix,
 * - `no-swallowed-cancellation`: a `catch` around a wait that ends the way of a
 *   cancellation.
 *
 * Name the plugin in your `deno.json`:
 *
 * ```json
 * {
 *   "lint": {
 *     "plugins": ["https://raw.githubusercontent.com/loopbook/loopbook/main/src/lint/lint.ts"]
 *   }
 * }
 * ```
 *
 * A rule can be turned off there, with `"rules": { "exclude": ["loopbook/yield-star"] }`,
 * and for one line with `// deno-lint-ignore loopbook/yield-star` above it.
 *
 * A file is looked at by itself, without types, and only if it uses the library. A
 * rule speaks where that one file decides the matter, and is silent elsewhere.
 *
 * @module
 */

import { noFloatingCoroutines } from "./no_floating_coroutines.ts";
import { noReusedCoroutines } from "./no_reused_coroutines.ts";
import { noSwallowedCancellation } from "./no_swallowed_cancellation.ts";
import type { Rule } from "./rule.ts";
import { yieldStar } from "./yield_star.ts";

export type { Fix, Fixer, Report, Rule, RuleContext } from "./rule.ts";
export type { Node } from "./tree.ts";

/** A plugin, as `deno lint` wants it. */
export interface Plugin {
  /** What the names of its rules begin with. */
  readonly name: string;
  /** The rules, by name. */
  readonly rules: Readonly<Record<string, Rule>>;
}

/** The plugin. */
const plugin: Plugin = {
  name: "loopbook",
  rules: {
    "no-floating-coroutines": noFloatingCoroutines,
    "no-reused-coroutines": noReusedCoroutines,
    "no-swallowed-cancellation": noSwallowedCancellation,
    "yield-star": yieldStar,
  },
};

export default plugin;
