/**
 * Questions to tools that run only in programs of their own.
 *
 * @module
 */

import { emptyFolder, runIn } from "../../import/empty_folder.ts";
import { findNode } from "../../import/node.ts";
import { runVitest } from "../runners/vitest.ts";

const here = (name: string) => new URL(name, import.meta.url);

/** Says that a tool can't be run on this machine. */
export class NotHere extends Error {
  override readonly name = "NotHere";
}

/** What vitest does, by the name of the question. */
export async function askVitest(question: string): Promise<string> {
  await using folder = await emptyFolder({
    "probe.test.mjs": await Deno.readTextFile(here("probe_vitest.mjs")),
  });
  const { stdout, stderr } = await runVitest(folder.path);
  return answerTo(question, `${stdout}\n${stderr}`);
}

/** What node:test does, by the name of the question. */
export async function askNode(question: string): Promise<string> {
  const node = await findNode([20, 4]);
  if (node.kind === "none") throw new NotHere(node.reason);
  const name = "probe_node.mjs";
  await using folder = await emptyFolder({
    [name]: await Deno.readTextFile(here(name)),
  });
  const { stdout, stderr } = await runIn(
    folder.path,
    [await node.program(), name],
    { NODE_NO_WARNINGS: "1" },
  );
  return answerTo(question, `${stdout}\n${stderr}`);
}

/** What `deno test` says of a test file. */
export async function askDeno(name: string): Promise<string> {
  await using folder = await emptyFolder({
    [name]: await Deno.readTextFile(here(name)),
  });
  const { stdout } = await runIn(folder.path, [
    Deno.execPath(),
    "test",
    "--quiet",
    name,
  ]);
  const [, error = ""] = /^error: (.*?)^ FAILURES/ms.exec(stdout) ?? [];
  if (error === "") throw new Error(`No error of deno test:\n${stdout}`);
  return error;
}

function answerTo(question: string, output: string): string {
  for (const [_, json] of output.matchAll(/^PROBE (.*)$/gm)) {
    const [asked, answer] = JSON.parse(json!) as [string, string];
    if (asked === question) return answer;
  }
  throw new Error(`No answer to "${question}":\n${output}`);
}
