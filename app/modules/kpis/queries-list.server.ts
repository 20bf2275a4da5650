import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { localDay } from "#kernel/period.ts";
import { departments, organisation, sites } from "#modules/people/public.server.ts";
import { readHot } from "#platform/transaction.server.ts";
import { CUSTOMER_LENSES, type KpiScope, type Lens } from "./definition.ts";
import { departmentNamer } from "./names.server.ts";
import { readKpi, verdictOf } from "./read-kpi.server.ts";
import { definitions, type StoredKpi } from "./store.server.ts";
import type { KpiRow, NamedView, TreeNode } from "./view-models.ts";

export interface KpiFilter {
  readonly lens?: Lens | undefined;
  readonly department?: string | undefined;
  /** Retired ones, or drafts; those in use unless told. */
  readonly show?: "draft" | "retired" | undefined;
}

/** Latest values that a row shows. */
const RECENT = 24;

function rowOf(kpi: StoredKpi, scope: KpiScope, today: string, name: (code: string) => NamedView): KpiRow {
  const read = readKpi(readHot, kpi, { scope, today });
  const { reading, standing, health } = verdictOf(read);
  const { definition } = kpi;
  return {
    ...{ code: kpi.code, name: definition.name, why: definition.why, lens: definition.lens, status: kpi.status, unit: definition.unit, cadence: definition.cadence, direction: definition.direction },
    owners: definition.owners.map(name),
    target: definition.target?.value ?? null,
    figure: read.latest,
    reading: reading.code,
    signal: reading.code === "signal" ? { side: reading.side, good: reading.good } : null,
    ...{ standing, health, timeliness: read.timeliness },
    hasDraft: kpi.draft !== null,
    recent: read.points.slice(-RECENT).map(({ value }) => value),
  };
}

const mayRead = (actor: Actor) => can(actor, "kpis.read");
/** Those who write KPIs see what is being written. */
const shownTo = (actor: Actor) => (kpi: StoredKpi) => kpi.status !== "draft" || can(actor, "kpis.design");

/** KPIs by lens, the customer's first, then by code. */
export async function kpiRows(actor: Actor, { lens, department, show }: KpiFilter, now: Date): Promise<KpiRow[]> {
  if (!mayRead(actor)) return [];
  const today = localDay(now, organisation().timeZone);
  const name = await departmentNamer();
  return definitions(readHot)
    .filter(shownTo(actor))
    .filter(({ status, definition }) => status === (show ?? "active") && (lens === undefined || definition.lens === lens) && (department === undefined || definition.owners.includes(department)))
    .map((kpi) => rowOf(kpi, {}, today, name));
}

/** What hangs on the wall of a place: KPIs in use that have figures of it, the customer's first; never of one person. */
export async function wallRows(actor: Actor, scope: { readonly department: string | null; readonly site: string | null }, now: Date): Promise<KpiRow[]> {
  if (!mayRead(actor)) return [];
  const today = localDay(now, organisation().timeZone);
  const name = await departmentNamer();
  const where: KpiScope = { ...(scope.department === null ? {} : { department: scope.department }), ...(scope.site === null ? {} : { site: scope.site }) };
  const customer = (row: KpiRow) => (row.lens !== null && CUSTOMER_LENSES.includes(row.lens) ? 0 : 1);
  return definitions(readHot, { status: "active" })
    .map((kpi) => rowOf(kpi, where, today, name))
    .filter(({ figure, owners }) => figure !== null && (scope.department === null || scope.site !== null || owners.some(({ code }) => code === scope.department)))
    .sort((a, b) => customer(a) - customer(b) || (a.code < b.code ? -1 : 1));
}

/** Company → department → site: shared customer outcomes on top, then what each department answers for and how its sites do. */
export async function kpiTree(actor: Actor, now: Date): Promise<TreeNode | null> {
  if (!mayRead(actor)) return null;
  const today = localDay(now, organisation().timeZone);
  const [name, places, shops] = [await departmentNamer(), await departments(), await sites()];
  const kpis = definitions(readHot, { status: "active" });
  const isShared = ({ definition }: StoredKpi) => definition.lens !== null && CUSTOMER_LENSES.includes(definition.lens) && definition.owners.length > 1;
  const has = (row: KpiRow) => row.figure !== null;
  const named = (row: { nameVi: string; nameEn: string }) => ({ vi: row.nameVi, en: row.nameEn });
  const below = places.flatMap((place): TreeNode[] => {
    const own = kpis.filter(({ definition }) => definition.owners.includes(place.code));
    if (own.length === 0) return [];
    const siteNodes = shops.flatMap((site): TreeNode[] => {
      const rows = own.map((kpi) => rowOf(kpi, { department: place.code, site: site.code }, today, name)).filter(has);
      return rows.length === 0 ? [] : [{ kind: "site", code: site.code, name: named(site), kpis: rows, below: [] }];
    });
    return [{ kind: "department", code: place.code, name: named(place), kpis: own.filter((kpi) => !isShared(kpi)).map((kpi) => rowOf(kpi, {}, today, name)), below: siteNodes }];
  });
  return { kind: "company", code: null, name: null, kpis: kpis.filter(isShared).map((kpi) => rowOf(kpi, {}, today, name)), below };
}
