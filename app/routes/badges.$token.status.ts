import { systemClock } from "#kernel/clock.ts";
import { statusBehind } from "#modules/learning/public.server.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** Whether the badge behind a link was revoked, for whoever holds it already. */
export const loader = publicPage(async ({ params, address }) => {
  const status = await statusBehind(params["token"] ?? "", address, systemClock.now());
  if (status === null) throw notFound();
  return new Response(status, { headers: { "Content-Type": "application/vc+jwt", "Cache-Control": "no-store" } });
});
