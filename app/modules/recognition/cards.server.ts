import type { Actor } from "#access/actor.ts";
import type { Prisma } from "#db/generated/client.ts";
import { findPeople, valueVersions } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { RecognitionState } from "./domain/state.ts";
import type { Visibility } from "./domain/visibility.ts";
import type { EvidenceSource, EvidenceWords } from "./evidence.ts";
import { REACTIONS } from "./schemas.ts";
import type { PersonRef, RecognitionCard } from "./view-models.ts";

/** The columns a card is made of. */
export const CARD = {
  recipients: { select: { personId: true } },
  evidence: { select: { kind: true, refId: true } },
  _count: { select: { addOns: true, comments: true } },
} as const satisfies Prisma.RecognitionInclude;

export type CardRow = Prisma.RecognitionGetPayload<{ include: typeof CARD }>;

/** Names by id; somebody erased is called as their record says. */
export function namesOf(ids: Iterable<string>): (id: string) => PersonRef {
  const people = findPeople(ids);
  return (id) => ({ id, name: people.get(id)?.name ?? "–" });
}

/** What a reader may know of cited things, by `kind:id`. */
async function evidenceWords(actor: Actor, rows: readonly CardRow[], sources: readonly EvidenceSource[]): Promise<Map<string, EvidenceWords>> {
  const all = rows.flatMap(({ evidence }) => evidence);
  const told = await Promise.all(
    sources.map(async ({ kind, describe }) => {
      const ids = [...new Set(all.filter((ref) => ref.kind === kind).map(({ refId }) => refId))];
      return ids.length === 0 ? [] : [...(await describe(actor, ids))].map(([id, words]) => [`${kind}:${id}`, words] as const);
    }),
  );
  return new Map(told.flat());
}

async function reactionsOf(actor: Actor, ids: readonly string[]): Promise<(id: string) => RecognitionCard["reactions"]> {
  const rows = await db.recognitionReaction.findMany({ where: { recognitionId: { in: [...ids] } }, select: { recognitionId: true, kind: true, personId: true } });
  return (id) =>
    REACTIONS.map((kind) => {
      const set = rows.filter((row) => row.recognitionId === id && row.kind === kind);
      return { kind, count: set.length, mine: set.some(({ personId }) => personId === actor.personId) };
    });
}

/** Rows that the actor may read, as cards. */
export async function cardsOf(actor: Actor, rows: readonly CardRow[], sources: readonly EvidenceSource[]): Promise<RecognitionCard[]> {
  const name = namesOf(rows.flatMap(({ giverId, recipients }) => [giverId, ...recipients.map(({ personId }) => personId)]));
  const [values, words, reactions] = await Promise.all([
    valueVersions(rows.map(({ valueCode, valueVersion }) => ({ code: valueCode, version: valueVersion }))),
    evidenceWords(actor, rows, sources),
    reactionsOf(actor, rows.map(({ id }) => id)),
  ]);
  return rows.map((row): RecognitionCard => {
    const value = values.get(`${row.valueCode}:${row.valueVersion}`);
    const plain = { vi: row.valueCode, en: row.valueCode };
    const behaviour = value?.behaviours.find(({ code }) => code === row.behaviour);
    return {
      id: row.id,
      at: row.at.toISOString(),
      giver: name(row.giverId),
      receivers: row.recipients.map(({ personId }) => name(personId)),
      value: { code: row.valueCode, name: value?.name ?? plain },
      behaviour: behaviour === undefined ? plain : { vi: behaviour.vi, en: behaviour.en },
      message: row.message,
      visibility: row.visibility as Visibility,
      state: row.state as RecognitionState,
      edited: row.editedAt !== null,
      hidden: row.hiddenAt !== null,
      evidence: row.evidence.map(({ kind, refId }) => {
        const told = words.get(`${kind}:${refId}`);
        return { kind, text: told?.text ?? null, at: told?.at.toISOString() ?? null, href: told?.href ?? null };
      }),
      addOns: row._count.addOns,
      comments: row._count.comments,
      reactions: reactions(row.id),
    };
  });
}
