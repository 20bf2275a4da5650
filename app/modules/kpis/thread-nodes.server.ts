import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { ThreadNode } from "#modules/thread/public.ts";
import { readHot } from "#platform/transaction.server.ts";
import { definitions } from "./store.server.ts";

/** KPIs of the thread, by code, that an actor may know of: those that are or were in use, and drafts of those who write them. */
export function threadNodes(actor: Actor, ids: readonly string[]): ThreadNode[] {
  if (!can(actor, "kpis.read")) return [];
  return definitions(readHot)
    .filter(({ code, status }) => ids.includes(code) && (status !== "draft" || can(actor, "kpis.design")))
    .map(({ code, definition: { name, why } }) => {
      const { locale } = actor;
      return { id: code, title: name[locale] || name.vi || name.en || code, quote: why[locale] || null, at: null, href: `/kpis/${encodeURIComponent(code)}` };
    });
}
