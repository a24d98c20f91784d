import { assertEquals } from "@std/assert";
import { fileMemory } from "../../tools/dependency_memory.ts";

const scratch = `${import.meta.dirname}/../../.loopbook`;

/** Runs with the path of a file, in a folder of its own, that is not there. */
async function withFile(use: (path: string) => Promise<void>): Promise<void> {
  await Deno.mkdir(scratch, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: scratch });
  try {
    await use(`${folder}/deep/verdicts.json`);
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

Deno.test("a verdict is there until its time is up", () =>
  withFile(async (path) => {
    let now = 1000;
    const memory = fileMemory(path, () => now);
    assertEquals(await memory.recall("std"), undefined);
    await memory.remember("std", "declared", 50);
    now = 1049;
    assertEquals(await memory.recall("std"), "declared");
    now = 1050;
    assertEquals(await memory.recall("std"), undefined);
  }));

Deno.test("verdicts do not disturb one another, and old ones are swept out", () =>
  withFile(async (path) => {
    let now = 0;
    const memory = fileMemory(path, () => now);
    await memory.remember("std", "declared", 10);
    await memory.remember("lume", "npm", 100);
    assertEquals(await memory.recall("std"), "declared");
    assertEquals(await memory.recall("lume"), "npm");
    now = 20;
    await memory.remember("other", "npm", 100);
    const kept = JSON.parse(await Deno.readTextFile(path));
    assertEquals(Object.keys(kept).sort(), ["lume", "other"]);
  }));

Deno.test("another process finds the verdict", () =>
  withFile(async (path) => {
    await fileMemory(path, () => 0).remember("std", "npm", 10);
    assertEquals(await fileMemory(path, () => 5).recall("std"), "npm");
  }));

for (
  const content of [
    "",
    "{",
    "null",
    "[1]",
    '"text"',
    '{"std": null}',
    '{"std": {"source": "elsewhere", "until": 99}}',
    '{"std": {"source": "npm", "until": "99"}}',
  ]
) {
  Deno.test(`a file with ${content || "nothing in it"} counts as no memory`, () =>
    withFile(async (path) => {
      const memory = fileMemory(path, () => 0);
      await memory.remember("std", "npm", 10);
      assertEquals(await memory.recall("std"), "npm");
      await Deno.writeTextFile(path, content);
      assertEquals(await memory.recall("std"), undefined);
      await memory.remember("std", "declared", 10);
      assertEquals(await memory.recall("std"), "declared");
    }));
}

Deno.test("a place that cannot be written to is no reason to fail", () =>
  withFile(async (path) => {
    await fileMemory(path, () => 0).remember("std", "npm", 10);
    // A file where a folder would have to be.
    const memory = fileMemory(`${path}/verdicts.json`, () => 0);
    await memory.remember("std", "npm", 10);
    assertEquals(await memory.recall("std"), undefined);
  }));
