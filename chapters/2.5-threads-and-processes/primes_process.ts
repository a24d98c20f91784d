import { countPrimes } from "./primes.ts";

// #region process
const [from, to] = Deno.args.map(Number);
console.log(countPrimes(from!, to!));
// #endregion
