import { compareEngines } from "../compare-engines.ts";
import type { RunSuite } from "../results.ts";

/** How the engine and its peers grow: 5,000 rules. The slowest peers answer only some of the requests in their time. */
export const run: RunSuite = (say) => compareEngines("engine-5000", 5000, 6_000, say);
