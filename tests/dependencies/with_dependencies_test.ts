import { assertEquals, assertStringIncludes, assertThrows } from "@std/assert";
import { UsageError } from "../../tools/usage_error.ts";
import { readRequest } from "../../tools/with_dependencies.ts";

const launcher = new URL("../../tools/with_dependencies.ts", import.meta.url);

/** Starts the launcher the way `deno task with` does. */
function start(...args: string[]): Deno.ChildProcess {
  return new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--allow-env=LOOPBOOK_DEPS",
      `--allow-run=${Deno.execPath()}`,
      launcher.href,
      ...args,
    ],
    env: { LOOPBOOK_DEPS: "npm", NO_COLOR: "1" },
    stdin: "null",
    stdout: "piped",
    stderr: "piped",
  }).spawn();
}

async function run(...args: string[]) {
  const { code, stdout, stderr } = await start(...args).output();
  const decoder = new TextDecoder();
  return { code, out: decoder.decode(stdout), err: decoder.decode(stderr) };
}

Deno.test("the command and its arguments stand behind the options", () => {
  assertEquals(readRequest(["--needs=lume,std", "run", "--x", "--needs=y"]), {
    needs: ["lume", "std"],
    command: "run",
    args: ["--x", "--needs=y"],
  });
});

Deno.test("a task needs @std when it does not say what", () => {
  assertEquals(readRequest(["test"]), {
    needs: ["std"],
    command: "test",
    args: [],
  });
});

Deno.test("a wrong command line is refused with what is wrong", () => {
  assertThrows(() => readRequest([]), UsageError, "No command given");
  assertThrows(() => readRequest(["--fast"]), UsageError, '"--fast"');
  assertThrows(() => readRequest(["--needs=jsr"]), UsageError, '"jsr"');
});

Deno.test("--help says how to use it", async () => {
  const { code, out } = await run("--help");
  assertEquals(code, 0);
  assertStringIncludes(out, "Usage: deno task with");
});

Deno.test("a mistake is one line on stderr and the exit code 2", async () => {
  const { code, err } = await run("--fast");
  assertEquals(code, 2);
  assertEquals(err.trimEnd().split("\n").length, 1);
});

Deno.test("the command sees the chosen source and its own arguments", async () => {
  const { out } = await run(
    "eval",
    "console.log(import.meta.resolve('@std/assert'), Deno.args)",
    "one",
    "two",
  );
  assertStringIncludes(out, "/tools/npm/std/assert.ts");
  assertStringIncludes(out, '[ "one", "two" ]');
});

Deno.test("the command's exit code is the exit code", async () => {
  assertEquals((await run("eval", "Deno.exit(7)")).code, 7);
});

Deno.test({
  name: "a signal reaches the command, which decides",
  ignore: Deno.build.os === "windows",
  async fn() {
    const child = start(
      "eval",
      `Deno.addSignalListener("SIGTERM", () => Deno.exit(9));
       setInterval(() => {}, 60_000);
       console.log("ready");`,
    );
    const reader = child.stdout.getReader();
    await reader.read();
    child.kill("SIGTERM");
    const { code } = await child.status;
    assertEquals(code, 9);
    await reader.cancel();
    await child.stderr.cancel();
  },
});
