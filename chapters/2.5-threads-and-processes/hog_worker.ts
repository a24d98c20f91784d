// #region hog
self.onmessage = ({ data: [count, stop] }: MessageEvent<Int32Array[]>) => {
  self.postMessage("begun");
  while (Atomics.load(stop!, 0) === 0) Atomics.add(count!, 0, 1);
};
// #endregion
