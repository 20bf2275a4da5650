import { systemClock } from "#kernel/clock.ts";
import { exportRecognitions } from "#modules/recognition/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every public recognition, as a file. */
export const loader = page("recognitions.export", async ({ actor }) =>
  csvResponse("recognitions.csv", await exportRecognitions({ actor, source: "screen", now: systemClock.now() })),
);
