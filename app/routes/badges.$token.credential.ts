import { systemClock } from "#kernel/clock.ts";
import { credentialBehind } from "#modules/learning/public.server.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** The signed credential behind a link, as a file. */
export const loader = publicPage(async ({ params, address }) => {
  const credential = await credentialBehind(params["token"] ?? "", address, systemClock.now());
  if (credential === null) throw notFound();
  return new Response(credential, { headers: { "Content-Type": "application/vc+jwt", "Content-Disposition": 'attachment; filename="certificate.jwt"', "Cache-Control": "no-store" } });
});
