import { compareEngines } from "../compare-engines.ts";
import type { RunSuite } from "../results.ts";

/** The engine and its peers with 500 rules; every peer has time to answer all requests. */
export const run: RunSuite = (say) => compareEngines("engine-500", 500, 40_000, say);
