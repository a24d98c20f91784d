export { run, sleep } from "../../mod.ts";
