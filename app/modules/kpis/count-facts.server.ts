import { newId } from "#kernel/ids.ts";
import { addDays, type Day, localDay, parseDay, startOfDay } from "#kernel/period.ts";
import { organisation } from "#modules/people/public.server.ts";
import { type Asked, demand } from "#platform/acting.server.ts";
import { addJob, type JobDefinition } from "#platform/jobs.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { readHot, transaction, type Tx } from "#platform/transaction.server.ts";
import { addTallies, type Tally } from "./domain/tally.ts";
import { FACT_NAMES, FACTS, type FactName, isFact } from "./facts.ts";
import { recordEvent } from "./record-event.server.ts";
import { findKpi } from "./series.server.ts";

/** What a fact counts in one department and site. */
export interface PlacedTally {
  readonly department: string | null;
  readonly site: string | null;
  readonly tally: Tally;
}

/** Counts a fact in [from, to); offered by the modules below, joined in composition. */
export type FactReader = (fact: FactName, from: Date, to: Date) => Promise<readonly PlacedTally[]>;

const ZERO = { departmentCode: "", siteCode: "", n: 0, hits: 0, passives: 0, detractors: 0, total: 0, squares: 0, histogram: "{}" };

/** Facts that are a number of things: a day without any is a day with none. */
const isNumberOf = (fact: FactName) => (FACTS[fact].kinds as readonly string[]).includes("count");

function byPlace(rows: readonly PlacedTally[]): Map<string, PlacedTally> {
  const places = new Map<string, PlacedTally>();
  for (const row of rows) {
    const key = `${row.department ?? ""} ${row.site ?? ""}`;
    const known = places.get(key);
    places.set(key, known === undefined ? row : { ...row, tally: addTallies(known.tally, row.tally) });
  }
  return places;
}

async function countedOn(fact: FactName, day: Day, read: FactReader): Promise<Map<string, PlacedTally>> {
  const { timeZone } = organisation();
  return byPlace(await read(fact, startOfDay(day, timeZone), startOfDay(addDays(day, 1), timeZone)));
}

async function writeDay(tx: Tx, fact: FactName, day: Day, rows: ReadonlyMap<string, PlacedTally>): Promise<void> {
  await tx.remove("KpiDaily", { fact, day });
  for (const { department, site, tally } of rows.values()) {
    const { n, hits, passives, detractors, total, squares, histogram } = tally;
    await tx.insert("KpiDaily", { fact, day, departmentCode: department ?? "", siteCode: site ?? "", n, hits, passives, detractors, total, squares, histogram: histogram === null ? null : JSON.stringify(histogram) });
  }
  if (rows.size === 0 && isNumberOf(fact)) await tx.insert("KpiDaily", { fact, day, ...ZERO });
}

/** Counts one day of a fact again from its source, in the place of what stood there. */
async function countDay(fact: FactName, day: Day, read: FactReader): Promise<void> {
  const rows = await countedOn(fact, day, read);
  await transaction((tx) => writeDay(tx, fact, day, rows));
}

/** Counts the days from … to of a fact, both included, and writes them together: all or none. */
export async function countDays(fact: FactName, from: Day, to: Day, read: FactReader): Promise<void> {
  const days: [Day, Map<string, PlacedTally>][] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push([day, await countedOn(fact, day, read)]);
  await transaction(async (tx) => {
    for (const [day, rows] of days) await writeDay(tx, fact, day, rows);
  });
}

/** Counts the days of every fact that may still change, today included. */
export async function countRecentDays(now: Date, read: FactReader): Promise<void> {
  const today = localDay(now, organisation().timeZone);
  for (const fact of FACT_NAMES) await countDays(fact, addDays(today, -FACTS[fact].settleDays), today, read);
}

/** Each night and noon: what happened is counted into the days it happened on. */
export function countFactsJob(read: FactReader): JobDefinition {
  return { kind: "kpis.count", every: "20 18,5 * * *", run: async ({ now }) => countRecentDays(now, read) };
}

