import { createHash } from "node:crypto";
import { systemClock } from "#kernel/clock.ts";
import { env } from "./env.server.ts";
import { limitedUntil } from "./rate-limit.server.ts";
import { type Tx, transaction } from "./transaction.server.ts";

/** One counter of attempts: after half of `points` each further one makes the next wait, twice as long every time. */
interface Counter {
  readonly key: string;
  readonly points: number;
  readonly seconds: number;
  /** The longest wait; the whole window for a counter that only its own source can fill. */
  readonly maxWaitSeconds: number;
}

/** What is guessed at, by whom it is guessed, from where. */
export interface Attempt {
  readonly kind: "password" | "code" | "link";
  /** The account as typed; hashed before it is stored. */
  readonly account: string;
  readonly address: string | null;
}

const STRANGERS_MAX_WAIT_SECONDS = 60;

function countersOf({ kind, account, address }: Attempt): Counter[] {
  const who = createHash("sha256").update(account).digest("base64url").slice(0, 22);
  const where = address ?? "unknown";
  const points = kind === "link" ? env.RATE_LIMIT_LINK_POINTS : env.RATE_LIMIT_SIGN_IN_ACCOUNT_POINTS;
  const seconds = kind === "link" ? env.RATE_LIMIT_LINK_SECONDS : env.RATE_LIMIT_SIGN_IN_ACCOUNT_SECONDS;
  const addressWindow = env.RATE_LIMIT_SIGN_IN_ADDRESS_SECONDS;
  return [
    { key: `${kind}:pair:${who}:${where}`, points, seconds, maxWaitSeconds: seconds },
    // Anybody can fill this one, so it only slows down: nobody is locked out by a stranger.
    { key: `${kind}:account:${who}`, points: points * 5, seconds, maxWaitSeconds: STRANGERS_MAX_WAIT_SECONDS },
    { key: `${kind}:address:${where}`, points: env.RATE_LIMIT_SIGN_IN_ADDRESS_POINTS, seconds: addressWindow, maxWaitSeconds: addressWindow },
  ];
}

/** Seconds to wait after the `taken`-th attempt of a window. */
export function waitAfter(taken: number, points: number, maxWaitSeconds: number): number {
  if (taken >= points) return maxWaitSeconds;
  const over = taken - Math.ceil(points / 2);
  return over < 0 ? 0 : Math.min(2 ** over, maxWaitSeconds);
}

async function count(tx: Tx, counter: Counter, now: Date): Promise<void> {
  const waiting = await tx.find("RateLimit", { key: `${counter.key}:wait` });
  if (waiting !== null && waiting.expireAt > now) throw limitedUntil(waiting.expireAt);
  const expireAt = new Date(now.getTime() + counter.seconds * 1_000);
  await tx.statement("rate-limit.take", { key: counter.key, points: 1, now, expireAt });
  const row = await tx.find("RateLimit", { key: counter.key });
  const seconds = waitAfter(row?.points ?? 1, counter.points, counter.maxWaitSeconds);
  if (seconds === 0) return;
  await tx.upsert("RateLimit", { key: `${counter.key}:wait` }, { key: `${counter.key}:wait`, points: 1, expireAt: new Date(now.getTime() + seconds * 1_000) });
}

/**
 * Counts an attempt before it is judged, so that parallel guesses count too. Throws 429 `rate_limited` while one of its
 * counters (account from this address, account, address) waits. Counters survive restarts.
 */
export async function beginAttempt(attempt: Attempt): Promise<void> {
  const counters = countersOf(attempt);
  await transaction(async (tx) => {
    const now = systemClock.now();
    for (const counter of counters) await count(tx, counter, now);
  });
}

/** The attempt was right: the account's counters start anew and the address gets its point back. */
export async function attemptSucceeded(tx: Tx, attempt: Attempt): Promise<void> {
  const [pair, account, address] = countersOf(attempt);
  const done = [pair, account].flatMap((counter) => (counter ? [counter.key, `${counter.key}:wait`] : []));
  await tx.remove("RateLimit", { key: done });
  if (address === undefined) return;
  const row = await tx.find("RateLimit", { key: address.key });
  if (row !== null && row.points > 0) await tx.update("RateLimit", { key: address.key }, { points: row.points - 1 });
  if (row !== null && row.points <= Math.ceil(address.points / 2)) await tx.remove("RateLimit", { key: `${address.key}:wait` });
}
