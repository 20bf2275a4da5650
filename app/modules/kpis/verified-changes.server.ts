import { type Day, localDay } from "#kernel/period.ts";
import { workedChanges } from "#modules/improvements/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import type { ThreadRelation } from "#modules/thread/public.ts";
import { linksOf } from "#modules/thread/public.server.ts";

/** How a change and a KPI may hang together. */
const RELATIONS: readonly ThreadRelation[] = ["measures", "changed", "caused_by"];
/** Links of one KPI that are looked at. */
const MOST = 50;

/** Ids of the operational changes that the thread ties to a KPI. */
export function changesTiedTo(code: string): string[] {
  const links = linksOf({ kind: "kpi", id: code }, RELATIONS, MOST);
  return [...new Set(links.flatMap(({ from, to }) => [from, to].flatMap(({ kind, id }) => (kind === "improvement" ? [id] : []))))];
}

/** Since when the verified changes that are tied to each of these KPIs work: a segment of its chart begins there. */
export async function verifiedDays(codes: readonly string[]): Promise<(code: string) => readonly Day[]> {
  const { timeZone } = organisation();
  const tied = new Map(codes.map((code) => [code, changesTiedTo(code)]));
  const changes = new Map((await workedChanges([...new Set([...tied.values()].flat())])).map((change) => [change.id, change]));
  return (code) =>
    (tied.get(code) ?? []).flatMap((id) => {
      const change = changes.get(id);
      return change?.since == null || change.verifiedAt === null ? [] : [localDay(change.since, timeZone)];
    });
}
