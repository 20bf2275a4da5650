import { systemClock } from "#kernel/clock.ts";
import { exportSheets } from "#modules/kpis/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Closed scorecards the reader may see, of all periods or one, as a file. */
export const loader = page("scorecards.read", async ({ actor, url }) =>
  csvResponse("scorecards.csv", await exportSheets({ actor, source: "screen", now: systemClock.now() }, url.searchParams.get("period"))),
);
