import { addDays, type Day } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { measureShape, stored } from "#modules/improvements/schemas.ts";
import type { KpiDefinition } from "#modules/kpis/definition.ts";
import { periodOf, periodsBetween } from "#modules/kpis/domain/periods.ts";
import { type Tally, tallyOf, tallyOfValues } from "#modules/kpis/domain/tally.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { demoDefinitions } from "./kpis/definitions.ts";
import { type Random, randomFrom } from "./random.ts";

/** Days of figures before the day of loading: eighteen months. */
const DAYS = 548;

/** A draw around 0 with spread 1, out of twelve fractions. */
function spread(random: Random): number {
  let sum = -6;
  for (let index = 0; index < 12; index += 1) sum += random.next();
  return sum;
}

/** Hits among n cases as chance would have them. */
function hitsOf(n: number, share: number, random: Random): number {
  return Math.min(n, Math.max(0, Math.round(n * share + spread(random) * Math.sqrt(n * share * (1 - share)))));
}

interface Moment {
  /** Days before the day of loading. */
  readonly ago: number;
  readonly random: Random;
  /** Whether the change it waits for works already. */
  readonly changed: boolean;
}

/** How far something has risen since it began to, in fractions. */
const risen = (ago: number, from: number) => Math.min(1, Math.max(0, (from - ago) / from));

function ratio(cases: number, share: (moment: Moment) => number) {
  return (moment: Moment): Tally => {
    const n = Math.max(1, Math.round(cases * (1 + 0.08 * spread(moment.random))));
    return tallyOf({ hits: hitsOf(n, share(moment), moment.random), n });
  };
}

function perHour(hours: number, rate: (moment: Moment) => number) {
  return (moment: Moment): Tally => {
    const n = Math.round(hours * (1 + 0.04 * spread(moment.random)));
    return tallyOf({ total: Math.round(n * rate(moment) * (1 + 0.03 * spread(moment.random))), n });
  };
}

function net(people: number, promoters: number, detractors: number) {
  return ({ random }: Moment): Tally => {
    const n = Math.round(people * (1 + 0.05 * spread(random)));
    const [hits, low] = [hitsOf(n, promoters, random), hitsOf(n, detractors, random)];
    return tallyOf({ hits, detractors: low, passives: Math.max(0, n - hits - low), n: hits + low + Math.max(0, n - hits - low) });
  };
}

function answers(weights: readonly number[], people: number) {
  return ({ random }: Moment): Tally => {
    const histogram: Record<string, number> = {};
    for (let index = 0; index < people; index += 1) {
      const value = random.weighted(weights.map((weight, at) => [at + 1, weight] as const));
      histogram[value] = (histogram[value] ?? 0) + 1;
    }
    return tallyOfValues(histogram);
  };
}

/** When the push for more calls an hour began: from then on more customers call again. */
const PUSH = 240;

/** Figures people type in, by KPI. */
const FED: Readonly<Record<string, (moment: Moment) => Tally>> = {
  "CALLS-PER-HOUR": perHour(460, ({ ago }) => 7.2 + 1.9 * risen(ago, PUSH)),
  "REPEAT-CALLS": ratio(2_900, ({ ago }) => 0.16 + 0.06 * risen(ago, PUSH)),
  "TOLD-AGAIN": ratio(310, ({ changed }) => (changed ? 0.17 : 0.34)),
  "EXPRESS-ON-TIME": ratio(140, ({ changed }) => (changed ? 0.93 : 0.79)),
  "PARCELS-PER-HOUR": perHour(520, ({ ago }) => 19 + 4 * risen(ago, 300)),
  "WRONG-ITEM": ratio(9_800, ({ ago }) => 0.009 + 0.007 * risen(ago, 300)),
  "REFUND-COST": ratio(1_000_000, () => 0.0148),
  "COME-BACK": ratio(4_200, () => 0.318),
  EASY: answers([4, 6, 9, 14, 24, 26, 17], 180),
  "STAFF-RECOMMEND": net(150, 0.36, 0.19),
};

/** Changes of the demo that two KPIs really follow, by how their report begins. */
const FOLLOWS: Readonly<Record<string, string>> = { "TOLD-AGAIN": "Mỗi cuộc gọi mở một phiếu mới", "EXPRESS-ON-TIME": "Gọi là giao gấp" };

type Change = Row<"Improvement">;

