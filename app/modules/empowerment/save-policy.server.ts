import type { Actor } from "#access/actor.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { type CommandOptions, demand, instantOf } from "./command.server.ts";
import { contentHashOf, readPolicyDocument } from "./policy-document.server.ts";
import { recordEvent } from "./record-event.server.ts";

export interface SavedDraft {
  readonly version: number;
  readonly revision: number;
}

/** Where a draft comes from: the version it was begun from, null for one written afresh or read from a file. */
export interface DraftOrigin {
  readonly baseVersion?: number | null;
}

/** One save of a draft as it was, kept for good. */
export async function keepRevision(tx: Tx, saved: SavedDraft, document: string, contentHash: string, by: { readonly personId: string | null; readonly at: Date }): Promise<void> {
  await tx.insert("PolicyRevision", { ...saved, document, contentHash, savedAt: by.at, savedById: by.personId });
}

/**
 * Adds a draft of a document that was checked (`readPolicyDocument`), in the transaction of whatever asks for it; without
 * an actor the system itself writes it and it has no editor.
 */
export async function insertDraft(tx: Tx, actor: Actor | null, document: unknown, { baseVersion = null }: DraftOrigin, now: Date): Promise<SavedDraft> {
  if (baseVersion !== null && (await tx.count("PolicyVersion", { version: baseVersion })) === 0) throw invalidInput({ path: "baseVersion", code: "unknown_reference" });
  const [last] = await tx.list("PolicyVersion", {}, { orderBy: [["version", "desc"]], limit: 1 });
  const saved = { version: (last?.version ?? 0) + 1, revision: 1 };
  const personId = actor?.personId ?? null;
  const [text, contentHash] = [JSON.stringify(document), contentHashOf(document)];
  await tx.insert("PolicyVersion", { version: saved.version, state: "draft", document: text, contentHash, createdAt: now, createdById: personId, baseVersion });
  await keepRevision(tx, saved, text, contentHash, { personId, at: now });
  if (personId !== null) await tx.insert("PolicyEditor", { version: saved.version, personId });
  await recordEvent(tx, { kind: "policy", id: String(saved.version) }, actor, now, {
    type: "policy.drafted",
    schema: 1,
    data: { version: saved.version, contentHash, baseVersion },
  });
  return saved;
}

/**
 * Starts a new draft from a document. Refuses: `forbidden`; `invalid_input` with every fault and its path.
 * The author is remembered as one of its editors.
 */
export async function createDraft(actor: Actor, document: unknown, options: CommandOptions<SavedDraft> & DraftOrigin = {}): Promise<SavedDraft> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  await readPolicyDocument(document);
  return transaction(async (tx) => {
    const saved = await insertDraft(tx, actor, document, options, now);
    await options.remember?.(tx, saved);
    return saved;
  });
}

/**
 * Replaces the document of a draft.
 * @param revision what the editor had before them, as text; another one refuses with 412 `precondition_failed`
 * Refuses also: `forbidden`, `not_found`, `invalid_input`; 409 `state_changed` for what is no draft any more.
 */
export async function saveDraft(actor: Actor, version: number, document: unknown, revision: string, options: CommandOptions<SavedDraft> = {}): Promise<SavedDraft> {
  demand(actor, "policies.edit");
  const now = instantOf(options);
  await readPolicyDocument(document);
  const contentHash = contentHashOf(document);
  return transaction(async (tx) => {
    const row = await tx.find("PolicyVersion", { version });
    if (row === null) throw notFound();
    if (row.state !== "draft") throw new Refusal("state_changed");
    if (String(row.revision) !== revision) throw new Refusal("precondition_failed");
    const saved = { version, revision: row.revision + 1 };
    const text = JSON.stringify(document);
    await tx.update("PolicyVersion", { version, revision: row.revision, state: "draft" }, { document: text, contentHash, revision: saved.revision });
    const { personId } = actor;
    await keepRevision(tx, saved, text, contentHash, { personId, at: now });
    if (personId !== null) await tx.upsert("PolicyEditor", { version, personId }, { version, personId });
    await recordEvent(tx, { kind: "policy", id: String(version) }, actor, now, {
      type: "policy.saved",
      schema: 1,
      data: { version, contentHash, revision: saved.revision },
    });
    await options.remember?.(tx, saved);
    return saved;
  });
}
