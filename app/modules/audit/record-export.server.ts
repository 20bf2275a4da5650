import { transaction } from "#platform/transaction.server.ts";
import { appendEvent, type ActorRef } from "./append-event.server.ts";
import type { AuditTrailEvent } from "./events.ts";

/** Notes who takes the trail away as a file, and by which filter. */
export async function recordExport(filter: Readonly<Record<string, string>>, actor: ActorRef, at: Date): Promise<void> {
  const event: AuditTrailEvent = { type: "audit.exported", schema: 1, data: { filter } };
  await transaction((tx) => appendEvent(tx, { ...event, subject: { kind: "export", id: "audit" }, actor, at }));
}
