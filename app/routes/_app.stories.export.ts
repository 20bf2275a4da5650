import { systemClock } from "#kernel/clock.ts";
import { exportStories } from "#modules/stories/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every story told for the company, masked, as a file. */
export const loader = page("stories.export", async ({ actor }) => csvResponse("stories.csv", await exportStories({ actor, source: "screen", now: systemClock.now() })));
