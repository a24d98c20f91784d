/**
 * A server whose pages begin and never end. It notices who reads and who leaves.
 *
 * @module
 */

// #region server
export class EndlessServer {
  /** The pages that are being read. */
  readonly reading = new Set<string>();
  readonly url: string;
  readonly #close = new AbortController();
  readonly #server: Deno.HttpServer<Deno.NetAddr>;
  readonly #news = new Map<string, PromiseWithResolvers<void>>();

  constructor() {
    this.#server = Deno.serve({
      hostname: "127.0.0.1",
      port: 0,
      onListen() {},
      signal: this.#close.signal,
      handler: (request) => this.#answer(new URL(request.url).pathname),
    });
    this.url = `http://127.0.0.1:${this.#server.addr.port}`;
  }

  #answer(page: string): Response {
    this.reading.add(page);
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(new TextEncoder().encode("It was a dark night"));
      },
      cancel: () => { // the host calls this when the connection is gone
        this.reading.delete(page);
        this.#newsOf(`left ${page}`).resolve();
      },
    });
    this.#newsOf(`asked for ${page}`).resolve();
    return new Response(body);
  }
  // #endregion

  /** Waits until a client has asked for a page. */
  asked(page: string): Promise<void> {
    return this.#newsOf(`asked for ${page}`).promise;
  }

  /** Waits until the reader of a page has gone. */
  left(page: string): Promise<void> {
    return this.#newsOf(`left ${page}`).promise;
  }

  /** Ends the server and every connection. */
  async close(): Promise<void> {
    this.#close.abort();
    await this.#server.finished;
  }

  #newsOf(what: string): PromiseWithResolvers<void> {
    let news = this.#news.get(what);
    if (news === undefined) {
      this.#news.set(what, news = Promise.withResolvers());
    }
    return news;
  }
}
