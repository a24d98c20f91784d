import { type Coroutine, run, sleep } from "../../mod.ts";

// #region report
export function* download(page: string): Coroutine<string> {
  yield* sleep(200);
  return `the ${page} `;
}

/** Takes 20 ms of computing. */
export function typeset(text: string): string {
  const end = performance.now() + 20;
  while (performance.now() < end) text = text.trim();
  return text;
}

export function* main() {
  let text = "";
  for (const page of ["news", "weather", "games"]) {
    text += yield* download(page);
  }
  console.log(typeset(text));
}
// #endregion

if (import.meta.main) await run(main);
