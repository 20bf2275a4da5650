import type { Actor } from "#access/actor.ts";
import { isRole } from "#access/roles.ts";
import { newId } from "#kernel/ids.ts";
import { databaseFile } from "#platform/database-file.server.ts";
import { db } from "#platform/db.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { type CommandOptions, instantOf } from "../command.server.ts";
import type { SimulationMode, SimulationSource } from "../domain/simulation/report.ts";
import { recordEvent } from "../record-event.server.ts";
import { type FinishedSimulation, followRun } from "./follow-run.server.ts";
import { demandSimulations } from "./reach.server.ts";
import type { SimulationRun } from "./run-simulation.server.ts";
import { calendars } from "./surroundings.server.ts";

/** What to replay; `from` absent: from the first case, `to` absent: until now. */
export interface SimulationWish {
  readonly from?: Date | null | undefined;
  /** exclusive */
  readonly to?: Date | null | undefined;
  readonly source?: SimulationSource | null | undefined;
  readonly mode?: SimulationMode | null | undefined;
  /** The role of people in imported cases whom nobody here knows; frontline unless told. */
  readonly asRole?: string | null | undefined;
}

/** A run under way. */
export interface StartedSimulation {
  readonly id: string;
  readonly finished: Promise<FinishedSimulation>;
}

/** Each run takes a thread for itself, on a machine that serves others besides. */
const MOST_AT_ONCE = 2;
const RETRY_SECONDS = 10;
const DAY_MS = 86_400_000;

async function firstCase(source: SimulationSource): Promise<Date | null> {
  const first = { select: { decidedAt: true }, orderBy: { decidedAt: "asc" } } as const;
  const row = source === "recorded" ? await db.decision.findFirst(first) : await db.pastCase.findFirst(first);
  return row?.decidedAt ?? null;
}

/** What is asked for with everything filled in. Refuses with 422 a period that ends before it begins and a role there is not. */
export async function readWish(wish: SimulationWish, now: Date) {
  const source = wish.source ?? "recorded";
  const to = wish.to ?? now;
  const from = wish.from ?? (await firstCase(source)) ?? new Date(to.getTime() - DAY_MS);
  if (from >= to) throw invalidInput({ path: "to", code: "range_order" });
  const asRole = wish.asRole ?? "frontline";
  if (!isRole(asRole)) throw invalidInput({ path: "asRole", code: "unknown_role" });
  return { source, mode: wish.mode ?? ("stateful" as const), from, to, asRole };
}

/**
 * Replays past cases through a version in a thread of its own. It changes nothing but its own row, which anybody who
 * reads drafts may look at. Refuses: `forbidden`; `not_found`; 422 for the period; 503 `busy` when too many run.
 */
export async function startSimulation(actor: Actor, version: number, wish: SimulationWish, options: CommandOptions<{ readonly id: string }> = {}): Promise<StartedSimulation> {
  demandSimulations(actor);
  const now = instantOf(options);
  const { asRole, ...asked } = await readWish(wish, now);
  const hours = await calendars();
  const id = newId();
  const run = await transaction(async (tx): Promise<SimulationRun> => {
    const policy = await tx.find("PolicyVersion", { version });
    if (policy === null) throw notFound();
    const open = (await tx.count("Simulation", { state: "queued" })) + (await tx.count("Simulation", { state: "running" }));
    if (open >= MOST_AT_ONCE) throw new Refusal("busy", { retryAfter: RETRY_SECONDS });
    const { revision, contentHash, document } = policy;
    await tx.insert("Simulation", {
      ...{ id, version, revision, contentHash, source: asked.source, mode: asked.mode, fromAt: asked.from, toAt: asked.to },
      ...{ state: "queued", createdAt: now, createdById: actor.personId, asRole: asked.source === "imported" ? asRole : null },
    });
    await recordEvent(tx, { kind: "simulation", id }, actor, now, {
      type: "simulation.started",
      schema: 1,
      data: { version, revision, contentHash, source: asked.source, mode: asked.mode, from: asked.from.toISOString(), to: asked.to.toISOString() },
    });
    await options.remember?.(tx, { id });
    return { ...asked, asRole, document, calendars: hours, databasePath: databaseFile() };
  });
  return { id, finished: followRun(id, run, version) };
}