const RECOUNT_KIND = "kpis.recount";

/**
 * Has a fact counted again from its source over its whole history or a part of it, as a job that may be followed and
 * cancelled. Answers its id. Refuses: `forbidden`; 409 `state_changed` while one of that fact is under way.
 */
export async function askRecount(fact: FactName, from: Day, to: Day, asked: Asked): Promise<string> {
  demand(asked, "kpis.design");
  if (from > to) throw new Refusal("invalid_input", { errors: [{ path: "to", code: "range_order" }] });
  return transaction(async (tx) => {
    const open = (await tx.count("KpiRecount", { fact, state: "waiting" })) + (await tx.count("KpiRecount", { fact, state: "running" }));
    if (open > 0) throw new Refusal("state_changed");
    const id = newId();
    await tx.insert("KpiRecount", { id, fact, fromDay: from, toDay: to, nextDay: from, state: "waiting", askedAt: asked.now, askedById: asked.actor?.personId ?? null });
    await addJob(tx, { kind: RECOUNT_KIND, payload: id, runAt: asked.now, uniqueKey: `${RECOUNT_KIND}:${id}` });
    await recordEvent(tx, { kind: "fact", id: fact }, { type: "kpi.recount-asked", schema: 1, data: { fact, from, to } }, asked);
    return id;
  });
}

/** Has the fact of a computed KPI counted again from a day, as typed, until yesterday. Refuses as {@link askRecount}; 404; 422 at `from`. */
export async function recountKpi(code: string, from: unknown, asked: Asked): Promise<string> {
  const fact = findKpi(readHot, code)?.definition.source.fact ?? null;
  if (!isFact(fact)) throw notFound();
  const day = parseDay(typeof from === "string" ? from : "");
  if (!day.ok) throw invalidInput({ path: "from", code: day.error === "day_empty" ? "required" : "date_format" });
  const to = addDays(localDay(asked.now, organisation().timeZone), -1);
  if (day.value > to) throw invalidInput({ path: "from", code: "must_be_past" });
  return askRecount(fact, day.value, to, asked);
}

/** Ends a recount that is under way; days counted already stay as counted. Refuses: `forbidden`; `not_found`; 409 `state_changed` once it has ended. */
export async function cancelRecount(id: string, asked: Asked): Promise<void> {
  demand(asked, "kpis.design");
  await transaction(async (tx) => {
    const row = await tx.find("KpiRecount", { id });
    if (row === null) throw notFound();
    if ((await tx.update("KpiRecount", { id, state: ["waiting", "running"] }, { state: "cancelled", endedAt: asked.now })) !== 1) throw new Refusal("state_changed");
    await recordEvent(tx, { kind: "fact", id: row.fact }, { type: "kpi.recount-cancelled", schema: 1, data: { fact: row.fact } }, asked);
  });
}

async function isOpen(id: string, nextDay: Day): Promise<boolean> {
  return transaction(async (tx) => (await tx.update("KpiRecount", { id, state: ["waiting", "running"] }, { state: "running", nextDay })) === 1);
}

/** Counts day by day from where it stands, noting and telling each, until it is done or cancelled; after a kill it goes on. */
export async function runRecount(id: string, now: Date, read: FactReader, tell: (day: Day) => void = () => undefined): Promise<void> {
  const row = await transaction((tx) => tx.find("KpiRecount", { id }));
  if (row === null) return;
  const fact = row.fact as FactName;
  for (let day = row.nextDay; day <= row.toDay; day = addDays(day, 1)) {
    if (!(await isOpen(id, day))) return;
    await countDay(fact, day, read);
    tell(day);
  }
  await transaction((tx) => tx.update("KpiRecount", { id, state: ["waiting", "running"] }, { state: "done", nextDay: addDays(row.toDay, 1), endedAt: now }));
}

/** Runs the recounts that were asked for. */
export function recountJob(read: FactReader): JobDefinition {
  return { kind: RECOUNT_KIND, run: async ({ payload, now }) => runRecount(String(payload), now, read) };
}
