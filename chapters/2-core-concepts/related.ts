import { find, record } from "./arrows.ts";
import { main as program } from "./main.ts";
import { type Arrow, ARROWS, type Concept } from "./map.ts";

// #region reachable
/** Where one gets from a concept by following arrows. */
export function reachable(from: Concept, arrows: readonly Arrow[]): Concept[] {
  const found = [from];
  for (const here of found) {
    for (const arrow of arrows) {
      if (arrow.from === here && !found.includes(arrow.to)) {
        found.push(arrow.to);
      }
    }
  }
  return found.slice(1);
}

export async function main() {
  const events = await record(program);
  const shown = ARROWS.filter((arrow) => find(arrow, events) !== null);
  const futureless = shown.filter(({ from, to }) =>
    from !== "future" && to !== "future"
  );
  console.log("with futures");
  tell(shown);
  console.log("without futures");
  tell(futureless);
}
// #endregion

function tell(arrows: readonly Arrow[]) {
  const concepts = new Set(arrows.flatMap(({ from, to }) => [from, to]));
  for (const concept of concepts) {
    const others = reachable(concept, arrows);
    const where = others.length === concepts.size - 1
      ? "all the others"
      : others.join(", ") || "nothing";
    console.log(`  ${concept} leads to ${where}`);
  }
}

if (import.meta.main) await main();
