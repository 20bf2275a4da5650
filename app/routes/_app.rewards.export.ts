import { systemClock } from "#kernel/clock.ts";
import { exportRewards } from "#modules/kpis/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Approved rewards for payroll, as a file. */
export const loader = page("rewards.export", async ({ actor }) =>
  csvResponse("rewards.csv", await exportRewards({ actor, source: "screen", now: systemClock.now() })),
);
