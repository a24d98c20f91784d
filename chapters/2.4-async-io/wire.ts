/**
 * Lines of text over a connection of the host's, as coroutines.
 *
 * @module
 */

import { type Coroutine, fromPromise } from "../../mod.ts";

/** One end of a connection on which people say lines. */
// #region wire
export class Wire {
  readonly #conn: Deno.Conn;
  readonly #decoder = new TextDecoder();
  #heard = "";

  constructor(conn: Deno.Conn) {
    this.#conn = conn;
  }

  *say(line: string): Coroutine<void> {
    let bytes = new TextEncoder().encode(`${line}\n`);
    while (bytes.length > 0) {
      const written = yield* fromPromise(this.#conn.write(bytes));
      bytes = bytes.subarray(written); // the host may take only a part
    }
  }

  *hear(): Coroutine<string> {
    const buffer = new Uint8Array(1024);
    while (!this.#heard.includes("\n")) {
      const size = yield* fromPromise(this.#conn.read(buffer));
      if (size === null) throw new Error("Connection ended before its line");
      const bytes = buffer.subarray(0, size); // as much as there was
      this.#heard += this.#decoder.decode(bytes, { stream: true });
    }
    const end = this.#heard.indexOf("\n");
    const line = this.#heard.slice(0, end);
    this.#heard = this.#heard.slice(end + 1);
    return line;
  }

  close(): void {
    this.#conn.close();
  }
}
// #endregion