function changesOf(rows: readonly Change[]): Map<string, Change> {
  return new Map(
    Object.entries(FOLLOWS).flatMap(([code, beginning]) => {
      const found = rows.find(({ what, trialFrom }) => what.startsWith(beginning) && trialFrom !== null);
      return found === undefined ? [] : [[code, found] as const];
    }),
  );
}

/** Changes on their way whose effect a KPI is to show. */
function measuredByKpi(rows: readonly Change[]) {
  return rows.flatMap(({ id, measure: text, plannedAt }) => {
    const measure = stored(measureShape, text ?? null);
    return measure?.code !== "kpi" || plannedAt == null ? [] : [{ id, measure, at: plannedAt }];
  });
}

const dayOf = (at: Date): Day => at.toISOString().slice(0, 10);

async function insertFigures(tx: Tx, definition: KpiDefinition, kpiId: string, plan: DemoPlan, change: Change | undefined, hr: string, random: Random): Promise<void> {
  const draw = FED[definition.code];
  if (draw === undefined) return;
  const since = change?.trialFrom == null ? null : dayOf(change.trialFrom);
  const first = periodOf(definition.cadence, addDays(plan.today, -DAYS)).start;
  for (const { start, end } of periodsBetween(definition.cadence, first, plan.today)) {
    if (end >= plan.today) continue;
    const ago = Math.round((Date.parse(plan.today) - Date.parse(start)) / 86_400_000);
    const { n, hits, passives, detractors, total, squares, histogram } = draw({ ago, random, changed: since !== null && start >= since });
    const at = new Date(Date.parse(`${addDays(end, 1)}T02:30:00Z`));
    await tx.insert("KpiObservation", {
      ...{ id: random.idAt(at), kpiId, version: 1, periodStart: start, periodEnd: end, bucket: start, departmentCode: definition.owners[0] ?? "" },
      ...{ n, hits, passives, detractors, total, squares, histogram: histogram === null ? null : JSON.stringify(histogram), source: "import", at, byId: hr },
    });
  }
}

/**
 * What the demo company measures, with eighteen months of figures and the noise that real ones have: two that follow
 * verified changes, one that rises while customers lose, and departments whose figures pull against each other.
 * @returns what the trail says of it
 */
export async function insertKpis(tx: Tx, plan: DemoPlan): Promise<AuditEventInput[]> {
  const random = randomFrom(41);
  const hr = personIdOf(plan, SIGN_INS.hr.email);
  const made = new Date(plan.start.getTime());
  const changes = changesOf(await tx.list("Improvement", { state: ["verified", "adopted"] }));
  const measuring = measuredByKpi(await tx.list("Improvement", { state: ["planned", "trialled"] }));
  const events: AuditEventInput[] = [];
  for (const definition of demoDefinitions((days) => addDays(plan.today, days))) {
    const { code, target } = definition;
    const id = random.idAt(made);
    await tx.insert("Kpi", { id, code, status: "active", version: 1, targetValue: target?.value ?? null, targetBy: target?.by ?? null, createdAt: made, createdById: hr, updatedAt: made });
    await tx.insert("KpiVersion", { id: random.idAt(made), kpiId: id, version: 1, definition: JSON.stringify(definition), breaks: false, fromDay: "0001-01-01", at: made, byId: hr, note: null });
    if (target !== null) await tx.insert("KpiTarget", { id: random.idAt(made), kpiId: id, value: target.value, byDay: target.by, reason: "Chỉ tiêu đầu tiên, đặt khi bắt đầu đo", at: made, byId: hr });
    const change = changes.get(code);
    await insertFigures(tx, definition, id, plan, change, hr, random);
    if (change?.trialFrom != null) await tx.insert("ThreadLink", { id: random.idAt(change.trialFrom), fromKind: "kpi", fromId: code, toKind: "improvement", toId: change.id, relation: "measures", byId: hr, at: change.trialFrom, automatic: false, note: null });
    for (const measured of measuring.filter(({ measure }) => measure.kpi === code)) await tx.insert("ThreadLink", { id: random.idAt(made), fromKind: "kpi", fromId: code, toKind: "improvement", toId: measured.id, relation: "measures", byId: null, at: measured.at, automatic: true, note: null });
    events.push({ type: "kpi.put-into-use", schema: 1, subject: { kind: "kpi", id }, actor: { personId: hr }, data: { code, version: 1, breaks: false, changed: [] }, at: made });
  }
  return events;
}

/** The facts the demo's KPIs are computed from. */
export const DEMO_FACTS = ["decision_csat", "decision_fcr", "customer_wait", "decided_alone", "feedback_nps", "improvements_verified"] as const;
