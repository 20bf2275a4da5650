import { Cron } from "croner";
import { newId } from "#kernel/ids.ts";
import { isBusyError } from "./busy.server.ts";
import { log } from "./log.server.ts";
import { readHot, transaction, type StatementResult, type Tx } from "./transaction.server.ts";

export interface JobContext {
  readonly jobId: string;
  /** When the job was due. */
  readonly runAt: Date;
  readonly now: Date;
  /** What `addJob` was given; null for a recurring job. Parse it before use. */
  readonly payload: unknown;
}

interface JobBase {
  /** `<module>.<verb>`, as `approvals.climb` */
  readonly kind: string;
  /** Cron pattern (UTC) of a recurring job; missed turns are made up once. */
  readonly every?: string;
}

/**
 * A kind of job. `apply` runs inside the transaction that marks the job done: it happens exactly once, whatever is
 * killed. `run` is for what reaches outside (mail, files): claimed by one worker, it is tried again after a kill.
 */
export type JobDefinition = JobBase &
  ({ readonly apply: (tx: Tx, context: JobContext) => Promise<void> } | { readonly run: (context: JobContext) => Promise<void> });

export interface JobInput {
  readonly kind: string;
  readonly payload: unknown;
  readonly runAt: Date;
  /** A second job of this key is not added, whether the first has run or not. */
  readonly uniqueKey?: string;
}

type DueJob = StatementResult<"job.due">[number];

export const MAX_ATTEMPTS = 8;
const LEASE_MS = 300_000;
const BATCH = 50;

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const key = Symbol.for("tam.platform.jobs");
const holder = globalThis as { [key]?: Map<string, JobDefinition> };
const definitions: Map<string, JobDefinition> = (holder[key] ??= new Map());

/** Makes the kinds of jobs known, in place of those before. Throws for a kind given twice or a pattern that is none. */
export function registerJobs(list: readonly JobDefinition[]): void {
  definitions.clear();
  for (const definition of list) {
    if (definitions.has(definition.kind)) throw new Error(`Two jobs of the kind ${definition.kind}`);
    if (definition.every !== undefined) nextTurn(definition.every, new Date(0));
    definitions.set(definition.kind, definition);
  }
}

function nextTurn(pattern: string, after: Date): Date {
  const next = new Cron(pattern, { paused: true, timezone: "UTC" }).nextRun(after);
  if (next === null) throw new Error(`A job that never recurs: ${pattern}`);
  return next;
}

/** Adds a job in the transaction it belongs to. Answers false when one of its key is already there. */
export async function addJob(tx: Tx, job: JobInput): Promise<boolean> {
  if (job.uniqueKey !== undefined && (await tx.count("Job", { uniqueKey: job.uniqueKey })) > 0) return false;
  await tx.insert("Job", {
    id: newId(),
    kind: job.kind,
    uniqueKey: job.uniqueKey ?? null,
    payload: JSON.stringify(job.payload ?? null),
    runAt: job.runAt,
  });
  return true;
}

/** Takes a job that has not run out of the queue. Answers whether there was one. */
export async function cancelJob(tx: Tx, uniqueKey: string): Promise<boolean> {
  return (await tx.remove("Job", { uniqueKey, doneAt: null })) > 0;
}

const recurringKey = (kind: string): string => `every:${kind}`;

async function ensureRecurring(now: Date): Promise<void> {
  const recurring = [...definitions.values()].filter((definition) => definition.every !== undefined);
  const missing = recurring.filter((definition) => readHot("job.planned", { uniqueKey: recurringKey(definition.kind) }) !== true);
  if (missing.length === 0) return;
  await transaction(async (tx) => {
    for (const { kind, every } of missing) {
      if (every !== undefined) await addJob(tx, { kind, payload: null, runAt: nextTurn(every, now), uniqueKey: recurringKey(kind) });
    }
  });
}

function backoffMs(attempts: number): number {
  return Math.min(3_600_000, 15_000 * 2 ** attempts);
}

