import { systemClock } from "#kernel/clock.ts";
import { exportImprovements } from "#modules/improvements/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every improvement within reach, as a file. */
export const loader = page("improvements.read", async ({ actor }) => csvResponse("improvements.csv", await exportImprovements({ actor, source: "screen", now: systemClock.now() })));
