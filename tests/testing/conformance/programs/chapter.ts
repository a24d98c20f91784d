import type { Program } from "../../../../src/testing/conformance/program.ts";

/** Programs by the number of their rule and by their titles. */
export type Chapter = Readonly<
  Record<number, Readonly<Record<string, Program>>>
>;
