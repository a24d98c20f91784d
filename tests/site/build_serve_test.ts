/** What `deno task start` serves, and what it does when things go wrong. */

import { assert, assertEquals, assertStringIncludes } from "@std/assert";
import { findFile } from "../../site/serve/files.ts";
import { serveSite } from "../../site/serve/handler.ts";
import { NewsDesk } from "../../site/serve/news.ts";
import { FixtureBook } from "./fixtures/fixture_book.ts";

const PROJECT = new URL("../../", import.meta.url).pathname;

/** A folder with a page, an error page and a file beside it that is private. */
async function folder(): Promise<FixtureBook> {
  const book = await FixtureBook.lay();
  await book.write("_site/index.html", "<head></head>Home");
  await book.write("_site/404.html", "<head></head>No such page");
  await book.write("_site/2.1-task/index.html", "<head></head>Task");
  await book.write("_site/mod.js", "export {};");
  await book.write("private.txt", "secret");
  return book;
}

/** Asks a handler over the folder. */
async function ask(
  book: FixtureBook,
  path: string,
  init?: RequestInit,
): Promise<Response> {
  const handle = serveSite({
    root: `${book.root}/_site`,
    news: new NewsDesk(),
    script: () => Promise.resolve(new TextEncoder().encode("live()")),
    firstBuild: Promise.resolve(),
    failure: () => undefined,
  });
  return await handle(new Request(`http://localhost${path}`, init));
}

Deno.test("a file is served with its type", async () => {
  await using book = await folder();
  const response = await ask(book, "/mod.js");
  assertEquals(
    response.headers.get("content-type"),
    "text/javascript; charset=utf-8",
  );
  assertEquals(await response.text(), "export {};");
});

Deno.test("every type that the site has is known", async () => {
  await using book = await folder();
  const types: Record<string, string> = {
    "a.css": "text/css; charset=utf-8",
    "a.html": "text/html; charset=utf-8",
    "a.json": "application/json; charset=utf-8",
    "a.png": "image/png",
    "a.svg": "image/svg+xml; charset=utf-8",
    "a.txt": "text/plain; charset=utf-8",
    "a.wasm": "application/wasm",
    "a.woff2": "font/woff2",
    "a.xml": "application/xml; charset=utf-8",
    "a.unheard-of": "application/octet-stream",
  };
  for (const [name, type] of Object.entries(types)) {
    await book.write(`_site/${name}`, "");
    const response = await ask(book, `/${name}`);
    await response.body?.cancel();
    assertEquals(response.headers.get("content-type"), type);
  }
});

Deno.test("a page gets the script for live reload, a file does not", async () => {
  await using book = await folder();
  assertEquals(
    await (await ask(book, "/")).text(),
    '<head><script src="/@live.js" type="module"></script>\n</head>Home',
  );
  assertEquals(await (await ask(book, "/@live.js")).text(), "live()");
});

Deno.test("a folder without its slash leads to the one with it", async () => {
  await using book = await folder();
  const response = await ask(book, "/2.1-task?a=1");
  assertEquals(response.status, 308);
  assertEquals(response.headers.get("location"), "/2.1-task/?a=1");
});

Deno.test("what is not there gets the error page", async () => {
  await using book = await folder();
  const response = await ask(book, "/2.1-task/nothing/");
  assertEquals(response.status, 404);
  assertStringIncludes(await response.text(), "No such page");
});

Deno.test("no path leads out of the folder", async () => {
  await using book = await folder();
  const root = `${book.root}/_site`;
  for (
    const path of [
      "/../private.txt",
      "/%2e%2e/private.txt",
      "/..%2fprivate.txt",
      "/2.1-task/..%2f..%2fprivate.txt",
      "/..%5cprivate.txt",
      "/%00",
      "/%zz",
    ]
  ) {
    assertEquals(await findFile(root, path), { kind: "nothing" }, path);
  }
});

Deno.test("only reading is served", async () => {
  await using book = await folder();
  const response = await ask(book, "/", { method: "POST" });
  assertEquals(response.status, 405);
  await response.body?.cancel();
});

