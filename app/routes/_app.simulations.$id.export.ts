import { exportSimulation } from "#modules/empowerment/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** The report of a run, a line per figure. */
export const loader = page("policies.read-drafts", async ({ actor, params, locale }) => {
  const pieces = await exportSimulation(actor, params.id ?? "", locale);
  if (pieces === null) throw notFound();
  return csvResponse("simulation.csv", pieces);
});
