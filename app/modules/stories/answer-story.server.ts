import { notify } from "#modules/notifications/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent, storyPage } from "./command.server.ts";
import { reachable } from "./readable.server.ts";

/**
 * Says what one would have done; once a person, a second time changes the words. The teller is told the first time.
 * Refuses: `forbidden`; `not_found`; 409 `own_story` for whoever told it.
 */
export async function answerStory(id: string, text: string, asked: Asked, remember?: RememberMade): Promise<void> {
  const person = demandPerson(asked, "stories.tell");
  const { personId } = person;
  await transaction(async (tx) => {
    const row = await reachable(tx, person, id);
    if (row.postedAt === null || row.hiddenAt !== null) throw notFound();
    if (row.tellerId === personId) throw new Refusal("own_story", { status: 409 });
    const again = (await tx.count("StoryResponse", { storyId: id, personId })) > 0;
    if (again) await tx.update("StoryResponse", { storyId: id, personId }, { text });
    else {
      await tx.insert("StoryResponse", { storyId: id, personId, text, at: asked.now });
      await notify(tx, { personId: row.tellerId, kind: "story.answered", params: { name: person.name }, href: storyPage(id), at: asked.now });
    }
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.answered", schema: 1, data: {} });
    await remember?.(tx, id);
  });
}

/** Keeps a story for later or lets it go; `just-read` opens the others' answers without one's own. Refuses: `forbidden`; `not_found`. */
export async function markReading(id: string, what: "save" | "unsave" | "just-read", asked: Asked): Promise<void> {
  const person = demandPerson(asked, "stories.tell");
  const { personId } = person;
  await transaction(async (tx) => {
    await reachable(tx, person, id);
    const change = what === "just-read" ? { justReadAt: asked.now } : { savedAt: what === "save" ? asked.now : null };
    await tx.upsert("StoryReading", { storyId: id, personId }, { storyId: id, personId, ...change });
  });
}
