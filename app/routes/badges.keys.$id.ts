import { json } from "@remix-run/node";
import { publicKeys } from "#modules/learning/public.server.ts";
import { publicPage } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";

/** One public key, at the address a badge names it by. */
export const loader = publicPage(async ({ params }) => {
  const key = (await publicKeys()).find(({ kid }) => kid.endsWith(`/${params["id"] ?? ""}`));
  if (key === undefined) throw notFound();
  return json(key, { headers: { "Content-Type": "application/jwk+json", "Cache-Control": "public, max-age=3600" } });
});
