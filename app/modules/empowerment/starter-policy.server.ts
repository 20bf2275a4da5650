import type { Tx } from "#platform/transaction.server.ts";
import { contentHashOf } from "./policy-document.server.ts";
import { recordEvent } from "./record-event.server.ts";
import { keepRevision } from "./save-policy.server.ts";
import { starterDocument } from "./starter-document.ts";

interface First {
  readonly personId: string;
  readonly currency: string;
  readonly timeZone: string;
  readonly asked: { readonly now: Date };
}

/**
 * Lays the starter policy down, ready to be published, in the transaction of the set-up. Whoever sets the organisation
 * up counts as its author: a second person publishes it (four eyes).
 */
export async function insertStarterPolicy(tx: Tx, { personId, currency, timeZone, asked: { now } }: First): Promise<void> {
  const author = await tx.find("Person", { id: personId });
  const document = starterDocument({ currency, timeZone }, author?.email ?? "");
  const contentHash = contentHashOf(document);
  const [last] = await tx.list("PolicyVersion", {}, { orderBy: [["version", "desc"]], limit: 1 });
  const version = (last?.version ?? 0) + 1;
  await tx.insert("PolicyVersion", {
    version,
    state: "in_review",
    document: JSON.stringify(document),
    contentHash,
    createdAt: now,
    createdById: personId,
    submittedAt: now,
    submittedById: personId,
  });
  await keepRevision(tx, { version, revision: 1 }, JSON.stringify(document), contentHash, { personId, at: now });
  await tx.insert("PolicyEditor", { version, personId });
  const subject = { kind: "policy", id: String(version) } as const;
  await recordEvent(tx, subject, { personId }, now, { type: "policy.drafted", schema: 1, data: { version, contentHash } });
  await recordEvent(tx, subject, { personId }, now, { type: "policy.submitted", schema: 1, data: { version, contentHash, note: null } });
}
