import { systemClock } from "#kernel/clock.ts";
import { exportPeople } from "#modules/people/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** The people within the reader's reach, as a file. */
export const loader = page("people.read", async ({ actor }) => csvResponse("people.csv", await exportPeople({ actor, source: "screen", now: systemClock.now() })));
