import { systemClock } from "#kernel/clock.ts";
import { exportProcedures } from "#modules/improvements/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** The register of procedures, as a file that reads back in. */
export const loader = page("procedures.read", async ({ actor }) => csvResponse("procedures.csv", await exportProcedures({ actor, source: "screen", now: systemClock.now() })));
