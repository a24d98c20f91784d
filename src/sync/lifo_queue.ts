/**
 * A queue that gives the newest item first.
 *
 * @module
 */

import { type Items, LifoItems } from "./items.ts";
import { Queue } from "./queue.ts";

/**
 * A queue that gives the newest item first, as `asyncio.LifoQueue`.
 *
 * @see https://docs.python.org/3/library/asyncio-queue.html#asyncio.LifoQueue
 */
export class LifoQueue<T> extends Queue<T> {
  /** @internal */
  override _makeItems(): Items<T> {
    return new LifoItems<T>();
  }
}