Deno.test("a site that was never built shows why", async () => {
  await using book = await FixtureBook.lay();
  const handle = serveSite({
    root: `${book.root}/_site`,
    news: new NewsDesk(),
    script: () => Promise.resolve(new Uint8Array()),
    firstBuild: Promise.resolve(),
    failure: () => "index.md:1: <wrong>",
  });
  const response = await handle(new Request("http://localhost/"));
  assertEquals(response.status, 500);
  assertStringIncludes(await response.text(), "index.md:1: &lt;wrong&gt;");
});

/** The lines of a stream, one after the other. */
async function* linesOf(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<string> {
  let rest = "";
  for await (const text of stream.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + text).split("\n");
    rest = parts.pop()!;
    yield* parts;
  }
}

/** Reads on until a line has a text in it. */
async function until(
  lines: AsyncGenerator<string>,
  text: string,
): Promise<string> {
  for (;;) {
    const { done, value } = await lines.next();
    assert(!done, `It ended before a line with "${text}"`);
    if (value.includes(text)) return value;
  }
}

Deno.test("start serves the book, shows changes and faults, and ends on Ctrl-C", async (t) => {
  await using book = await FixtureBook.lay();
  // Somebody else has the port.
  await using other = Deno.serve(
    { port: 0, hostname: "127.0.0.1", onListen() {} },
    () => new Response("somebody else"),
  );
  const taken = other.addr.port;
  const child = new Deno.Command(Deno.execPath(), {
    args: [
      "run",
      "--quiet",
      "--no-prompt",
      "--unstable-bundle",
      "--allow-net=127.0.0.1",
      `--allow-read=${book.root},${PROJECT}`,
      "--allow-write=.loopbook",
      "--allow-env=LOOPBOOK_DEPS",
      `--allow-run=${Deno.execPath()}`,
      `${PROJECT}tools/start.ts`,
      `--port=${taken}`,
    ],
    cwd: book.root,
    env: { LOOPBOOK_DEPS: "npm", NO_COLOR: "1" },
    stdout: "piped",
    stderr: "piped",
  }).spawn();
  await using _ended = {
    async [Symbol.asyncDispose]() {
      await child.status;
    },
  };
  using _killed = {
    [Symbol.dispose]() {
      try {
        child.kill("SIGKILL");
      } catch {
        // It has ended, as it should.
      }
    },
  };
  const said = linesOf(child.stdout);
  const complained = linesOf(child.stderr);
  const page = "chapters/2-lunch/index.md";

  await t.step("a taken port is said, and the next one is tried", async () => {
    await until(said, `Port ${taken} is taken; trying ${taken + 1}`);
  });

  const line = await until(said, "The book is at");
  const address = /http:\S+/.exec(line)![0].replace("localhost", "127.0.0.1");
  const get = async () => await (await fetch(`${address}2-lunch/`)).text();

  await t.step("the address leads to the book", async () => {
    assertStringIncludes(await get(), "Soup.");
  });

  const news = linesOf((await fetch(`${address}@live`)).body!);
  await until(news, ": here");

  await t.step("a changed chapter is built and its page is told", async () => {
    await book.change(page, "Soup.", "Salad.");
    await until(news, '"files":["2-lunch/index.html"]');
    assertStringIncludes(await get(), "Salad.");
  });

  await t.step("a fault is told, and the last good page stays", async () => {
    await book.change(page, "{#menu}", "");
    const told = await until(news, '"kind":"failed"');
    assertStringIncludes(told, `${page}:13: The heading`);
    assertStringIncludes(await get(), "Salad.");
    await until(complained, "The book could not be built");
  });

  await t.step("a mended chapter is told too", async () => {
    await book.change(page, "## The menu", "## The menu {#menu}");
    await until(news, '"kind":"changed"');
  });

  await t.step("Ctrl-C ends it in good order", async () => {
    child.kill("SIGINT");
    await until(said, "Stopped");
    const { code } = await child.status;
    assertEquals(code, 0);
  });
  await news.return(undefined);
  await said.return(undefined);
  await complained.return(undefined);
});
