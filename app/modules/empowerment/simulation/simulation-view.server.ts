import type { PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { systemClock } from "#kernel/clock.ts";
import { addDays, localDay } from "#kernel/period.ts";
import { departments, findPeople, organisation, sites } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { SimulationMode, SimulationReport, SimulationSource } from "../domain/simulation/report.ts";
import { parsePolicy, type PolicyDocument } from "../public.ts";
import type { Bilingual, PersonView } from "../view-models.ts";
import { named } from "../vocabulary.ts";
import { demandSimulations } from "./reach.server.ts";
import type { AvailableCases, SimulationForm, SimulationNames, SimulationState, SimulationSummary, SimulationView } from "./view-models.ts";

const LISTED = 20;
const QUARTER_DAYS = 91;

const COLUMNS = {
  ...{ id: true, version: true, source: true, mode: true, fromAt: true, toAt: true, state: true, done: true, total: true },
  ...{ error: true, createdAt: true, createdById: true, finishedAt: true },
} as const;

type Row = NonNullable<Awaited<ReturnType<typeof findRow>>>;

function findRow(id: string) {
  return db.simulation.findUnique({ where: { id }, select: { ...COLUMNS, contentHash: true, report: true } });
}

function summary(row: Omit<Row, "contentHash" | "report">): SimulationSummary {
  const person = row.createdById === null ? undefined : findPeople([row.createdById]).get(row.createdById);
  const createdBy: PersonView | null = person === undefined ? null : { id: person.id, name: person.name, email: person.email };
  return {
    ...{ id: row.id, version: row.version, done: row.done, total: row.total, error: row.error, createdBy },
    ...{ source: row.source as SimulationSource, mode: row.mode as SimulationMode, state: row.state as SimulationState },
    ...{ from: row.fromAt.toISOString(), to: row.toAt.toISOString(), createdAt: row.createdAt.toISOString(), finishedAt: row.finishedAt?.toISOString() ?? null },
  };
}

type Named = readonly { readonly code: string; readonly name?: Parameters<typeof named>[0]["name"] }[];

/** Names by code; of two lists that name one code the first counts. */
function namesOf(...lists: readonly Named[]): Record<string, Bilingual> {
  return Object.fromEntries(lists.toReversed().flatMap((list) => list.map((entry) => [entry.code, named(entry).name])));
}

async function loadNames(version: number): Promise<SimulationNames> {
  const [rows, departmentRows, siteRows] = await Promise.all([
    db.policyVersion.findMany({ where: { OR: [{ version }, { state: "published" }] }, select: { version: true, document: true }, orderBy: { version: "desc" } }),
    departments(),
    sites(),
  ]);
  const own = rows.filter((row) => row.version === version);
  const documents = [...own, ...rows.filter((row) => row.version !== version)].map((row): PolicyDocument => parsePolicy(JSON.parse(row.document)));
  const placeNames = (places: readonly { code: string; nameVi: string; nameEn: string }[]) => Object.fromEntries(places.map(({ code, nameVi: vi, nameEn: en }) => [code, { vi, en }]));
  return {
    rules: namesOf(...documents.map(({ rules }) => rules)),
    gestures: namesOf(...documents.map(({ gestures }) => gestures)),
    reasons: namesOf(...documents.map(({ reasons }) => reasons)),
    departments: placeNames(departmentRows),
    sites: placeNames(siteRows),
  };
}

/** One run with its report; null where there is none of this id. Refuses `forbidden`. */
export async function simulationView(actor: PersonActor, id: string): Promise<SimulationView | null> {
  demandSimulations(actor);
  const row = await findRow(id);
  if (row === null) return null;
  const [names, policy] = await Promise.all([loadNames(row.version), db.policyVersion.findUnique({ where: { version: row.version }, select: { contentHash: true } })]);
  const open = row.state === "queued" || row.state === "running";
  return {
    ...summary(row),
    report: row.report === null ? null : (JSON.parse(row.report) as SimulationReport),
    names,
    outdated: policy !== null && policy.contentHash !== row.contentHash,
    may: { cancel: open && (row.createdById === actor.personId || can(actor, "policies.edit")) },
  };
}

const ENDS = { asc: { select: { decidedAt: true }, orderBy: { decidedAt: "asc" } }, desc: { select: { decidedAt: true }, orderBy: { decidedAt: "desc" } } } as const;
type End = { readonly decidedAt: Date } | null;

const available = (cases: number, first: End, last: End): AvailableCases => ({ cases, first: first?.decidedAt.toISOString() ?? null, last: last?.decidedAt.toISOString() ?? null });

async function recordedAvailable(): Promise<AvailableCases> {
  return available(...(await Promise.all([db.decision.count(), db.decision.findFirst(ENDS.asc), db.decision.findFirst(ENDS.desc)])));
}

async function importedAvailable(): Promise<AvailableCases> {
  return available(...(await Promise.all([db.pastCase.count(), db.pastCase.findFirst(ENDS.asc), db.pastCase.findFirst(ENDS.desc)])));
}

/** What is loaded of another system's cases. Refuses `forbidden`. */
export async function pastCasesView(actor: PersonActor): Promise<AvailableCases> {
  demandSimulations(actor);
  return importedAvailable();
}

/** What may be replayed through a version, and the runs there were; null for a version there is not. Refuses `forbidden`. */
export async function simulationForm(actor: PersonActor, version: number): Promise<SimulationForm | null> {
  demandSimulations(actor);
  if (!Number.isSafeInteger(version)) return null;
  const policy = await db.policyVersion.findUnique({ where: { version }, select: { version: true } });
  if (policy === null) return null;
  const [recorded, imported, rows] = await Promise.all([
    recordedAvailable(),
    importedAvailable(),
    db.simulation.findMany({ where: { version }, select: COLUMNS, orderBy: [{ createdAt: "desc" }, { id: "desc" }], take: LISTED }),
  ]);
  const { timeZone } = organisation();
  const dayOf = (at: string) => localDay(new Date(at), timeZone);
  const [first, last] = recorded.cases > 0 ? [recorded.first, recorded.last] : [imported.first, imported.last];
  const toDay = last === null ? localDay(systemClock.now(), timeZone) : dayOf(last);
  const quarter = addDays(toDay, 1 - QUARTER_DAYS);
  const fromDay = first !== null && dayOf(first) > quarter ? dayOf(first) : quarter;
  return { version, recorded, imported, fromDay, toDay, runs: rows.map(summary) };
}
