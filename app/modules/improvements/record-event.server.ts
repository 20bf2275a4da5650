import { appendEvent } from "#modules/audit/public.server.ts";
import { newId } from "#kernel/ids.ts";
import { actorRef, type Asked } from "#platform/acting.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import type { ImprovementsEvent } from "./events.ts";

interface Subject {
  readonly kind: "improvement" | "procedure" | "import" | "export";
  readonly id: string;
}

/** Writes one event of this module; `asked` null: the system itself, at `at`. */
export async function recordEvent(tx: Tx, subject: Subject, event: ImprovementsEvent, asked: Asked | { readonly actor: "system"; readonly now: Date }): Promise<void> {
  await appendEvent(tx, {
    type: event.type,
    schema: event.schema,
    subject,
    actor: asked.actor === "system" ? null : actorRef(asked as Asked),
    data: event.data,
    at: asked.now,
  });
}

export type StoryMove =
  | "reported" | "answered" | "climbed" | "reassigned" | "handed_over" | "merged" | "joined" | "planned" | "trial_began" | "adopted" | "reverted"
  | "verified" | "confirmed" | "denied" | "unconfirmed" | "returned";

/** Adds one line to the story of an improvement, with the words that go with it. */
export async function tellStory(tx: Tx, improvementId: string, move: StoryMove, { byId, at, note = null }: { readonly byId: string | null; readonly at: Date; readonly note?: string | null }): Promise<void> {
  await tx.insert("ImprovementMove", { id: newId(), improvementId, at, byId, move, note });
}
