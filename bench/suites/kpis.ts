import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { factReader } from "../../app/composition/kpi-facts.server.ts";
import { blankDefinition, type KpiDefinition } from "../../app/modules/kpis/definition.ts";
import { countDays, kpiPage, kpiRows, putIntoUse, saveDraft } from "../../app/modules/kpis/public.server.ts";
import { loadActor, NO_CONTEXT } from "../../app/modules/people/public.server.ts";
import { closeDatabase, openDatabase } from "../../app/platform/db.server.ts";
import { migrate } from "../../app/platform/migrate.server.ts";
import { seedSmallCompany, type SmallCompany } from "../../prisma/seed/builders.ts";
import type { RunSuite } from "../results.ts";
import { timed } from "../timed.ts";

const DECISIONS = 1_000_000;
/** Five years of days, at twelve sites. */
const DAYS = 1_826;
const SITES = 12;
const RUNS = 60;
const NOW = new Date("2026-11-22T03:00:00Z");
const DAY_MS = 86_400_000;

const words = { name: { vi: "Chỉ số đo thử", en: "A measured figure" }, why: { vi: "Đo thử", en: "For measuring" } };
const kpi = (code: string, more: Partial<KpiDefinition>): KpiDefinition => ({ ...blankDefinition(code), ...words, lens: "customer_outcome", measure: { kind: "rate" }, owners: ["RETAIL"], cadence: "day", ...more });

/** A million decisions over five years, and as many days of observations at every site; written past the product, since nobody waits for it. */
function fill(file: string, { people }: SmallCompany): void {
  const database = new Database(file);
  const span = { from: NOW.getTime() - DAYS * DAY_MS, step: Math.floor((DAYS * DAY_MS) / DECISIONS), count: DECISIONS, person: people.frontline.id, days: DAYS, sites: SITES };
  database.pragma("synchronous = OFF");
  database.transaction(() => {
    database
      .prepare(
        `WITH RECURSIVE s(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM s WHERE i < :count)
         INSERT INTO Decision (id, number, personId, siteCode, departmentCode, gesture, reason, channel, proactive, amount, currency, caseGroup, facts, policyVersion, rule, outcome, state, reasonCode, explanation, decidedAt, closedAt, givenAt, result, csat, sequence)
         SELECT printf('01890000-0000-7000-8000-%012x', i), printf('D-%08d', i), :person, 'S-' || (i % :sites), 'RETAIL', 'refund', 'product_fault', 'store', 0, 100000, 'VND', 'refund', '{}', 1, 'REFUND-STORE',
                CASE WHEN i % 5 = 0 THEN 'escalated' ELSE 'granted' END, CASE WHEN i % 5 = 0 THEN 'approved' ELSE 'granted' END, 'within_case_limit', '{}', :from + i * :step, :from + i * :step, :from + i * :step + 300000, 'resolved', 3 + i % 3, i FROM s`,
      )
      .run(span);
    database
      .prepare(
        `WITH RECURSIVE d(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM d WHERE i < :days - 1), p(j) AS (SELECT 0 UNION ALL SELECT j + 1 FROM p WHERE j < :sites - 1)
         INSERT INTO KpiObservation (id, kpiId, version, periodStart, periodEnd, bucket, departmentCode, siteCode, n, hits, source, at)
         SELECT printf('01890000-0001-7000-8000-%06x%06x', i, j), (SELECT id FROM Kpi WHERE code = 'FED'), 1, date(:from / 1000 + i * 86400, 'unixepoch'), date(:from / 1000 + i * 86400, 'unixepoch'), date(:from / 1000 + i * 86400, 'unixepoch'),
                'RETAIL', 'S-' || j, 60 + (i * 7 + j) % 20, 45 + (i * 13 + j * 5) % 15, 'import', :from FROM d, p`,
      )
      .run(span);
  })();
  database.close();
}

/** A KPI's page and the list over a million decisions and five years of daily observations at twelve sites. */
export const run: RunSuite = async (say) => {
  const folder = mkdtempSync(path.join(tmpdir(), "tam-bench-kpis-"));
  const file = path.join(folder, "tam.db");
  const url = `file:${file}`;
  try {
    await migrate(file);
    openDatabase({ url });
    const company = await seedSmallCompany(NOW);
    const actor = await loadActor(company.people.hr.id, NO_CONTEXT);
    if (actor === null) throw new Error("no such person");
    const asked = { actor, source: "screen" as const, now: NOW };
    for (const definition of [kpi("FED", {}), kpi("COUNTED", { source: { kind: "computed", fact: "decided_alone" }, guardrails: ["FED"] })]) {
      await saveDraft(definition, asked, { isNew: true });
      await putIntoUse(definition.code, null, asked);
    }
    await closeDatabase();
    say(`kpis: ${DECISIONS} decisions and ${DAYS * SITES} observations are written`);
    fill(file, company);
    openDatabase({ url });
    say("kpis: the history is counted by day");
    const day = (ago: number) => new Date(NOW.getTime() - ago * DAY_MS).toISOString().slice(0, 10);
    await countDays("decided_alone", day(DAYS), day(1), factReader(() => NOW));
    const whole = { department: null, site: null, all: true };
    const rows = [
      await timed("page of a fed KPI, five years of days", RUNS, () => kpiPage(actor, "FED", whole, NOW, [])),
      await timed("page of a fed KPI, recent days", RUNS, () => kpiPage(actor, "FED", { ...whole, all: false }, NOW, [])),
      await timed("page of a computed KPI with a guardrail, five years of days", RUNS, () => kpiPage(actor, "COUNTED", whole, NOW, [])),
      await timed("page of a computed KPI at one site, five years of days", RUNS, () => kpiPage(actor, "COUNTED", { ...whole, site: "S-3" }, NOW, [])),
      await timed("list", RUNS, () => kpiRows(actor, {}, NOW)),
      await timed("a day counted again", RUNS, () => countDays("decided_alone", day(1), day(1), factReader(() => NOW))),
    ];
    return { name: "kpis", rows };
  } finally {
    await closeDatabase();
    rmSync(folder, { recursive: true, force: true });
  }
};
