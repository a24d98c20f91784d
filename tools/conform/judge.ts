/**
 * Judges the loop of one module, in a worker: a loop that hangs can be ended
 * there, and what it prints does not mix with the report.
 *
 * @module
 */

import { type Adapter, conformance } from "@loopbook/loopbook/conformance";
import type { Question, Word } from "./words.ts";

const port = self as unknown as {
  onmessage: (event: MessageEvent<Question>) => void;
  postMessage(word: Word): void;
};

console.log = console.info = console.debug = console.error;

port.onmessage = async ({ data: { module, rules, names } }) => {
  const adapter = await load(module);
  if (adapter === null) return;
  let suite;
  try {
    suite = conformance(adapter);
  } catch (error) {
    return refuse((error as Error).message);
  }
  const wanted = ({ rule }: { rule: number }) => rules?.includes(rule) ?? true;
  const lacking = suite.notImplemented.filter(wanted);
  port.postMessage({
    kind: "begins",
    loop: adapter.name ?? "your loop",
    python: suite.python,
    cases: suite.cases.filter(wanted)
      .map(({ name, rule, title, source, expected, needs }) => ({
        name,
        rule,
        title,
        source,
        expected,
        needs,
      })),
    notImplemented: lacking.map(({ rule }) => ({ rule })),
    missing: suite.missing.filter((operation) =>
      lacking.some(({ needs }) => needs.includes(operation))
    ),
  });
  await suite.run({
    ...rules === null ? {} : { rules },
    ...names === null ? {} : { names },
    onCase: (name) => port.postMessage({ kind: "case", name }),
    onResult: (result) => port.postMessage({ kind: "result", result }),
  });
  port.postMessage({ kind: "ends" });
};

async function load(module: string): Promise<Adapter | null> {
  let exports: Record<string, unknown>;
  try {
    exports = await import(module);
  } catch (error) {
    refuse(`The module could not be loaded: ${(error as Error).message}`);
    return null;
  }
  const adapter = exports["adapter"] ?? exports["default"];
  if (adapter !== undefined) return adapter as Adapter;
  const names = Object.keys(exports);
  refuse(
    `The module exports ${
      names.length === 0 ? "nothing" : `only ${names.join(", ")}`
    }; it must export the operations of its loop as adapter: export const adapter: Adapter = { makeLoop, run, callSoon, … }`,
  );
  return null;
}

function refuse(message: string): void {
  port.postMessage({ kind: "refused", message });
}