async function finish(tx: Tx, job: DueJob, definition: JobDefinition, now: Date): Promise<void> {
  const done =
    definition.every === undefined
      ? { doneAt: now, lockedUntil: null, lastError: null }
      : { runAt: nextTurn(definition.every, now), attempts: 0, lockedUntil: null, lastError: null };
  await tx.update("Job", { id: job.id, attempts: job.attempts + 1, doneAt: null }, done);
}

async function fail(job: DueJob, definition: JobDefinition, now: Date, error: unknown, claimed: boolean): Promise<void> {
  log.error({ jobId: job.id, kind: job.kind, attempt: job.attempts + 1, err: error }, "job failed");
  const attempts = job.attempts + 1;
  const lastError = error instanceof Error ? `${error.name}: ${error.message}`.slice(0, 500) : "unknown";
  const retry = { lastError, lockedUntil: null, attempts, runAt: new Date(now.getTime() + backoffMs(job.attempts)) };
  // A recurring job never gives up: after its last attempt it waits for its next turn.
  const next = definition.every !== undefined && attempts >= MAX_ATTEMPTS ? { ...retry, attempts: 0, runAt: nextTurn(definition.every, now) } : retry;
  await transaction((tx) => tx.update("Job", { id: job.id, attempts: claimed ? attempts : job.attempts, doneAt: null }, next));
}

function claim(tx: Tx, job: DueJob, now: Date): Promise<number> {
  return tx.statement("job.claim", { id: job.id, attempts: job.attempts, now, until: new Date(now.getTime() + LEASE_MS) });
}

/** Runs `work` while the lease is prolonged, so that a long job is not taken for a dead one. */
async function leased(job: DueJob, work: () => Promise<void>): Promise<void> {
  const timer = setInterval(() => {
    const until = new Date(Date.now() + LEASE_MS);
    transaction((tx) => tx.update("Job", { id: job.id, attempts: job.attempts + 1, doneAt: null }, { lockedUntil: until })).catch((error: unknown) => {
      log.warn({ jobId: job.id, err: error }, "lease not prolonged");
    });
  }, LEASE_MS / 4);
  timer.unref();
  try {
    await work();
  } finally {
    clearInterval(timer);
  }
}

async function runOne(job: DueJob, definition: JobDefinition, now: Date): Promise<"done" | "failed" | "taken"> {
  const context: JobContext = { jobId: job.id, runAt: job.runAt, now, payload: JSON.parse(job.payload) as unknown };
  let claimed = false;
  try {
    if ("apply" in definition) {
      return await transaction(async (tx) => {
        if ((await claim(tx, job, now)) !== 1) return "taken";
        await definition.apply(tx, context);
        await finish(tx, job, definition, now);
        return "done";
      });
    }
    if ((await transaction((tx) => claim(tx, job, now))) !== 1) return "taken";
    claimed = true;
    await leased(job, () => definition.run(context));
    await transaction((tx) => finish(tx, job, definition, now));
    return "done";
  } catch (error) {
    // No turn was to be had: nothing happened, the next round tries again.
    if (!claimed && isBusyError(error) && error.reason !== "timeout") return "taken";
    await fail(job, definition, now, error, claimed);
    return "failed";
  }
}

/** Lets jobs that were given up after their last attempt be tried again from now on. Answers how many. */
export async function reviveJobs(now: Date): Promise<number> {
  return transaction((tx) => tx.update("Job", { doneAt: null, attempts: MAX_ATTEMPTS }, { attempts: 0, runAt: now, lockedUntil: null }));
}

/**
 * Runs every job that is due, one after the other, and answers how many were done and failed. Several processes may do
 * so at once: each job is claimed by one. Kinds this version does not know are left alone.
 */
export async function runDueJobs(now: Date): Promise<{ done: number; failed: number }> {
  await ensureRecurring(now);
  const result = { done: 0, failed: 0 };
  const seen = new Set<string>();
  for (;;) {
    const batch = readHot("job.due", { now, maxAttempts: MAX_ATTEMPTS, limit: BATCH + seen.size }).filter((job) => !seen.has(job.id));
    if (batch.length === 0) return result;
    for (const job of batch) {
      seen.add(job.id);
      const definition = definitions.get(job.kind);
      if (definition === undefined) continue;
      const outcome = await runOne(job, definition, now);
      if (outcome !== "taken") result[outcome] += 1;
    }
  }
}
