import type { PersonActor } from "#access/actor.ts";
import { db } from "#platform/db.server.ts";

/** A colleague for a choice: their team comes first, then their site, each by given name. */
export interface NearColleague {
  readonly id: string;
  readonly name: string;
}

const SHOWN = 12;

/** Those somebody works with: colleagues of the same manager, that manager, one's own reports, then others of the site. */
export async function nearColleagues({ personId, managerId, siteCode }: PersonActor): Promise<NearColleague[]> {
  const select = { id: true, name: true } as const;
  const order = { orderBy: [{ nameSort: "asc" as const }, { id: "asc" as const }], take: SHOWN };
  const others = { active: true, id: { not: personId } };
  const team = await db.person.findMany({
    where: { ...others, OR: [{ managerId: personId }, ...(managerId === null ? [] : [{ managerId }, { id: managerId }])] },
    select,
    ...order,
  });
  if (siteCode === null || team.length >= SHOWN) return team;
  const known = new Set(team.map(({ id }) => id));
  const site = await db.person.findMany({ where: { ...others, siteCode }, select, ...order });
  return [...team, ...site.filter(({ id }) => !known.has(id))].slice(0, SHOWN);
}
