/**
 * One program in four generations: who the customer is, then three things side
 * by side, then the page.
 *
 * @module
 */

import { gather, taskGroup } from "../../mod.ts";
import type { Callback, Shop } from "./shop.ts";

const PARTS: readonly string[] = ["orders", "basket", "advice"];

// #region callbacks
export function pageByCallbacks(shop: Shop, done: Callback): void {
  shop.askCallback("customer", (error, customer) => {
    if (error) return done(error);
    const answers: string[] = [];
    let missing = PARTS.length;
    let failed = false;
    for (const [place, part] of PARTS.entries()) {
      shop.askCallback(part, (error, answer) => {
        if (failed) return;
        if (error) {
          failed = true;
          return done(error);
        }
        answers[place] = answer!;
        missing--;
        if (missing === 0) done(null, render(customer!, answers));
      });
    }
  });
}
// #endregion

// #region promises
export function pageByPromises(shop: Shop): Promise<string> {
  return shop.askPromise("customer").then((customer) => {
    const answers = PARTS.map((part) => shop.askPromise(part));
    return Promise.all(answers).then((answers) => render(customer, answers));
  });
}
// #endregion

// #region coroutine
export function* pageByCoroutine(shop: Shop) {
  const customer = yield* shop.ask("customer");
  const answers = yield* gather(PARTS.map((part) => shop.ask(part)));
  return render(customer, answers);
}
// #endregion

// #region group
export function* pageByGroup(shop: Shop) {
  const customer = yield* shop.ask("customer");
  const answers = yield* taskGroup(function* (group) {
    return PARTS.map((part) => group.createTask(shop.ask(part)));
  });
  return render(customer, answers!.map((task) => task.result()));
}
// #endregion

function render(customer: string, answers: readonly string[]): string {
  return `${customer}: ${answers.join(", ")}`;
}
