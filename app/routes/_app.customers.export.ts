import { systemClock } from "#kernel/clock.ts";
import { exportCustomers, exportPurchases } from "#modules/customers/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every customer or purchase, as a file; numbers are left out. */
export const loader = page("customers.import", async ({ actor, url }) => {
  const asked = { actor, source: "screen", now: systemClock.now() } as const;
  return url.searchParams.get("kind") === "purchases" ? csvResponse("purchases.csv", await exportPurchases(asked)) : csvResponse("customers.csv", await exportCustomers(asked));
});
