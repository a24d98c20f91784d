import { assertEquals, assertRejects } from "@std/assert";
import { unpackFile, unpackOnce } from "./unpacking.ts";

/** A folder of its own for a test, inside the project's scratch folder. */
async function inScratch(test: (folder: string) => Promise<void>) {
  await Deno.mkdir(".loopbook", { recursive: true });
  const scratch = await Deno.makeTempDir({ dir: ".loopbook" });
  try {
    await test(`${scratch}/packed`);
  } finally {
    await Deno.remove(scratch, { recursive: true });
  }
}

Deno.test("those who unpack at the same time unpack once", () =>
  inScratch(async (folder) => {
    let filled = 0;
    const unpack = () =>
      unpackOnce(folder, async (draft) => {
        filled++;
        await Deno.writeTextFile(`${draft}/one`, "1");
        await Deno.writeTextFile(`${draft}/two`, "2");
      });
    await Promise.all([unpack(), unpack(), unpack()]);
    assertEquals(filled, 1);
    assertEquals(await Deno.readTextFile(`${folder}/two`), "2");
  }));

Deno.test("a folder has its name only when it is whole", () =>
  inScratch(async (folder) => {
    await unpackOnce(folder, async (draft) => {
      await Deno.writeTextFile(`${draft}/one`, "1");
      await assertRejects(() => Deno.stat(folder), Deno.errors.NotFound);
    });
    assertEquals(await Deno.readTextFile(`${folder}/one`), "1");
  }));

Deno.test("what an interrupted process left is thrown away", () =>
  inScratch(async (folder) => {
    await Deno.mkdir(`${folder}.draft`);
    await Deno.writeTextFile(`${folder}.draft/half`, "1");
    await unpackOnce(
      folder,
      (draft) => Deno.writeTextFile(`${draft}/whole`, "2"),
    );
    const names = [...Deno.readDirSync(folder)].map(({ name }) => name);
    assertEquals(names, ["whole"]);
  }));

Deno.test("unpacking that fails is tried again by the next", () =>
  inScratch(async (folder) => {
    const fail = () => Promise.reject(new Error("The disk is full"));
    await assertRejects(() => unpackOnce(folder, fail), Error, "disk is full");
    await unpackOnce(folder, (draft) => Deno.writeTextFile(`${draft}/a`, ""));
    assertEquals((await Deno.stat(`${folder}/a`)).isFile, true);
  }));

Deno.test("a file that is not the one that was tried is refused", () =>
  inScratch(async (folder) => {
    const file = {
      specifier: "npm:axe-core@4.14.1/LICENSE",
      digest: "0".repeat(64),
    };
    await assertRejects(
      () => unpackOnce(folder, (draft) => unpackFile(file, draft, "LICENSE")),
      Error,
      "it is not the file that was tried",
    );
    await assertRejects(() => Deno.stat(folder), Deno.errors.NotFound);
  }));
