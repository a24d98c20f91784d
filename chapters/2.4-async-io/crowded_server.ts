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
  #waiting: PromiseWithResolvers<void>[] = [];

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
    const turn = Promise.withResolvers<void>();
    this.#waiting.push(turn);
    this.most = Math.max(this.most, this.#waiting.length);
    if (this.#waiting.length === this.#parties) {
      for (const { resolve } of this.#waiting.splice(0)) resolve();
    }
    await turn.promise;
    return new Response("a page");
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
