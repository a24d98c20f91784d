import {
  type Coroutine,
  isCancelled,
  Queue,
  run,
  Semaphore,
  sleep,
  taskGroup,
  timeout,
  TimeoutError,
} from "../../mod.ts";

// #region site
const site: Record<string, { ms: number; links: string[] }> = {
  "/": { ms: 20, links: ["/a", "/b", "/c"] },
  "/a": { ms: 30, links: ["/"] },
  "/b": { ms: 500, links: [] },
  "/c": { ms: 10, links: ["/d"] },
};

function* download(page: string) {
  const { ms, links } = site[page] ?? { ms: 20, links: null };
  yield* sleep(ms);
  if (links === null) throw new Error("not found");
  return links;
}
// #endregion

function* crawl(start: string): Coroutine<number> {
  // #region discover
  const found = new Set<string>();
  const pages = new Queue<string>();

  function discover(page: string) {
    if (found.has(page)) return;
    found.add(page);
    pages.putNowait(page);
  }
  // #endregion

  // #region visit
  const requests = new Semaphore(2); // the server wants no more at a time

  function* visit(page: string) {
    using _ = yield* requests.acquire();
    return yield* timeout(50, () => download(page));
  }
  // #endregion

  // #region work
  function* work(name: string) {
    while (true) {
      const page = yield* pages.get();
      try {
        for (const link of yield* visit(page)) discover(link);
        console.log(`${name}: ${page}`);
      } catch (error) {
        if (isCancelled(error)) throw error;
        const slow = error instanceof TimeoutError;
        console.log(`${name}: ${page} is ${slow ? "too slow" : "broken"}`);
      } finally {
        pages.taskDone();
      }
    }
  }
  // #endregion

  // #region crawl
  discover(start);
  yield* taskGroup(function* (group) {
    const workers = ["Ada", "Bo", "Cy"].map((name) =>
      group.createTask(work(name), { name })
    );
    yield* pages.join();
    for (const worker of workers) worker.cancel();
  });
  return found.size;
  // #endregion
}

export function* main() {
  console.log(`${yield* crawl("/")} pages found`);
}

if (import.meta.main) await run(main);
