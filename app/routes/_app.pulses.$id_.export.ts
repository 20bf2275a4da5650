import { systemClock } from "#kernel/clock.ts";
import { exportResults } from "#modules/pulse/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** What may be told of a closed pulse, as a file. */
export const loader = page("pulses.read-groups", async ({ actor, params }) => csvResponse("pulse.csv", await exportResults(params["id"] ?? "", { actor, source: "screen", now: systemClock.now() })));
