/**
 * Tells open pages what happened to the site they show, as server-sent events.
 *
 * @module
 */

/** What there is to tell. */
export type News =
  | {
    /** Files of the site are new, different or gone. */
    readonly kind: "changed";
    /** Which. */
    readonly files: readonly string[];
  }
  | {
    /** The build failed; the pages stay as they were. */
    readonly kind: "failed";
    /** Why. */
    readonly error: string;
  };

/** The pages that listen. */
export class NewsDesk {
  readonly #listeners = new Set<ReadableStreamDefaultController<Uint8Array>>();
  #last: News | undefined;

  /**
   * Takes in a page. If the site is broken at the moment, it hears so at once.
   *
   * @returns a response that goes on until the page or the desk closes
   */
  listen(): Response {
    let own: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array<ArrayBuffer>>({
      start: (controller) => {
        own = controller;
        this.#listeners.add(controller);
        controller.enqueue(encode(": here\n\n"));
        if (this.#last?.kind === "failed") {
          controller.enqueue(event(this.#last));
        }
      },
      cancel: () => void this.#listeners.delete(own),
    });
    return new Response(body, {
      headers: {
        "content-type": "text/event-stream",
        "cache-control": "no-store",
      },
    });
  }

  /** Tells every page. */
  tell(news: News): void {
    this.#last = news;
    for (const listener of this.#listeners) listener.enqueue(event(news));
  }

  /** Lets every page go. */
  close(): void {
    for (const listener of this.#listeners) listener.close();
    this.#listeners.clear();
  }
}

function event(news: News): Uint8Array<ArrayBuffer> {
  return encode(`data: ${JSON.stringify(news)}\n\n`);
}

function encode(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}
