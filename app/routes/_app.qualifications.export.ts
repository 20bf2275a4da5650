import { systemClock } from "#kernel/clock.ts";
import { exportQualifications } from "#modules/people/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Courses held within the reader's reach, as a file. */
export const loader = page("qualifications.read", async ({ actor }) => csvResponse("qualifications.csv", await exportQualifications({ actor, source: "screen", now: systemClock.now() })));
