import { getRunningLoop, run, sleep } from "../../mod.ts";

// #region look-up
type Reply = (error: Error | null, price: number) => void;

/** Looks a price up, and replies after 10 ms. */
function lookUp(item: string, reply: Reply) {
  getRunningLoop().callLater(10, function answer() {
    if (item === "cup") reply(null, 4);
    else reply(new Error(`no price for a ${item}`), NaN);
  });
}
// #endregion

// #region three-callers
function careful(item: string) {
  lookUp(item, (error, price) => {
    if (error) console.log(`careful: ${error.message}`);
    else console.log(`careful: two cost ${2 * price}`);
  });
}

function careless(item: string) {
  lookUp(item, (_error, price) => {
    console.log(`careless: two cost ${2 * price}`);
  });
}

function hopeful(item: string) {
  try {
    lookUp(item, (error, price) => {
      if (error) throw error;
      console.log(`hopeful: two cost ${2 * price}`);
    });
  } catch (error) {
    console.log(`hopeful: caught ${error}`);
  }
}
// #endregion

// #region main
export function* main() {
  getRunningLoop().setExceptionHandler((_loop, { message, exception }) => {
    console.log(`the loop: ${message}: ${exception}`);
  });
  for (const item of ["cup", "kettle"]) {
    careful(item);
    careless(item);
    hopeful(item);
    yield* sleep(20);
  }
  console.log("main: all is well");
}
// #endregion

if (import.meta.main) await run(main);
