/**
 * The ways to deliver, numbered.
 *
 * Of *n* pending completions the host may deliver one, or several of those that
 * join batches in any order before any promise job runs. A search wants these
 * ways as numbers from 0, so that "the next way" is plus one and a path through
 * the tree is a row of numbers. With four pending and batches of up to two:
 *
 * ```text
 * 0 1 2 3      one of them: n ways
 * 0+1 0+2 0+3  two of them: n × (n - 1) ways
 * 1+0 1+2 1+3
 * 2+0 …
 * ```
 *
 * A number is turned into its order when it is taken: no tables, since with a
 * hundred pending there are ten thousand ways and a run takes one of them.
 *
 * @module
 */

import type { Pending } from "./pending.ts";

/**
 * Counts the ways.
 *
 * @param ready what could be delivered
 * @param batch how many at once at most
 * @returns how many ways there are
 */
export function countOrders(ready: readonly Pending[], batch: number): number {
  const total = ready.length;
  if (batch === 1 || total === 1) return total;
  const joining = countJoining(ready);
  let count = total;
  let ways = joining;
  for (let size = 2; size <= batch && size <= joining; size++) {
    ways *= joining - size + 1;
    count += ways;
  }
  return count;
}

/**
 * Finds the order with a number.
 *
 * @param number from 0
 * @param ready what could be delivered
 * @param order takes the places in `ready`
 */
export function orderOf(
  number: number,
  ready: readonly Pending[],
  order: number[],
): void {
  const total = ready.length;
  if (number < total) {
    order.push(number);
    return;
  }
  const joining = countJoining(ready);
  let rest = number - total;
  if (joining === total && rest < total * (total - 1)) {
    // Most of them by far: a pair, where all may be paired.
    const first = Math.floor(rest / (total - 1));
    const second = rest % (total - 1);
    order.push(first, second < first ? second : second + 1);
    return;
  }
  let size = 2;
  let ways = joining * (joining - 1);
  while (rest >= ways) {
    rest -= ways;
    ways *= joining - size++;
  }
  for (let taken = 0; taken < size; taken++) {
    ways /= joining - taken;
    order.push(nthLeft(Math.floor(rest / ways), ready, order));
    rest %= ways;
  }
}

function countJoining(ready: readonly Pending[]): number {
  let count = 0;
  for (let place = 0; place < ready.length; place++) {
    if (ready[place]!.joins) count++;
  }
  return count;
}

/** The place of the nth that joins batches and is not taken yet. */
function nthLeft(
  nth: number,
  ready: readonly Pending[],
  taken: readonly number[],
): number {
  for (let place = 0;; place++) {
    if (!ready[place]!.joins || taken.includes(place)) continue;
    if (nth-- === 0) return place;
  }
}
