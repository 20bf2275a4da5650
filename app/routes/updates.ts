import { json } from "@remix-run/node";
import { updatesFor } from "#modules/empowerment/public.server.ts";
import { page } from "#platform/http/page.server.ts";

/** Asked every few seconds by open pages: what waits, and a stamp that changes when their lists would. */
export const loader = page("account.self", async ({ actor }) => json(await updatesFor(actor), { headers: { "Cache-Control": "no-store" } }));
