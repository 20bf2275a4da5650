import { systemClock } from "#kernel/clock.ts";
import { exportObservations } from "#modules/kpis/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** The figures of one KPI, as a file that reads back in. */
export const loader = page("kpis.read", async ({ actor, params }) => {
  const code = params["code"] ?? "";
  return csvResponse("observations.csv", await exportObservations({ actor, source: "screen", now: systemClock.now() }, code));
});
