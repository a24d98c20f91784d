import { Barrier, createTask, fromPromise, gather, run } from "../../mod.ts";
import { Wire } from "./wire.ts";

// #region cross
const hostname = "127.0.0.1";

export function* cross(port: number, name: string) {
  const conn = yield* fromPromise(Deno.connect({ hostname, port }));
  const wire = new Wire(conn);
  try {
    yield* wire.say(name);
    return yield* wire.hear();
  } finally {
    wire.close();
  }
}
// #endregion

// #region ferry
export function* serve(listener: Deno.Listener) {
  const ferry = new Barrier(3);
  while (true) {
    const conn = yield* fromPromise(listener.accept());
    createTask(board(new Wire(conn), ferry));
  }
}

function* board(wire: Wire, ferry: Barrier) {
  try {
    const name = yield* wire.hear();
    console.log(`ferry: ${ferry.nWaiting + 1} aboard`);
    yield* ferry.wait();
    yield* wire.say(`${name} is across`);
  } finally {
    wire.close();
  }
}
// #endregion

// #region main
export function* main() {
  using listener = Deno.listen({ hostname, port: 0 });
  const ferry = createTask(serve(listener));

  const names = ["Ada", "Bo", "Cy"];
  const { port } = listener.addr;
  const answers = yield* gather(names.map((name) => cross(port, name)));
  for (const answer of answers) console.log(answer);
  ferry.cancel();
}
// #endregion

if (import.meta.main) await run(main);
