/**
 * Rejections that nobody handles, as the host reports them.
 *
 * A host can't know at once that nobody will handle a rejection; it looks when
 * promise jobs have run and reports on its own turn. So a report says that it
 * happened, not in which of the schedules since the last turn.
 *
 * @module
 */

/** Listens to the host's reports and keeps them from ending the process. */
export class Rejections {
  readonly #reasons: Map<unknown, unknown> = new Map();
  readonly #stop: () => void;

  constructor() {
    const host = globalThis as Partial<Listening> & { process?: NodeProcess };
    this.#stop = host.addEventListener === undefined
      ? this.#listenInNode(host.process)
      : this.#listen(host as Listening);
  }

  /** The reason of the first that was reported, and forgets all. */
  take(): { readonly reason: unknown } | null {
    for (const reason of this.#reasons.values()) {
      this.#reasons.clear();
      return { reason };
    }
    return null;
  }

  /** Listens no more. */
  close(): void {
    this.#stop();
  }

  #listen(host: Listening): () => void {
    const unhandled = (event: PromiseRejectionEvent) => {
      event.preventDefault();
      this.#reasons.set(event.promise, event.reason);
    };
    const handled = (event: PromiseRejectionEvent) => {
      this.#reasons.delete(event.promise);
    };
    host.addEventListener("unhandledrejection", unhandled);
    host.addEventListener("rejectionhandled", handled);
    return () => {
      host.removeEventListener("unhandledrejection", unhandled);
      host.removeEventListener("rejectionhandled", handled);
    };
  }

  #listenInNode(process: NodeProcess | undefined): () => void {
    const unhandled = (reason: unknown, promise?: unknown) => {
      this.#reasons.set(promise, reason);
    };
    const handled = (promise: unknown) => {
      this.#reasons.delete(promise);
    };
    process?.on("unhandledRejection", unhandled);
    process?.on("rejectionHandled", handled);
    return () => {
      process?.off("unhandledRejection", unhandled);
      process?.off("rejectionHandled", handled);
    };
  }
}

interface Listening {
  addEventListener(
    type: string,
    listener: (event: PromiseRejectionEvent) => void,
  ): void;
  removeEventListener(
    type: string,
    listener: (event: PromiseRejectionEvent) => void,
  ): void;
}

interface NodeProcess {
  on(name: string, listener: (...args: unknown[]) => void): unknown;
  off(name: string, listener: (...args: unknown[]) => void): unknown;
}
