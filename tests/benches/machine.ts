import type { Report } from "../../benches/report.ts";

/** A machine that measures in tests. */
export const MACHINE: Report["machine"] = {
  cpu: "A processor",
  cores: 2,
  memoryGiB: 8,
  system: "linux x86_64",
  deno: "2.9.6",
  v8: "15.0",
  python: null,
};
