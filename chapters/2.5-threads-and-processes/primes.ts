/**
 * A job that only computes: it counts primes in the slowest way there is.
 *
 * @module
 */

// #region primes
/** How many primes there are from one number up to, not including, another. */
export function countPrimes(from: number, to: number): number {
  let count = 0;
  for (let number = Math.max(from, 2); number < to; number++) {
    if (isPrime(number)) count++;
  }
  return count;
}

function isPrime(number: number): boolean {
  for (let divisor = 2; divisor * divisor <= number; divisor++) {
    if (number % divisor === 0) return false;
  }
  return true;
}
// #endregion
