import { json } from "@remix-run/node";
import { publicKeys } from "#modules/learning/public.server.ts";
import { publicPage } from "#platform/http/page.server.ts";

/** The public keys certificates are signed with (RFC 7517). */
export const loader = publicPage(async () => json({ keys: await publicKeys() }, { headers: { "Content-Type": "application/jwk-set+json", "Cache-Control": "public, max-age=3600" } }));
