import { run } from "../../mod.ts";
import { besideClock, report } from "./slow.ts";

export async function main() {
  const warn = console.warn;
  console.warn = (text: string) => warn(withoutFolders(text));
  try {
    // #region debug
    await run(besideClock(report()), { clock: "real", debug: true });
    // #endregion
  } finally {
    console.warn = warn;
  }
}

/** A stack is easier to read, and the same everywhere, without folders. */
function withoutFolders(text: string): string {
  return text.replaceAll(/(?<=\()file:.*\//g, "");
}

if (import.meta.main) await main();
