import { systemClock } from "#kernel/clock.ts";
import { env } from "./env.server.ts";
import { Refusal } from "./http/refusal.ts";
import { transaction } from "./transaction.server.ts";

interface Window {
  readonly points: number;
  readonly seconds: number;
}

/** Points of one key in this process's hands. */
interface Lease {
  left: number;
  expireAt: number;
  /** The window has nothing more to give. */
  used: boolean;
  /** The next block being taken; those who come meanwhile wait for it. */
  pending: Promise<void> | null;
}

/** Kept on globalThis: the server's own modules and the built routes are two copies of this file in one process. */
const key = Symbol.for("tam.platform.rate-limit-leases");
const holder = globalThis as { [key]?: Map<string, Lease> };
const leases = (holder[key] ??= new Map<string, Lease>());
const MAX_LEASES = 10_000;

/** 429 with the seconds until `until`. */
export function limitedUntil(until: Date): Refusal {
  const seconds = Math.max(1, Math.ceil((until.getTime() - systemClock.now().getTime()) / 1_000));
  return new Refusal("rate_limited", { params: { seconds }, retryAfter: seconds });
}

function leaseOf(name: string): Lease {
  const known = leases.get(name);
  if (known !== undefined) return known;
  if (leases.size >= MAX_LEASES) {
    const now = systemClock.now().getTime();
    for (const [other, lease] of leases) if (lease.expireAt <= now && lease.pending === null) leases.delete(other);
  }
  const lease: Lease = { left: 0, expireAt: 0, used: false, pending: null };
  leases.set(name, lease);
  return lease;
}

async function takeBlock(name: string, lease: Lease, window: Window): Promise<void> {
  const block = Math.max(1, Math.ceil(window.points / 20));
  try {
    const taken = await transaction(async (tx) => {
      const now = systemClock.now();
      await tx.statement("rate-limit.take", { key: name, points: block, now, expireAt: new Date(now.getTime() + window.seconds * 1_000) });
      return tx.statement("rate-limit.find", { key: name });
    });
    if (taken === null) throw new Error("A rate limit's row is missing after it was written");
    lease.left = Math.max(0, Math.min(block, window.points - (taken.points - block)));
    lease.used = lease.left === 0;
    lease.expireAt = taken.expireAt.getTime();
  } finally {
    lease.pending = null;
  }
}

/**
 * Counts one request under `name`; throws 429 `rate_limited` past `points` per window. Points are taken from the database
 * in blocks of a twentieth, so that few requests write; what a stopped process had left over counts as used.
 */
export async function limitRequests(name: string, window: Window): Promise<void> {
  const lease = leaseOf(name);
  for (;;) {
    const open = lease.expireAt > systemClock.now().getTime();
    if (open && lease.left > 0) {
      lease.left -= 1;
      return;
    }
    if (open && lease.used) throw limitedUntil(new Date(lease.expireAt));
    await (lease.pending ??= takeBlock(name, lease, window));
  }
}

/** One request of an access token. */
export function limitApi(tokenId: string): Promise<void> {
  return limitRequests(`api:${tokenId}`, { points: env.RATE_LIMIT_API_POINTS, seconds: env.RATE_LIMIT_API_SECONDS });
}

/** One request without a valid token, counted by address. */
export function limitFailedBearer(address: string | null): Promise<void> {
  return limitRequests(`bearer:${address ?? "unknown"}`, { points: env.RATE_LIMIT_API_POINTS, seconds: env.RATE_LIMIT_API_SECONDS });
}

/** One form sent by a visitor: a session, or an address without one. */
export function limitForms(visitor: string): Promise<void> {
  return limitRequests(`form:${visitor}`, { points: env.RATE_LIMIT_PAGE_POINTS, seconds: env.RATE_LIMIT_PAGE_SECONDS });
}
