/** Bodies that several chapters of the programs have in common. */
import type { Block } from "../../../../src/testing/conformance/program.ts";

/** Says which error it caught. */
export const SAY: Block = [["log", "caught", ["get", "error"]]];

/** A coroutine that sleeps, says so and returns its name. */
export function sleeper(delay: number, name: string): Block {
  return [["sleep", delay], ["log", "wakes"], ["return", name]];
}

/** A coroutine that fails after some time. */
export function failing(delay: number, message: string): Block {
  return [["sleep", delay], ["raise", message]];
}

/** A coroutine that says so when it has to go. */
export const LEAVING: Block = [["try", [["sleep", 1000]], null, [], [[
  "log",
  "leaves",
]]]];

/** Waits for it and says so. */
export function waiter(name: string, method = "wait"): Block {
  return [["awaitDo", name, method, []], ["log", "goes on"]];
}
