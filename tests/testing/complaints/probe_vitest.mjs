/**
 * What vitest's fake timers do; prints one line of JSON for each question.
 */
import { createServer } from "node:http";
import { afterEach, test, vi } from "vitest";

const sleep = (ms) => new Promise((wake) => setTimeout(wake, ms));
const answer = (question, what) =>
  console.log(`PROBE ${JSON.stringify([question, what])}`);

afterEach(() => vi.useRealTimers());

test("sync advance", () => {
  vi.useFakeTimers();
  let slept = 0;
  (async () => {
    for (; slept < 3; slept++) await sleep(10);
  })();
  vi.advanceTimersByTime(30);
  answer("sync advance", `${slept} of 3 sleeps`);
});

test("real fetch", async () => {
  const server = createServer((_, response) => response.end("hello"));
  await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
  const { port } = server.address();
  vi.useFakeTimers();
  const given = Promise.race([
    fetch(`http://127.0.0.1:${port}`).then((response) => response.text()),
    sleep(60_000).then(() => "timed out"),
  ]);
  await vi.runAllTimersAsync();
  answer("real fetch", await given);
  vi.useRealTimers();
  server.closeAllConnections?.();
  server.close();
});

let other = () => {};
test.concurrent("one of two", async () => {
  vi.useFakeTimers({ now: 0 });
  await new Promise((done) => other = done);
});
test.concurrent("the other of two", async () => {
  await null;
  answer("isolation", `the other test is in ${new Date().getUTCFullYear()}`);
  vi.useRealTimers();
  other();
});
