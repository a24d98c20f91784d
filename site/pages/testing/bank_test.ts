// #region tests
import { assertEquals } from "@std/assert";
import { explore, virtual } from "../../../mod.ts";
import { oneAtATime } from "./mended.ts";
import { retrying } from "./retries.ts";

Deno.test("nobody takes out more than there is", async () => {
  const { exhausted } = await explore(oneAtATime);
  assertEquals(exhausted, true);
});

Deno.test("a client gives a busy server time", () =>
  virtual(async (time) => {
    let attempts = 0;
    await retrying(() =>
      ++attempts < 4 ? Promise.reject("busy") : Promise.resolve("done")
    );
    assertEquals(time.now(), 7_000);
  }));
// #endregion
