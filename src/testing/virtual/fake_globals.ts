/**
 * Puts the fake functions in the place of the host's while there are runs, and
 * the host's back after the last one.
 *
 * @module
 */

import { replaceHostClock } from "../../loop/clock.ts";
import {
  admit,
  currentHost,
  dismiss,
  type FakeHost,
  type Sharing,
} from "./current_host.ts";
import { type Fake, fakeClocks } from "./fake_clocks.ts";
import { fakeScheduler } from "./fake_scheduler.ts";
import { fakeNodeTimers, syncNodeExports } from "./fake_node_timers.ts";
import { hostClockOf } from "./loop_clock.ts";
import { fakeTimers, type HostFunction, TIMER_NAMES } from "./fake_timers.ts";

/** What stood in a place before: its property, `undefined` for none. */
interface Former {
  readonly fake: Fake;
  readonly property: PropertyDescriptor | undefined;
}

let formers: Former[] = [];

/** Lets a run in and sees that the fakes are in place. */
export function enter(host: FakeHost, sharing: Sharing): void {
  if (admit(host, sharing)) putFakes();
}

/** Sees a run off; the last one gives the host its functions back. */
export function leave(host: FakeHost): void {
  if (dismiss(host)) removeFakes();
}

function putFakes(): void {
  for (const fake of fakes()) {
    const property = Object.getOwnPropertyDescriptor(fake.on, fake.key);
    if (property?.configurable === false) continue;
    formers.push({ fake, property });
    Object.defineProperty(fake.on, fake.key, {
      ...(fake.get === undefined
        ? { value: fake.value, writable: true }
        : { get: fake.get }),
      configurable: true,
      enumerable: property?.enumerable ?? true,
    });
  }
  syncNodeExports();
  replaceHostClock(() => hostClockOf(currentHost()));
}

function removeFakes(): void {
  for (const { fake, property } of formers.reverse()) {
    if (property === undefined) Reflect.deleteProperty(fake.on, fake.key);
    else Object.defineProperty(fake.on, fake.key, property);
  }
  formers = [];
  syncNodeExports();
  replaceHostClock(null);
}

function fakes(): Fake[] {
  const global = globalThis as unknown as Record<string, HostFunction>;
  const real = Object.fromEntries(
    TIMER_NAMES.map((name) => [name, global[name]]),
  );
  const timers = Object.entries(fakeTimers(real));
  const everywhere = timers.map(([key, value]): Fake => ({
    on: globalThis,
    key,
    value,
  }));
  return [
    ...everywhere,
    ...fakeClocks(),
    ...fakeScheduler(),
    ...fakeNodeTimers(Object.fromEntries(timers)),
  ];
}
