self.onmessage = async ({ data: url }: MessageEvent<string>) => {
  const response = await fetch(url);
  self.postMessage(await response.text());
};
