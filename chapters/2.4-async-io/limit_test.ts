import { assert, assertEquals } from "@std/assert";
import { CrowdedServer } from "./crowded_server.ts";
import { main } from "./limit.ts";
import { main as native } from "./limit_native.ts";
import { linesOf, linesOfPython } from "../recording.ts";

const lines = ["6 pages, 6 at once", "6 pages, 2 at once"];

Deno.test("the server notices when more come than it waits for", async () => {
  const server = new CrowdedServer(2);
  const requests = server.urls(6).map((url) => fetch(url));
  const pages = await Promise.all(requests.map(async (request) => {
    const response = await request;
    return response.text();
  }));
  await server.close();
  assertEquals(pages.length, 6);
  assert(server.most > 2, String(server.most));
});

Deno.test("with two permits the server never sees a third request", async () => {
  assertEquals(await linesOf(main), lines);
});

Deno.test("pooledMap keeps the same limit", async () => {
  assertEquals(await linesOf(native), lines);
});

Deno.test("Python's semaphore kept it when it was recorded", async () => {
  assertEquals(await linesOfPython(import.meta, "limit"), lines);
});
