import { assertEquals, assertRejects } from "@std/assert";
import { fromPromise, gather, run } from "../../mod.ts";
import { Wire } from "./wire.ts";

Deno.test("a wire gives lines, however the bytes are cut up", async () => {
  const conn = new PretendConn(["Ada\nB", "o", "\nCy\n"]);
  const wire = new Wire(conn as unknown as Deno.Conn);
  const heard = await run(function* () {
    return [yield* wire.hear(), yield* wire.hear(), yield* wire.hear()];
  });
  assertEquals(heard, ["Ada", "Bo", "Cy"]);
});

Deno.test("a letter of two bytes may arrive in halves", async () => {
  const [first, second] = new TextEncoder().encode("é");
  const conn = new PretendConn([[first!], [second!], "\n"]);
  const wire = new Wire(conn as unknown as Deno.Conn);
  assertEquals(await run(wire.hear()), "é");
});

Deno.test("a wire says the whole line, though the host takes a byte at a time", async () => {
  const conn = new PretendConn([]);
  const wire = new Wire(conn as unknown as Deno.Conn);
  await run(wire.say("Ada"));
  assertEquals(new TextDecoder().decode(new Uint8Array(conn.sent)), "Ada\n");
});

Deno.test("a connection that ends in the middle of a line is an error", async () => {
  const wire = new Wire(new PretendConn(["Ad"]) as unknown as Deno.Conn);
  await assertRejects(
    () => run(wire.hear()),
    Error,
    "Connection ended before its line",
  );
});

Deno.test("two wires speak with each other over loopback", async () => {
  const answer = await run(function* () {
    const hostname = "127.0.0.1";
    using listener = Deno.listen({ hostname, port: 0 });
    const { port } = listener.addr;
    const [here, there] = yield* gather([
      fromPromise(Deno.connect({ hostname, port })),
      fromPromise(listener.accept()),
    ]);
    const [left, right] = [new Wire(here), new Wire(there)];
    yield* left.say("hello");
    const heard = yield* right.hear();
    left.close();
    right.close();
    return heard;
  });
  assertEquals(answer, "hello");
});

/** A connection that delivers in pieces and takes a byte at a time. */
class PretendConn {
  readonly sent: number[] = [];
  readonly #pieces: Uint8Array[];

  constructor(pieces: readonly (string | number[])[]) {
    this.#pieces = pieces.map((piece) =>
      typeof piece === "string"
        ? new TextEncoder().encode(piece)
        : new Uint8Array(piece)
    );
  }

  read(buffer: Uint8Array): Promise<number | null> {
    const piece = this.#pieces.shift();
    if (piece === undefined) return Promise.resolve(null);
    buffer.set(piece);
    return Promise.resolve(piece.length);
  }

  write(bytes: Uint8Array): Promise<number> {
    this.sent.push(bytes[0]!);
    return Promise.resolve(1);
  }
}
