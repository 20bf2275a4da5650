import { systemClock } from "#kernel/clock.ts";
import { exportCertificates, exportCompletions } from "#modules/learning/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Certificates within reach, or with `?what=completions` attempts, as a file. */
export const loader = page("learning.export", async ({ actor, url }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  return url.searchParams.get("what") === "completions" ? csvResponse("completions.csv", await exportCompletions(asked)) : csvResponse("certificates.csv", await exportCertificates(asked));
});
