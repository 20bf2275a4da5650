import { setImmediate as nextTurn } from "node:timers/promises";
import { addDays, localDay, startOfDay, windowOf } from "#kernel/period.ts";
import { wilson } from "#kernel/proportion.ts";
import { departments, eligiblePeople, type EligiblePerson, organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { namesOf } from "./cards.server.ts";
import { coverageOf, fairnessOf, type Eligible, type Share, type Thanks } from "./domain/fairness.ts";
import type { EvidenceSource } from "./evidence.ts";
import type { FairnessView, RecallRow, Shown } from "./fairness-view.ts";

export const FAIRNESS_MONTHS = [1, 3, 6, 12] as const;
const USUAL_MONTHS = 3;
/** From so many good outcomes on somebody unseen is named. */
const LEAST_GOOD = 3;
const NAMED = 10;

interface Month {
  readonly key: string;
  readonly from: Date;
  readonly to: Date;
}

/** The last so many calendar months up to now, the current one among them. */
function monthsBack(count: number, now: Date, zone: string): Month[] {
  const months: Month[] = [];
  let day = localDay(now, zone);
  for (let back = 0; back < count; back += 1) {
    const { key, start, end } = windowOf({ kind: "month" }, startOfDay(day, zone), zone);
    months.unshift({ key: key.slice("month:".length), from: start, to: end < now ? end : now });
    day = addDays(localDay(start, zone), -1);
  }
  return months;
}

/** A share with its 95 % interval. */
function shown({ hits, n }: Share): Shown {
  const interval = wilson({ hits, n });
  return { hits, n, low: interval?.low ?? null, high: interval?.high ?? null };
}

const asEligible = ({ id, managerId, departmentCode, backOffice, night }: EligiblePerson): Eligible => ({ id, team: managerId, department: departmentCode, backOffice, night });

/** Good outcomes that some thank-you cites, and those people who did good unseen in the window. */
async function recall(people: readonly EligiblePerson[], notReached: ReadonlySet<string>, span: { from: Date; to: Date }, sources: readonly EvidenceSource[]): Promise<{ share: Share; rows: RecallRow[] }> {
  const byPerson = new Map<string, { count: number; kind: string; id: string; at: Date }>();
  let [hits, n] = [0, 0];
  for (const source of sources) {
    const cited = new Set(readHot("recognition.cited", { kind: source.kind }));
    for (const { id, personId, at } of await source.good(span.from, span.to)) {
      n += 1;
      if (cited.has(id)) hits += 1;
      const known = byPerson.get(personId);
      if (known === undefined) byPerson.set(personId, { count: 1, kind: source.kind, id, at });
      else known.count += 1;
    }
  }
  const nudges = await db.recognitionNudge.findMany({ where: { at: { gte: span.from } }, select: { personId: true, at: true }, orderBy: { at: "asc" } });
  const nudged = new Map(nudges.map(({ personId, at }) => [personId, at.toISOString()]));
  const rows = people.flatMap(({ id, name, managerId }): RecallRow[] => {
    const good = byPerson.get(id);
    if (!notReached.has(id) || good === undefined || good.count < LEAST_GOOD) return [];
    return [{ person: { id, name }, good: good.count, example: { kind: good.kind, id: good.id, at: good.at.toISOString() }, hasManager: managerId !== null, nudgedAt: nudged.get(id) ?? null }];
  });
  return { share: { hits, n }, rows: rows.sort((a, b) => b.good - a.good).slice(0, NAMED) };
}

/** The wish in a page's address: `months`. */
export function fairnessMonths(query: URLSearchParams): number {
  const months = Number(query.get("months"));
  return FAIRNESS_MONTHS.find((count) => count === months) ?? USUAL_MONTHS;
}

/** Fairness of recognition over the last months, with names, for HR alone. Refuses: `forbidden`. */
export async function fairnessView(asked: Asked, count: number, sources: readonly EvidenceSource[]): Promise<FairnessView> {
  demand(asked, "recognitions.fairness");
  const { now } = asked;
  const { timeZone: zone } = organisation();
  const months = monthsBack(count, now, zone);
  const span = { from: months[0]?.from ?? now, to: now };
  const [people, all] = await Promise.all([eligiblePeople(localDay(now, zone)), departments()]);
  const eligible = people.map(asEligible);
  const thanks: Thanks[] = [];
  for (const { from, to } of months) {
    for (const row of readHot("recognition.thanks", { from, to })) thanks.push(row);
    await nextTurn();
  }
  const fair = fairnessOf(eligible, thanks, now.getTime());
  const missing = new Set(fair.notReached);
  const recalled = await recall(people, missing, span, sources);
  const name = namesOf(fair.pairs.flatMap(({ a, b }) => [a, b]));
  const departmentName = (code: string | null) => {
    const found = all.find((department) => department.code === code);
    return found === undefined ? null : { vi: found.nameVi, en: found.nameEn };
  };
  return {
    period: { from: span.from.toISOString(), to: span.to.toISOString(), months: count, timeZone: zone },
    thanks: thanks.length,
    coverage: shown(fair.coverage),
    giving: shown(fair.giving),
    crossTeam: shown(fair.crossTeam),
    reciprocity: shown(fair.reciprocity),
    recall: shown(recalled.share),
    groups: { backOffice: shown(fair.backOffice), frontOffice: shown(fair.frontOffice), night: shown(fair.night), day: shown(fair.day) },
    months: months.map(({ key, from, to }) => ({ month: key, coverage: shown(coverageOf(eligible, thanks.filter(({ at }) => at >= from.getTime() && at < to.getTime()))) })),
    departments: fair.byDepartment.map(({ department, ...share }) => ({ code: department, name: departmentName(department), coverage: shown(share) })),
    received: fair.received,
    gini: fair.gini,
    pairs: fair.pairs.map(({ a, b, returned }) => ({ a: name(a), b: name(b), returned })),
    notReached: people.filter(({ id }) => missing.has(id)).map(({ id, name: called, departmentCode, siteCode, night }) => ({ person: { id, name: called }, department: departmentCode, site: siteCode, night })),
    unseen: recalled.rows,
    nightWorkers: people.filter(({ night }) => night).map(({ id, name: called }) => ({ id, name: called })),
  };
}
