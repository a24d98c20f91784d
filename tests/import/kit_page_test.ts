/**
 * What a page has and other hosts have not, under the kit's virtual time.
 *
 * @module
 */

import type * as loopbook from "../../mod.ts";
import { assertEquals } from "@std/assert";
import { browserTest } from "../browser/browser_cases.ts";
import { findingsInPage } from "./in_page.ts";

/** What a page has to say. */
type Findings = Record<string, unknown>;

browserTest(
  "in a page, virtual time stands still while a request is answered",
  async (browser) => {
    assertEquals(await findingsInPage(browser, requests), {
      answered: [200, true, 0],
      digested: [32, 0],
      "two in turn": [true, 1000],
      "a fake that waits for a timer": ["faked", 500],
      "is given back": true,
      "a request that fails and nobody looks at":
        "LeakError: a promise rejected with TypeError",
    });
  },
);

async function requests({ virtual }: typeof loopbook): Promise<Findings> {
  const { fetch } = globalThis;
  const sleep = (ms: number) => new Promise((wake) => setTimeout(wake, ms));
  const findings: Findings = {};
  findings["answered"] = await virtual(async (time) => {
    const limit = new AbortController();
    const timer = setTimeout(() => limit.abort(), 1000);
    const response = await globalThis.fetch("mod.js", limit);
    const text = await response.text();
    clearTimeout(timer);
    return [response.status, text.length > 1000, time.now()];
  });
  findings["digested"] = await virtual(async (time) => {
    const limit = setTimeout(() => {
      throw new Error("the clock moved");
    }, 1000);
    const blob = new Blob([new Uint8Array(5_000_000)]);
    const digest = await crypto.subtle.digest(
      "SHA-256",
      await blob.arrayBuffer(),
    );
    clearTimeout(limit);
    return [digest.byteLength, time.now()];
  });
  findings["two in turn"] = await virtual(async (time) => {
    const first = await (await globalThis.fetch("mod.js")).text();
    await sleep(1000);
    const second = await (await globalThis.fetch("mod.js")).text();
    return [first === second, time.now()];
  });
  globalThis.fetch = async () => {
    await sleep(500);
    return new Response("faked");
  };
  findings["a fake that waits for a timer"] = await virtual(async (time) => {
    const response = await globalThis.fetch("anywhere");
    return [await response.text(), time.now()];
  });
  globalThis.fetch = fetch;
  await virtual(() => {});
  findings["is given back"] = globalThis.fetch === fetch;
  try {
    await virtual(async () => {
      void globalThis.fetch("nowhere://to.be.found/");
      await globalThis.fetch("mod.js");
      await sleep(1000);
    });
  } catch (error) {
    const { name, leaks } = error as loopbook.LeakError;
    const label = leaks.map((leak) => leak.label).join(", ");
    findings["a request that fails and nobody looks at"] = `${name}: ${
      label.split(":")[0]
    }`;
  }
  return findings;
}

browserTest(
  "in a page, frames, idle callbacks and posted tasks are on virtual time",
  async (browser) => {
    assertEquals(await findingsInPage(browser, tasks), {
      order: ["posted at 0", "idle at 1", "frame at 16", "delayed at 500"],
      result: "done",
      aborted: "no need",
      explored: 2,
    });
  },
);

async function tasks({ explore, virtual }: typeof loopbook): Promise<Findings> {
  const { scheduler } = globalThis as unknown as {
    scheduler: {
      postTask<T>(
        task: () => T,
        options?: { delay?: number; signal?: AbortSignal },
      ): Promise<T>;
    };
  };
  const findings: Findings = {};
  await virtual(async (time) => {
    const order: string[] = [];
    const note = (what: string) => order.push(`${what} at ${time.now()}`);
    requestAnimationFrame(() => note("frame"));
    requestIdleCallback(() => note("idle"));
    const delayed = scheduler.postTask(() => note("delayed"), { delay: 500 });
    await scheduler.postTask(() => note("posted"));
    await delayed;
    findings["order"] = order;
    findings["result"] = await scheduler.postTask(() => "done");
    const controller = new AbortController();
    const { signal } = controller;
    const never = scheduler.postTask(() => note("never"), {
      delay: 10,
      signal,
    });
    controller.abort("no need");
    findings["aborted"] = await never.catch((reason) => reason);
  });
  const report = await explore(async ({ io }) => {
    await Promise.all([io("a"), scheduler.postTask(() => {}, { delay: 5 })]);
  });
  findings["explored"] = report.schedules;
  return findings;
}
