import { exportCustomers, exportPurchases } from "#modules/customers/public.server.ts";
import { csvResponse } from "#platform/csv/write.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Every customer or purchase, as a file; numbers are left out. */
export const loader = page("customers.import", ({ url }) =>
  url.searchParams.get("kind") === "purchases" ? csvResponse("purchases.csv", exportPurchases()) : csvResponse("customers.csv", exportCustomers({ phones: false })),
);
