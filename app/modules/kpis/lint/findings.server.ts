import { ROLES, type Role } from "#access/roles.ts";
import { newId } from "#kernel/ids.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { departments, findPeople, organisation } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { readHot, transaction, type Tx } from "#platform/transaction.server.ts";
import type { Bilingual, KpiDefinition } from "../definition.ts";
import { definitions, seriesOf, type StoredKpi } from "../series.server.ts";
import { recordScorecardEvent } from "../scorecards/record-event.server.ts";
import { customerShareOf } from "../scorecards/score.ts";
import { minimumCustomerShare } from "../scorecards/settings.server.ts";
import { scorecardsInUse } from "../scorecards/who-has.server.ts";
import { type Finding, inOrder, type LintKpi } from "./findings.ts";
import { lintDefinition } from "./lint-one.ts";
import { lintSet } from "./lint.ts";

/** Days of the past that lint looks at. */
const LOOKED_BACK = 730;

function lintKpi(kpi: StoredKpi, scoredOn: readonly Role[], today: string): LintKpi {
  const series = seriesOf(readHot, { code: kpi.code, scope: {}, from: addDays(today, -LOOKED_BACK), to: today }).filter(({ periodEnd }) => periodEnd < today);
  // Before its first figure a KPI was not silent, it was not there.
  const first = series.findIndex(({ value }) => value !== null);
  const changedTargets = kpi.changedTargets.filter(({ from }) => from !== null).map(({ at, from, to, improvement }) => ({ at: at.toISOString(), from, to, improvement }));
  return { definition: kpi.definition, status: kpi.status, changedTargets, series: first < 0 ? [] : series.slice(first), scoredOn };
}

export interface FindingView extends Finding {
  /** Let stand until a day, with the reason and who said so; null: open. */
  readonly letStand: { readonly id: string; readonly reason: string; readonly until: string; readonly by: string } | null;
}

export interface FindingsView {
  /** Names of KPIs by code, of scorecards by id, of departments as `department:<code>`. */
  readonly names: Readonly<Record<string, Bilingual>>;
  readonly findings: readonly FindingView[];
  /** KPIs in use that were looked at. */
  readonly looked: number;
}

const standingToday = (today: string) => db.kpiSuppression.findMany({ where: { liftedAt: null, untilDay: { gte: today } }, orderBy: { at: "asc" } });

async function namesOf(kpis: readonly StoredKpi[]): Promise<Record<string, Bilingual>> {
  const places = (await departments()).map(({ code, nameVi, nameEn }) => [`department:${code}`, { vi: nameVi, en: nameEn }] as const);
  return Object.fromEntries([...kpis.map(({ code, definition }) => [code, definition.name] as const), ...places]);
}

/** What lint says of one definition, in use or being written, as it stands now; what is let stand is left out. */
export async function definitionFindings(definition: KpiDefinition, now: Date): Promise<{ readonly findings: readonly Finding[]; readonly names: FindingsView["names"] }> {
  const kpis = definitions(readHot, { status: "active" });
  const known = new Map(kpis.map((kpi) => [kpi.code, kpi.definition]));
  const standing = new Set((await standingToday(localDay(now, organisation().timeZone))).map(({ findingKey }) => findingKey));
  const findings = inOrder(lintDefinition(definition, known)).filter(({ key }) => !standing.has(key));
  return { findings, names: { ...(await namesOf(kpis)), [definition.code]: definition.name } };
}

/** Everything lint finds today, what is let stand included. */
export async function findingsView(now: Date): Promise<FindingsView> {
  const { timeZone } = organisation();
  const today = localDay(now, timeZone);
  const [kpis, scorecards, minimum] = [definitions(readHot, { status: "active" }), await scorecardsInUse(), await minimumCustomerShare()];
  const known = new Map(kpis.map(({ definition }) => [definition.code, definition]));
  const scoredOn = (code: string) => scorecards.filter(({ subjectKind, items }) => subjectKind === "role" && items.some((item) => item.kind === "kpi" && item.kpi === code)).flatMap(({ subject }) => ROLES.filter((role) => role === subject));
  const found = lintSet(
    kpis.map((kpi) => lintKpi(kpi, scoredOn(kpi.code), today)),
    scorecards.map(({ id, items }) => ({ id, customerShare: customerShareOf(items, known), minimum })),
  );
  const standing = await standingToday(today);
  const people = findPeople(standing.flatMap(({ byId }) => (byId === null ? [] : [byId])));
  const byKey = new Map(standing.map(({ id, findingKey, reason, untilDay, byId }) => [findingKey, { id, reason, until: untilDay, by: byId === null ? "" : (people.get(byId)?.name ?? "") }]));
  const names = { ...(await namesOf(kpis)), ...Object.fromEntries(scorecards.map(({ id, nameVi, nameEn }) => [id, { vi: nameVi, en: nameEn }])) };
  return { names, findings: found.map((each) => ({ ...each, letStand: byKey.get(each.key) ?? null })), looked: kpis.length };
}

/** At most so many days a finding may be let stand. */
const LONGEST_DAYS = 366;

/**
 * Lets a finding stand until a day, with the reason. Refuses: `forbidden`; 422 at `reason` (`required`), `until`
 * (`past_day`, `too_far`); `not_found` where there is no such finding.
 */
export async function letStand(key: string, { reason, until }: { readonly reason: string; readonly until: string }, asked: Asked, remember?: (tx: Tx) => Promise<void> | void): Promise<void> {
  demand(asked, "kpis.design");
  const { timeZone } = organisation();
  const today = localDay(asked.now, timeZone);
  if (until < today) throw invalidInput({ path: "until", code: "past_day" });
  if (until > addDays(today, LONGEST_DAYS)) throw invalidInput({ path: "until", code: "too_far" });
  if (!(await findingsView(asked.now)).findings.some((each) => each.key === key)) throw notFound();
  await transaction(async (tx) => {
    await tx.update("KpiSuppression", { findingKey: key, liftedAt: null }, { liftedAt: asked.now });
    await tx.insert("KpiSuppression", { id: newId(), findingKey: key, reason, untilDay: until, at: asked.now, byId: asked.actor?.personId ?? null });
    await recordScorecardEvent(tx, { kind: "kpi-finding", id: key }, { type: "kpi-finding.let-stand", schema: 1, data: { until } }, asked);
    await remember?.(tx);
  });
}

/** Opens a finding again that was let stand. Refuses `forbidden`, `not_found`. */
export async function openAgain(key: string, asked: Asked): Promise<void> {
  demand(asked, "kpis.design");
  await transaction(async (tx) => {
    if ((await tx.update("KpiSuppression", { findingKey: key, liftedAt: null }, { liftedAt: asked.now })) === 0) throw notFound();
    await recordScorecardEvent(tx, { kind: "kpi-finding", id: key }, { type: "kpi-finding.lifted", schema: 1, data: {} }, asked);
  });
}
