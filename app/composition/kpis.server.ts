import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { type Day, localDay } from "#kernel/period.ts";
import { listPolicies } from "#modules/empowerment/public.server.ts";
import { citedImprovements, workedChanges } from "#modules/improvements/public.server.ts";
import { kpiPage, type OutsideChange, type PageWish } from "#modules/kpis/public.server.ts";
import type { KpiView } from "#modules/kpis/view-models.ts";
import { organisation } from "#modules/people/public.server.ts";
import { linksOf } from "#modules/thread/public.server.ts";

/** Links and policies that a page looks at, at most. */
const MOST = 100;

/** Changes that the thread ties to a KPI; the words of those the reader may not know of are left out, their days are not. */
async function linkedImprovements(actor: PersonActor, code: string, dayOf: (at: Date) => Day): Promise<OutsideChange[]> {
  const links = linksOf({ kind: "kpi", id: code }, null, MOST);
  const ids = [...new Set(links.flatMap(({ from, to }) => [from, to].flatMap(({ kind, id }) => (kind === "improvement" ? [id] : []))))];
  const [changes, cited] = await Promise.all([workedChanges(ids), citedImprovements(ids, actor)]);
  const titles = new Map(cited.map(({ id, number, title }) => [id, `${number} · ${title}`]));
  return changes.flatMap(({ id, number, since, verifiedAt }) =>
    since === null ? [] : [{ day: dayOf(since), kind: "improvement" as const, title: titles.get(id) ?? number, href: `/improvements/${id}`, verified: verifiedAt !== null }],
  );
}

async function policyChanges(actor: PersonActor, dayOf: (at: Date) => Day): Promise<OutsideChange[]> {
  if (!can(actor, "policies.read")) return [];
  const versions = await listPolicies(actor, systemClock.now(), { before: null, limit: MOST });
  return versions.flatMap(({ version, effectiveFrom, state }) =>
    effectiveFrom === null || state === "draft" || state === "in_review" ? [] : [{ day: dayOf(new Date(effectiveFrom)), kind: "policy" as const, title: String(version), href: `/policies/${version}`, verified: false }],
  );
}

/** One KPI with what changed when: operational changes of the thread, versions of the policy, its own definition and targets. */
export async function kpiWithChanges(actor: PersonActor, code: string, wish: PageWish): Promise<KpiView | null> {
  const { timeZone } = organisation();
  const dayOf = (at: Date) => localDay(at, timeZone);
  const outside = [...(await linkedImprovements(actor, code, dayOf)), ...(await policyChanges(actor, dayOf))];
  return kpiPage(actor, code, wish, systemClock.now(), outside);
}
