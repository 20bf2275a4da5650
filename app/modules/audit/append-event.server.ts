import { randomBytes } from "node:crypto";
import { newId } from "#kernel/ids.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { canonicalJson, GENESIS, hashPersonal, hashRow } from "./chain.server.ts";

/** Who acts; an Actor of access/ satisfies it. */
export interface ActorRef {
  readonly personId: string | null;
  readonly via?: string | null;
  readonly requestId?: string | null;
  readonly address?: string | null;
}

/** Kind and id of what an event or a personal value belongs to. */
export interface Subject {
  readonly kind: string;
  readonly id: string;
}

export interface AuditEventInput {
  /** `<module or thing>.<verb in the past>`, as `decision.recorded` */
  readonly type: string;
  /** Version of the shape of `data`; 1 unless told. */
  readonly schema?: number;
  readonly subject: Subject;
  /** null: the system itself */
  readonly actor: ActorRef | null;
  /** Ids, codes and numbers, as JSON; nothing that names a person. */
  readonly data: object;
  /** Values that name or describe somebody: the chain holds salted hashes, the values lie beside it until erased. */
  readonly personal?: Readonly<Record<string, { readonly value: string | number | boolean | null; readonly owner: Subject }>>;
  readonly at: Date;
}

const TYPE = /^[a-z][a-z-]*\.[a-z][a-z-]*$/;

/**
 * Adds one event to the chain, in the transaction of the act it tells of: either both are stored or neither.
 * Throws when `data` is no JSON or already has a field `personal`.
 */
export async function appendEvent(tx: Tx, event: AuditEventInput): Promise<void> {
  if (!TYPE.test(event.type)) throw new TypeError(`Not an event type: ${event.type}`);
  if ("personal" in event.data) throw new TypeError("data.personal is kept for the hashes of personal values");
  const head = await tx.statement("audit.head", {});
  const seq = (head?.seq ?? 0) + 1;
  const personal = Object.entries(event.personal ?? {}).map(([field, { value, owner }]) => {
    const salt = randomBytes(16).toString("base64url");
    const text = canonicalJson(value);
    return { field, salt, text, owner, hash: hashPersonal(salt, text) };
  });
  const data = personal.length === 0 ? event.data : { ...event.data, personal: Object.fromEntries(personal.map(({ field, hash }) => [field, hash])) };
  const row = {
    seq,
    at: event.at,
    type: event.type,
    schema: event.schema ?? 1,
    actorId: event.actor?.personId ?? null,
    via: event.actor?.via ?? null,
    requestId: event.actor?.requestId ?? null,
    address: event.actor?.address ?? null,
    subjectKind: event.subject.kind,
    subjectId: event.subject.id,
    data: canonicalJson(data),
    prevHash: head?.hash ?? GENESIS,
  };
  await tx.insert("AuditEvent", { ...row, hash: hashRow(row) });
  for (const { field, salt, text, owner } of personal) {
    await tx.insert("AuditPersonalValue", { id: newId(), seq, field, salt, value: text, ownerKind: owner.kind, ownerId: owner.id });
  }
}
