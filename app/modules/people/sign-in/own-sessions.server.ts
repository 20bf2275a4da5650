import type { PersonActor } from "#access/actor.ts";
import { systemClock } from "#kernel/clock.ts";
import { db } from "#platform/db.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { endSession, endSessionsOf, type SessionFacts } from "#platform/session.server.ts";
import { type Tx, transaction } from "#platform/transaction.server.ts";
import { recordSignIn, selfRef, type Visitor } from "./record-sign-in.server.ts";

type Why = "signed-out" | "everywhere" | "one" | "others" | "limit";

function record(tx: Tx, personId: string, sessions: number, why: Why, visitor: Visitor): Promise<void> {
  return recordSignIn(tx, { type: "session.ended", schema: 1, data: { sessions, why } }, { kind: "person", id: personId }, selfRef(personId, visitor), systemClock.now());
}

/** Notes that signing in ended older sessions, where it did. */
export async function recordLimit(tx: Tx, personId: string, ended: number, visitor: Visitor): Promise<void> {
  if (ended > 0) await record(tx, personId, ended, "limit", visitor);
}

/** Ends this session, or with `everywhere` every session of the person. Without a session nothing happens. */
export async function signOut(session: SessionFacts | null, request: Request, everywhere: boolean, visitor: Visitor): Promise<void> {
  if (session === null) return;
  await endSession(request, async (tx) => {
    const others = everywhere ? await endSessionsOf(tx, session.personId) : 0;
    await record(tx, session.personId, others + 1, everywhere ? "everywhere" : "signed-out", visitor);
  });
}

export interface Device {
  readonly publicId: string;
  readonly userAgent: string | null;
  readonly address: string | null;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly current: boolean;
}

/** One's own sessions, this one first, then the latest used. */
export async function ownDevices(session: SessionFacts): Promise<Device[]> {
  const rows = await db.session.findMany({
    where: { personId: session.personId, expiresAt: { gt: systemClock.now() }, complete: true },
    select: { publicId: true, userAgent: true, address: true, createdAt: true, lastSeenAt: true },
    orderBy: { lastSeenAt: "desc" },
  });
  return rows
    .map(({ createdAt, lastSeenAt, ...row }) => ({ ...row, createdAt: createdAt.toISOString(), lastSeenAt: lastSeenAt.toISOString(), current: row.publicId === session.publicId }))
    .sort((a, b) => Number(b.current) - Number(a.current));
}

/** Ends one of one's own sessions by its public id. Refuses 404 for one that is not one's own. */
export async function endOwnSession(actor: PersonActor, publicId: string): Promise<void> {
  await transaction(async (tx) => {
    const ended = await tx.remove("Session", { publicId, personId: actor.personId });
    if (ended === 0) throw notFound();
    await record(tx, actor.personId, ended, "one", actor);
  });
}

/** Ends all of one's own sessions but this one. */
export async function endOtherSessions(actor: PersonActor, session: SessionFacts): Promise<void> {
  await transaction(async (tx) => {
    const ended = await endSessionsOf(tx, actor.personId, session.publicId);
    await record(tx, actor.personId, ended, "others", actor);
  });
}
