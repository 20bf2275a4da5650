import { json } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { systemClock } from "#kernel/clock.ts";
import { publicBadge } from "#modules/learning/public.server.ts";
import { PublicBadge } from "#modules/learning/ui/public-badge.tsx";
import { publicPage } from "#platform/http/page.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import type { PageHandle } from "#ui/page-title.ts";

export const handle: PageHandle = { title: "learning:certificate.title" };

/** For whoever has the link: what the certificate says, and whether it still holds. */
export const loader = publicPage(async ({ params, address }) => {
  const badge = await publicBadge(params["token"] ?? "", address, systemClock.now());
  if (badge === null) throw notFound();
  return json({ badge }, { headers: { "X-Robots-Tag": "noindex" } });
});

export default function BadgePage() {
  const { badge } = useLoaderData<typeof loader>();
  return <PublicBadge badge={badge} />;
}
