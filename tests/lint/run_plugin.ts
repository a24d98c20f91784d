/**
 * Runs the plugin over a piece of code, as `deno lint` does.
 *
 * @module
 */

import { assertEquals } from "@std/assert";
import plugin from "../../src/lint/lint.ts";

/** What `deno lint` tells of a finding. */
export interface Diagnostic {
  readonly id: string;
  readonly message: string;
  readonly hint?: string;
  readonly range: readonly [number, number];
  readonly fix?: readonly { readonly range: [number, number]; text?: string }[];
}

// The types of Deno.lint are in none of the project's sets of types.
const { lint } = Deno as unknown as {
  readonly lint: {
    runPlugin(
      plugin: unknown,
      fileName: string,
      source: string,
    ): Diagnostic[];
  };
};

/** Everything that the plugin finds in a module. */
export function diagnose(source: string): Diagnostic[] {
  return lint.runPlugin(plugin, "module.ts", source);
}

/**
 * Lints a module that begins with an import of the library, and expects the
 * findings of one rule exactly in the lines that end with `// here`, and no
 * finding of another rule.
 */
export function expectFindings(rule: string, source: string): void {
  const module =
    `import { createTask, gather, run, sleep } from "@loopbook/loopbook";\n${source}`;
  const found = diagnose(module).map(({ id, range, message }) =>
    `${lineAt(module, range[0])}: ${
      id === `loopbook/${rule}` ? "here" : `${id} ${message}`
    }`
  );
  const expected = module.split("\n").flatMap((text, index) =>
    text.endsWith("// here") ? [`${index + 1}: here`] : []
  );
  assertEquals(found.sort(byLine), expected);
}

/** Expects that no rule finds anything. */
export function expectSilence(source: string): void {
  expectFindings("none", source);
}

function lineAt(text: string, position: number): number {
  return text.slice(0, position).split("\n").length;
}

function byLine(a: string, b: string): number {
  return parseInt(a) - parseInt(b);
}
