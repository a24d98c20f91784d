import {
  type Coroutine,
  ExceptionGroup,
  getRunningLoop,
  run,
  sleep,
  taskGroup,
} from "../../mod.ts";

interface Account {
  balance: number;
}

// #region careless
function* reserve() {
  yield* sleep(30);
  throw new Error("sold out");
}

function* careless(account: Account) {
  yield* sleep(20); // on its way to the bank
  account.balance -= 30;
  yield* sleep(40); // the receipt is on its way back
}
// #endregion

// #region careful
function* careful(account: Account) {
  let paid = 0;
  try {
    yield* sleep(20);
    account.balance -= paid = 30;
    yield* sleep(40);
  } catch (error) {
    if (paid > 0) {
      yield* sleep(20); // back on its way to the bank
      account.balance += paid;
    }
    throw error;
  }
}
// #endregion

// #region main
function* buy(pay: (account: Account) => Coroutine<void>) {
  const account = { balance: 100 };
  const begin = getRunningLoop().time();
  try {
    yield* taskGroup(function* (group) {
      group.createTask(pay(account), { name: "pay" });
      group.createTask(reserve(), { name: "reserve" });
    });
  } catch (error) {
    if (!(error instanceof ExceptionGroup)) throw error;
    const passed = getRunningLoop().time() - begin;
    const [{ message }] = error.errors;
    console.log(
      `${pay.name}: ${message} after ${passed} ms, balance ${account.balance}`,
    );
  }
}

export function* main() {
  yield* buy(careless);
  yield* buy(careful);
}
// #endregion

if (import.meta.main) await run(main);
