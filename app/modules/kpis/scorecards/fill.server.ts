import type { Role } from "#access/roles.ts";
import { rolesHeld } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import type { KpiPoint } from "../definition.ts";
import { definitions, figureOf, type StoredKpi } from "../series.server.ts";
import type { Counted, ItemScope, ScorecardItem } from "./items.ts";
import { type AbsentReason, attainment, customerShareOf, reweighted, scoreOf, type SheetContent, type SheetItem } from "./score.ts";
import type { Holder } from "./who-has.server.ts";

/** What lower modules count of people, by local days, both included: how many of each person. */
export type CountReader = (what: Counted, from: string, to: string) => Promise<ReadonlyMap<string, number>>;

/** Who belongs to a department now. */
export type MembersReader = (department: string) => Promise<readonly string[]>;

export interface Filling {
  readonly from: string;
  readonly to: string;
  readonly count: CountReader;
  readonly members: MembersReader;
}

type Line = Omit<SheetItem, "counted">;

function placeOf({ scorecard, person }: Holder, scope: ItemScope): string | null {
  if (scope === "site") return person?.siteCode ?? null;
  return scorecard.subjectKind === "department" ? scorecard.subject : (person?.departmentCode ?? null);
}

function why(kpi: StoredKpi, point: KpiPoint, reached: number | null): AbsentReason | null {
  if (point.value === null) return "no_figure";
  if (point.n < kpi.definition.minimumSample) return "small_sample";
  return reached === null ? "no_target" : null;
}

function measured(kpi: StoredKpi, item: Extract<ScorecardItem, { kind: "kpi" }>, place: string | null, look: (code: string, scope: ItemScope, place: string | null) => KpiPoint): Line {
  const { definition, version } = kpi;
  const line = { kind: "kpi", name: definition.name, definition, version, scope: item.scope, place: item.scope === "company" ? null : place, weight: item.weight, target: definition.target?.value ?? null } as const;
  if (item.scope !== "company" && place === null) return { ...line, value: null, n: 0, interval: null, attainment: null, absent: "no_place" };
  const point = look(definition.code, item.scope, place);
  const reached = point.value === null ? null : attainment(definition, point.value);
  const absent = why(kpi, point, reached);
  return { ...line, value: point.value, n: point.n, interval: point.interval, attainment: absent === null ? reached : null, absent };
}

/** A function that makes sheets of a period: figures that several people share are looked up once. */
export function filler({ from, to, count, members }: Filling): (holder: Holder) => Promise<SheetContent> {
  const kpis = new Map(definitions(readHot).map((kpi) => [kpi.code, kpi]));
  const points = new Map<string, KpiPoint>();
  const counts = new Map<Counted, Promise<ReadonlyMap<string, number>>>();
  const look = (code: string, scope: ItemScope, place: string | null): KpiPoint => {
    const key = `${code} ${scope} ${place ?? ""}`;
    const known = points.get(key) ?? figureOf(readHot, { code, scope: place === null || scope === "company" ? {} : { [scope]: place }, from, to });
    points.set(key, known);
    return known;
  };
  const counted = async (item: Extract<ScorecardItem, { target: number }>, people: readonly string[]): Promise<Line> => {
    const of = counts.get(item.kind) ?? count(item.kind, from, to);
    counts.set(item.kind, of);
    const found = await of;
    const value = people.reduce((sum, id) => sum + (found.get(id) ?? 0), 0);
    const { kind, weight, target } = item;
    return { kind, name: null, definition: null, version: null, scope: null, place: null, weight, target, value, n: value, interval: null, attainment: Math.min(120, (100 * value) / target), absent: null };
  };
  return async (holder) => {
    const { scorecard, person } = holder;
    const people = person === null ? await members(scorecard.subject) : [person.id];
    const lines: Line[] = [];
    for (const item of scorecard.items) {
      const kpi = item.kind === "kpi" ? kpis.get(item.kpi) : undefined;
      if (item.kind !== "kpi") lines.push(await counted(item, people));
      else if (kpi !== undefined) lines.push(measured(kpi, item, placeOf(holder, item.scope), look));
    }
    const roles: readonly Role[] = person === null ? [] : rolesHeld(person.id);
    const known = new Map([...kpis].map(([code, { definition }]) => [code, definition]));
    return { name: { vi: scorecard.nameVi, en: scorecard.nameEn }, roles, from, to, items: reweighted(lines), score: scoreOf(lines), customerShare: customerShareOf(scorecard.items, known) };
  };
}
