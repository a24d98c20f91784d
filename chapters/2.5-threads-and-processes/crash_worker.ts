// #region worker
self.onmessage = ({ data: accident }: MessageEvent<string>) => {
  if (accident === "throw") throw new Error("the soup is burnt");
  for (const all: number[][] = [];;) all.push(new Array(1000).fill(1));
};
// #endregion
