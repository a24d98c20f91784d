// #region worker
self.onmessage = ({ data }: MessageEvent<Int32Array>) => {
  const [counts, ready] = [data.subarray(0, 2), data.subarray(2)];
  Atomics.add(ready, 0, 1);
  while (Atomics.load(ready, 0) < 2); // both begin together
  for (let i = 0; i < 1_000_000; i++) {
    counts[0]!++; // reads, adds, writes: three steps
    Atomics.add(counts, 1, 1); // one step
  }
  self.postMessage("done");
};
// #endregion
