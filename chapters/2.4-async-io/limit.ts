import { abortSignal, fromPromise, gather, run, Semaphore } from "../../mod.ts";
import { CrowdedServer } from "./crowded_server.ts";

// #region limited
function* download(url: string, permits: Semaphore) {
  using _ = yield* permits.acquire();
  const signal = abortSignal();
  const response = yield* fromPromise(fetch(url, { signal }));
  return yield* fromPromise(response.text());
}

function* downloadAll(urls: string[], atOnce: number) {
  const permits = new Semaphore(atOnce);
  return yield* gather(urls.map((url) => download(url, permits)));
}
// #endregion

// #region main
export function* main() {
  for (const atOnce of [6, 2]) {
    const server = new CrowdedServer(atOnce);
    const pages = yield* downloadAll(server.urls(6), atOnce);
    console.log(`${pages.length} pages, ${server.most} at once`);
    yield* fromPromise(server.close());
  }
}
// #endregion

if (import.meta.main) await run(main);
