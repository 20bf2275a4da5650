import { systemClock } from "#kernel/clock.ts";
import { exportFeedback } from "#modules/listening/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** What customers said, within the reader's reach, as a file. */
export const loader = page("feedback.read", async ({ actor }) => csvResponse("feedback.csv", await exportFeedback({ actor, source: "screen", now: systemClock.now() })));
