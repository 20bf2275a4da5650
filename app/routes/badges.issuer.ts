import { json } from "@remix-run/node";
import { issuer } from "#modules/learning/public.server.ts";
import { publicPage } from "#platform/http/page.server.ts";

/** Who issues the certificates of this installation (an Open Badges profile). */
export const loader = publicPage(() => json(issuer(), { headers: { "Cache-Control": "public, max-age=3600" } }));
