import { systemClock } from "#kernel/clock.ts";
import { exportKpis, exportObservations } from "#modules/kpis/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every figure, as a file that reads back in, or with `what=kpis` what is measured. */
export const loader = page("kpis.read", async ({ actor, url }) => {
  const asked = { actor, source: "screen" as const, now: systemClock.now() };
  return url.searchParams.get("what") === "kpis" ? csvResponse("kpis.csv", await exportKpis(asked)) : csvResponse("observations.csv", await exportObservations(asked));
});
