/** What the README shows of the kit is what its example prints. */

import { assert, assertEquals, assertRejects } from "@std/assert";
import { ScheduleError } from "../../mod.ts";

const ROOT = new URL("../../", import.meta.url);

Deno.test("the README's example fails as the README shows", async () => {
  const readme = await Deno.readTextFile(new URL("README.md", ROOT));
  const [, section] = readme.split("## Test async code");
  const [, code, output] =
    /```ts\n(.*?)```.*?```text\n(.*?)```/s.exec(section ?? "") ?? [];
  assert(code !== undefined && output !== undefined, "no example");

  await Deno.mkdir(".loopbook", { recursive: true });
  const file = await Deno.makeTempFile({ dir: ".loopbook", suffix: ".ts" });
  try {
    await Deno.writeTextFile(
      file,
      code.replace(/https:\S+\/mod\.ts/, new URL("mod.ts", ROOT).href),
    );
    const error = await assertRejects(
      () => import(new URL(file, ROOT).href),
      ScheduleError,
    );
    assertEquals(`${String(error)}\n`, output);
  } finally {
    await Deno.remove(file);
  }
});
