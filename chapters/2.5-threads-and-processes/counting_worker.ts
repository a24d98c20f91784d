/** Counts as long as it lives, and gives way between two counts. */
self.onmessage = ({ data: count }: MessageEvent<Int32Array>) => {
  setInterval(() => Atomics.add(count, 0, 1), 1);
};
