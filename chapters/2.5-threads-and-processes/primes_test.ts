import { assertEquals } from "@std/assert";
import { countPrimes } from "./primes.ts";

Deno.test("primes are counted from the first number up to the last, which is left out", () => {
  assertEquals(countPrimes(0, 30), 10);
  assertEquals(countPrimes(0, 29), 9);
  assertEquals(countPrimes(29, 30), 1);
  assertEquals(countPrimes(24, 29), 0);
});

Deno.test("two halves have as many primes as the whole", () => {
  assertEquals(
    countPrimes(0, 500) + countPrimes(500, 1000),
    countPrimes(0, 1000),
  );
});
