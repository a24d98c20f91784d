/**
 * A server that answers nobody until so many have come, and counts who is there.
 *
 * @module
 */

// #region server
export class CrowdedServer {
  /** The most requests that were ever there at once. */
  most = 0;
  readonly #parties: number;
  readonly #close = new AbortController();
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  #here = 0;
  #gate = Promise.withResolvers<void>();

  constructor(parties: number) {
    this.#parties = parties;
    this.#server = Deno.serve({
      hostname: "127.0.0.1",
      port: 0,
      onListen() {},
      signal: this.#close.signal,
      handler: () => this.#answer(),
    });
  }

  async #answer(): Promise<Response> {
    this.most = Math.max(this.most, ++this.#here);
    if (this.#here === this.#parties) this.#openGate();
    await this.#gate.promise;
    this.#here--;
    return new Response("a page");
  }

  /** Waits for somebody who should not come, and lets everybody go. */
  #openGate(): void {
    const gate = this.#gate;
    setTimeout(() => {
      this.#gate = Promise.withResolvers();
      gate.resolve();
    }, 10);
  }
  // #endregion

  /** The addresses of so many pages. */
  urls(count: number): string[] {
    const { port } = this.#server.addr;
    return Array.from(
      { length: count },
      (_, page) => `http://127.0.0.1:${port}/${page}`,
    );
  }

  /** Ends the server and every connection. */
  async close(): Promise<void> {
    this.#close.abort();
    await this.#server.finished;
  }
}
