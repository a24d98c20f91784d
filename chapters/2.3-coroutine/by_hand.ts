import { run } from "../../mod.ts";

// #region ask
function* ask(question: string): Generator<string, string, string> {
  const answer = yield question;
  return answer;
}

export function* interview(): Generator<string, string, string> {
  const name = yield* ask("Who are you?");
  const place = yield* ask(`Where do you live, ${name}?`);
  return `${name} of ${place}`;
}
// #endregion

export function* main() {
  // #region values
  const talk = interview();
  console.log("made; nothing has run");
  console.log("1:", talk.next());
  console.log("2:", talk.next("Ada"));
  console.log("3:", talk.next("London"));
  console.log("4:", talk.next("anybody there?"));
  // #endregion
}

if (import.meta.main) await run(main);
