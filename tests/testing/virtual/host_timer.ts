/** A timer as Node and Deno give it. */
export interface HostTimer {
  ref(): HostTimer;
  unref(): HostTimer;
  hasRef(): boolean;
  refresh(): HostTimer;
  close(): HostTimer;
}

/** Sets a timer of the host. */
export function hostTimer(callback: () => void, delay: number): HostTimer {
  return setTimeout(callback, delay) as unknown as HostTimer;
}
