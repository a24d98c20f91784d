import { assertEquals, assertRejects } from "@std/assert";
import { run, Trace } from "../../mod.ts";
import { main } from "./run_inside_run.ts";

Deno.test("run inside of run is refused, and the inner program prints nothing", async () => {
  const trace = new Trace();
  using _ = trace.listen(console, { echo: false });
  await assertRejects(
    () => run(main, { clock: "virtual" }),
    Error,
    "Cannot run an event loop while another one is running",
  );
  assertEquals(trace.events, []);
});
