import * as loopbook from "../../mod.ts";

Object.assign(globalThis, { loopbook });
