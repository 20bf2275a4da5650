import { appendEvent, type ActorRef } from "#modules/audit/public.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { SignInEvent } from "./events.ts";

/** Where a request comes from. */
export interface Visitor {
  readonly requestId: string | null;
  readonly address: string | null;
}

/** The person of a session as the one who acts. */
export function selfRef(personId: string | null, { requestId, address }: Visitor): ActorRef {
  return { personId, via: null, requestId, address };
}

/** Writes one event about a person, a token or the installation, in the transaction of what it tells of. */
export async function recordSignIn(tx: Tx, event: SignInEvent, subject: { kind: string; id: string }, actor: ActorRef, at: Date): Promise<void> {
  await appendEvent(tx, { type: event.type, schema: event.schema, subject, actor, data: event.data, at });
}
