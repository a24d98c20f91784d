/** A test that waits for nobody, for `deno test` to report. */
Deno.test("waits for nobody", async () => {
  await new Promise(() => {});
});
