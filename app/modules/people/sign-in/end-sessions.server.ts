import { type Asked, actorRef, demand } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { endSessionsOf } from "#platform/session.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { placeOf } from "../person-record.server.ts";
import { recordSignIn } from "./record-sign-in.server.ts";

/**
 * Signs a person out on every device; access tokens go on. Answers how many sessions ended. Refuses: `forbidden`;
 * `not_found`.
 */
export async function endSessions(personId: string, asked: Asked): Promise<number> {
  demand(asked, "people.end-sessions");
  return transaction(async (tx) => {
    const person = await tx.find("Person", { id: personId });
    if (person === null || !person.active) throw notFound();
    demand(asked, "people.end-sessions", placeOf(person));
    const sessions = await endSessionsOf(tx, personId);
    const event = { type: "session.ended", schema: 1, data: { sessions, why: "administrator" } } as const;
    await recordSignIn(tx, event, { kind: "person", id: personId }, actorRef(asked), asked.now);
    return sessions;
  });
}

/** Signs everybody out but whoever asks; access tokens go on. Answers how many sessions ended. Refuses: `forbidden`. */
export async function endAllSessions(asked: Asked): Promise<number> {
  demand(asked, "people.end-sessions");
  return transaction(async (tx) => {
    const sessions = await tx.statement("session.end-all-but", { personId: asked.actor?.personId ?? "" });
    const event = { type: "session.ended", schema: 1, data: { sessions, why: "administrator" } } as const;
    await recordSignIn(tx, event, { kind: "organisation", id: "1" }, actorRef(asked), asked.now);
    return sessions;
  });
}
