import {
  type Coroutine,
  createTask,
  fromPromise,
  gather,
  run,
  sleep,
} from "../../mod.ts";

const [encoder, decoder] = [new TextEncoder(), new TextDecoder()];

// #region receive
export function* receive(conn: Deno.Conn): Coroutine<string> {
  const buffer = new Uint8Array(100);
  const size = yield* fromPromise(conn.read(buffer));
  if (size === null) return "end of stream";
  return decoder.decode(buffer.subarray(0, size));
}
// #endregion

// #region inbox
/** Keeps its read when nobody waits for it any more. */
export class Inbox {
  readonly #conn: Deno.Conn;
  readonly #buffer = new Uint8Array(100);
  #reading: Promise<number | null> | null = null;

  constructor(conn: Deno.Conn) {
    this.#conn = conn;
  }

  *receive(): Coroutine<string> {
    this.#reading ??= this.#conn.read(this.#buffer);
    const size = yield* fromPromise(this.#reading);
    this.#reading = null;
    if (size === null) return "end of stream";
    return decoder.decode(this.#buffer.subarray(0, size));
  }
}
// #endregion

// #region change-of-mind
/** Begins to receive, changes its mind, and receives again. */
function* changeOfMind(there: Deno.Conn, receive: () => Coroutine<string>) {
  const first = createTask(receive());
  yield* sleep(0); // long enough for it to begin
  first.cancel();
  yield* gather([first], { returnExceptions: true });

  yield* fromPromise(there.write(encoder.encode("hello")));
  there.close();
  return yield* receive();
}
// #endregion

// #region main
export function* main() {
  const [here, there] = yield* connect();
  const got = yield* changeOfMind(there, () => receive(here));
  console.log(`a read for each call: ${got}`);
  here.close();

  const [again, thereAgain] = yield* connect();
  const inbox = new Inbox(again);
  const kept = yield* changeOfMind(thereAgain, () => inbox.receive());
  console.log(`a read that is kept:  ${kept}`);
  again.close();
}
// #endregion

/** Both ends of a new connection. */
function* connect() {
  const hostname = "127.0.0.1";
  using listener = Deno.listen({ hostname, port: 0 });
  const { port } = listener.addr;
  return yield* gather([
    fromPromise(Deno.connect({ hostname, port })),
    fromPromise(listener.accept()),
  ]);
}

if (import.meta.main) await run(main);
