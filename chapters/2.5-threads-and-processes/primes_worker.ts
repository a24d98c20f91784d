import { countPrimes } from "./primes.ts";

// #region worker
self.onmessage = ({ data: [from, to] }: MessageEvent<[number, number]>) => {
  self.postMessage(countPrimes(from, to));
};
// #endregion
