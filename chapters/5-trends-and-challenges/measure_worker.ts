import { apart } from "./contestants.ts";

self.onmessage = async ({ data }: MessageEvent<string>) => {
  self.postMessage(await apart[data]!());
};
