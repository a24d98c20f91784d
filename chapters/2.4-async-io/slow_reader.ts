import { createTask, fromPromise, gather, run, sleep } from "../../mod.ts";

// #region pump
const chunk = new Uint8Array(65_536);
let sent = 0;

function* pump(conn: Deno.Conn) {
  while (true) sent += yield* fromPromise(conn.write(chunk));
}
// #endregion

// #region main
function* program() {
  const { here, there } = yield* connect();
  const pumping = createTask(pump(here));

  yield* standstill();
  const before = sent;
  const kibibytes = Math.round(before / 1024);
  console.log(`nobody reads, and the writer waits after ${kibibytes} KiB`);

  const buffer = new Uint8Array(65_536);
  while (sent === before) yield* fromPromise(there.read(buffer));
  console.log("somebody reads, and the writer goes on");

  pumping.cancel();
  here.close();
  there.close();
}

/** Waits until nothing has been sent for a while. */
function* standstill() {
  for (let last = -1; last !== sent;) {
    last = sent;
    yield* sleep(30);
  }
}
// #endregion

function* connect() {
  const hostname = "127.0.0.1";
  using listener = Deno.listen({ hostname, port: 0 });
  const { port } = listener.addr;
  const [here, there] = yield* gather([
    fromPromise(Deno.connect({ hostname, port })),
    fromPromise(listener.accept()),
  ]);
  return { here, there };
}

export async function main() {
  await run(program, { clock: "real" });
}

if (import.meta.main) await main();
