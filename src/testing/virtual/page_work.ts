/**
 * The I/O of a browser that is in flight, as far as it can be seen.
 *
 * Browsers tell nothing of what they do. But what programs ask of them goes
 * through a few functions, and these can be wrapped for a run: requests, the
 * bodies of what they bring, the contents of blobs, and `crypto.subtle`. What
 * else there is (workers, databases, sockets) is not seen; while nothing is known
 * to be in flight, the clock moves on.
 *
 * Only the browser's own functions are wrapped. One that a test has put in the
 * place of `fetch` may wait for a timer, and the clock must not wait for it.
 *
 * @module
 */

import { originOf } from "../host/origins.ts";
import type { HostWatch, HostWork } from "./host_watch.ts";

const BODY = ["arrayBuffer", "blob", "bytes", "formData", "json", "text"];
const BLOB = ["arrayBuffer", "bytes", "text"];
const CRYPTO = [
  "decrypt",
  "deriveBits",
  "deriveKey",
  "digest",
  "encrypt",
  "exportKey",
  "generateKey",
  "importKey",
  "sign",
  "unwrapKey",
  "verify",
  "wrapKey",
];

type Method = (this: unknown, ...args: unknown[]) => Promise<unknown>;

/** Begins to look; what is in flight already doesn't count. */
export function watchPage(): HostWatch {
  const page = new PageWork();
  const { fetch, Response, Blob, SubtleCrypto } = globalThis as {
    fetch?: unknown;
    Response?: { prototype: object };
    Blob?: { prototype: object };
    SubtleCrypto?: { prototype: object };
  };
  if (fetch !== undefined) page.wrapFetch();
  for (const name of BODY) page.wrapBody(Response?.prototype, name);
  for (const name of BLOB) page.wrap(Blob?.prototype, name, `blob.${name}()`);
  for (const name of CRYPTO) {
    page.wrap(SubtleCrypto?.prototype, name, `crypto.subtle.${name}()`);
  }
  return {
    certainty: "unknown",
    busy: () => page.inFlight.size > 0,
    realTimers: () => false,
    work: () => [...page.inFlight],
    standing: () => [],
    close: () => page.close(),
  };
}

class PageWork {
  readonly inFlight = new Set<HostWork>();
  /** Bodies of others are made of what the test has at hand. */
  readonly #fetched = new WeakSet<object>();
  #restore: (() => void)[] = [];

  wrapFetch(): void {
    const fetched = this.#fetched;
    this.wrap(globalThis, "fetch", "fetch()", (response) => {
      fetched.add(response as object);
    });
  }

  wrapBody(prototype: object | undefined, name: string): void {
    this.wrap(
      prototype,
      name,
      `response.${name}()`,
      () => {},
      (self) => this.#fetched.has(self as object),
    );
  }

  /** Notes calls of a method from when they are made until they are settled. */
  wrap(
    on: object | undefined,
    key: string,
    name: string,
    came: (value: unknown) => void = () => {},
    counts: (self: unknown) => boolean = () => true,
  ): void {
    const methods = on as Record<string, Method> | undefined;
    const original = methods?.[key];
    if (methods === undefined || !isOwn(original, key)) return;
    const { inFlight } = this;
    const wrapped: Method = function (...args) {
      const result = original.apply(this, args);
      if (!counts(this)) return result;
      const work = { name, origin: originOf(new Error(name)) };
      inFlight.add(work);
      return result.then((value) => {
        inFlight.delete(work);
        came(value);
        return value;
      }, (error) => {
        inFlight.delete(work);
        throw error;
      });
    };
    methods[key] = wrapped;
    this.#restore.push(() => {
      // Unless the body has put something else there.
      if (methods[key] === wrapped) methods[key] = original;
    });
  }

  close(): void {
    for (const restore of this.#restore.splice(0)) restore();
    this.inFlight.clear();
  }
}

/** Whether a function is the host's, and nobody has put another in its place. */
function isOwn(method: Method | undefined, name: string): method is Method {
  return typeof method === "function" && method.name === name &&
    /\{\s*\[native code\]\s*\}$/.test(Function.prototype.toString.call(method));
}
