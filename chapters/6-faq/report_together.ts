import { gather, run } from "../../mod.ts";
import { download, typeset } from "./report.ts";

// #region together
export function* main() {
  const pages = ["news", "weather", "games"];
  const texts = yield* gather(pages.map(download));
  console.log(typeset(texts.join("")));
}
// #endregion

if (import.meta.main) await run(main);
