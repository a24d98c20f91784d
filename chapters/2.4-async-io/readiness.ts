import { type Coroutine, gather, getRunningLoop, run } from "../../mod.ts";

// #region socket
/** One end of a connection in non-blocking mode, played by an array. */
export class Socket {
  readonly #arrived: string[] = [];
  #watcher: (() => void) | null = null;

  /** What has arrived, or null: this call never waits. */
  receive(): string | null {
    return this.#arrived.shift() ?? null;
  }

  /** Who is told when there is something to receive. */
  onReadable(watcher: (() => void) | null): void {
    this.#watcher = watcher;
  }

  /** The network delivers something. */
  deliver(text: string): void {
    this.#arrived.push(text);
    const watcher = this.#watcher;
    this.#watcher = null; // told once is enough
    watcher?.();
  }
}
// #endregion

// #region read
export function* read(socket: Socket): Coroutine<string> {
  while (true) {
    const text = socket.receive();
    if (text !== null) return text;
    const readable = getRunningLoop().createFuture<void>();
    socket.onReadable(() => readable.setResult());
    try {
      yield* readable;
    } finally {
      socket.onReadable(null);
    }
  }
}
// #endregion

// #region main
function* listen(name: string, socket: Socket) {
  for (let i = 0; i < 2; i++) console.log(`${name}: ${yield* read(socket)}`);
}

export function* main() {
  const [front, back] = [new Socket(), new Socket()];
  const loop = getRunningLoop();
  loop.callLater(20, function network() {
    back.deliver("hello");
  });
  loop.callLater(40, function network() {
    front.deliver("good");
    front.deliver("morning");
    back.deliver("world");
  });
  yield* gather([listen("front", front), listen("back", back)]);
}
// #endregion

if (import.meta.main) await run(main);
