import { systemClock } from "#kernel/clock.ts";
import { exportReviews } from "#modules/reviews/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Closed reviews the reader may see, as a file. */
export const loader = page("leading.read", async ({ actor }) => csvResponse("leading.csv", await exportReviews({ actor, source: "screen", now: systemClock.now() })));
