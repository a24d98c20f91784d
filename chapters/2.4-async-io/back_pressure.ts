import { gather, Queue, QueueShutDown, run, sleep } from "../../mod.ts";

// #region pipeline
let most = 0;

function* fetchPages(pages: Queue<number>) {
  for (let page = 1; page <= 6; page++) {
    yield* sleep(10); // the network
    yield* pages.put(page);
    most = Math.max(most, pages.qsize());
  }
  pages.shutdown();
}

function* storePages(pages: Queue<number>) {
  try {
    while (true) {
      yield* pages.get();
      yield* sleep(30); // the disk
    }
  } catch (error) {
    if (!(error instanceof QueueShutDown)) throw error;
  }
}

export function* pipeline(maxsize: number) {
  most = 0;
  const pages = new Queue<number>(maxsize);
  yield* gather([fetchPages(pages), storePages(pages)]);
  return most;
}
// #endregion

// #region main
export function* main() {
  console.log(`without a limit: ${yield* pipeline(0)} pages wait in the queue`);
  console.log(`limit 1: ${yield* pipeline(1)} page waits in the queue`);
}
// #endregion

if (import.meta.main) await run(main);
