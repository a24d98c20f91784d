// #region worker
self.onmessage = ({ data: ball }: MessageEvent<Int32Array>) => {
  for (let turn = 1; turn < 6; turn += 2) {
    while (Atomics.load(ball, 0) !== turn);
    Atomics.store(ball, 0, turn + 1);
  }
};
self.postMessage("begun");
// #endregion
