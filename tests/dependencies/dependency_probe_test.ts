import { assertEquals } from "@std/assert";
import { type Answer, probe } from "../../tools/dependency_probe.ts";

const scratch = `${import.meta.dirname}/../../.loopbook`;

/** A probe, and how the processes it started ended. */
interface Outcome {
  readonly answer: Answer;
  readonly ends: Deno.CommandStatus[];
}

// Asks for modules that an import map declares to be at `origin`, with a cache
// of Deno's own that is empty.
async function ask(origin: string, signal: AbortSignal): Promise<Outcome> {
  await Deno.mkdir(scratch, { recursive: true });
  const folder = await Deno.makeTempDir({ dir: scratch });
  const importMap = { imports: { "declared/": `${origin}/` } };
  const children: Deno.ChildProcess[] = [];
  try {
    await Deno.writeTextFile(
      `${folder}/import_map.json`,
      JSON.stringify(importMap),
    );
    const answer = await probe(
      { modules: ["declared/mod.ts"], door: "declared/door.ts" },
      signal,
      (args) => {
        const child = new Deno.Command(Deno.execPath(), {
          args: [
            ...args.slice(0, -1),
            `--import-map=${folder}/import_map.json`,
            `--allow-import=${new URL(origin).host}`,
            ...args.slice(-1),
          ],
          env: { DENO_DIR: `${folder}/cache`, NO_PROXY: "127.0.0.1" },
          stdout: "piped",
          stderr: "null",
        }).spawn();
        children.push(child);
        return child;
      },
    );
    const ends = await Promise.all(children.map((child) => child.status));
    return { answer, ends };
  } finally {
    await Deno.remove(folder, { recursive: true });
  }
}

/** Serves some modules, each with its text, and nothing else. */
function serve(modules: Record<string, string>): Deno.HttpServer<Deno.NetAddr> {
  return Deno.serve(
    { hostname: "127.0.0.1", port: 0, onListen: () => {} },
    (request) => {
      const code = modules[new URL(request.url).pathname];
      return code === undefined
        ? new Response("Not here", { status: 404 })
        : new Response(code, {
          headers: { "content-type": "text/typescript" },
        });
    },
  );
}

function originOf({ addr }: { readonly addr: Deno.NetAddr }): string {
  return `http://${addr.hostname}:${addr.port}`;
}

const never = new AbortController().signal;

Deno.test("modules that can be fetched resolve", async () => {
  await using server = serve({
    "/mod.ts": 'export * from "./part.ts";',
    "/part.ts": "export {};",
    "/door.ts": "export {};",
  });
  const { answer } = await ask(originOf(server), never);
  assertEquals(answer, "resolves");
});

Deno.test("an open door is enough", async () => {
  await using server = serve({ "/door.ts": "export {};" });
  assertEquals((await ask(originOf(server), never)).answer, "resolves");
});

Deno.test("a whole graph is enough", async () => {
  await using server = serve({ "/mod.ts": "export {};" });
  assertEquals((await ask(originOf(server), never)).answer, "resolves");
});

Deno.test("a graph that lacks a module fails", async () => {
  await using server = serve({ "/mod.ts": 'export * from "./absent.ts";' });
  assertEquals((await ask(originOf(server), never)).answer, "fails");
});

Deno.test("a refused connection fails without waiting for the deadline", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const origin = originOf(listener);
  listener.close();
  assertEquals((await ask(origin, never)).answer, "fails");
});

Deno.test("a server that never answers is given up at the deadline, and Deno killed", async () => {
  const listener = Deno.listen({ hostname: "127.0.0.1", port: 0 });
  const deadline = new AbortController();
  const accepting = (async () => {
    // Both questions have reached the server, which says nothing to either.
    const connections = [await listener.accept(), await listener.accept()];
    deadline.abort();
    // Whoever were still alive would see the line go dead, and end otherwise.
    for (const connection of connections) connection.close();
    listener.close();
  })();
  const { answer, ends } = await ask(originOf(listener), deadline.signal);
  await accepting;
  assertEquals(answer, "silent");
  assertEquals(ends.map((end) => end.signal), ["SIGKILL", "SIGKILL"]);
});

Deno.test("no process starts after the deadline", async () => {
  const { answer, ends } = await ask("http://127.0.0.1:9", AbortSignal.abort());
  assertEquals([answer, ends], ["silent", []]);
});
