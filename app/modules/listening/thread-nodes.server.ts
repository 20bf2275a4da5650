import type { Actor } from "#access/actor.ts";
import { isLocale } from "#i18n/locale.ts";
import { translator } from "#i18n/translator.ts";
import { words } from "#i18n/words.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { db } from "#platform/db.server.ts";
import { toneOf } from "./domain/scales.ts";
import { readableFeedback } from "./readable.server.ts";
import { ratingsOf } from "./stored.ts";

/** Feedback as the thread shows it: only what the actor may read; an unknown id has no node. */
export async function threadNodes(actor: Actor, ids: readonly string[]): Promise<ThreadNode[]> {
  const rows = await db.feedback.findMany({
    where: { AND: [{ id: { in: [...ids] } }, readableFeedback(actor)] },
    select: { id: true, receivedAt: true, said: true, understood: true, csat: true, csatPoints: true, nps: true },
  });
  const t = translator(isLocale(actor.locale) ? actor.locale : "vi");
  return rows.map((row) => ({
    id: row.id,
    title: words(t, "listening:timeline", { code: toneOf(ratingsOf(row)) ?? "none" }),
    quote: row.said,
    at: row.receivedAt.toISOString(),
    href: `/listening/${row.id}`,
  }));
}
