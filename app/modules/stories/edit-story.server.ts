import { type Asked, demandPerson } from "#platform/acting.server.ts";
import { notFound } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./command.server.ts";
import { reachable } from "./readable.server.ts";
import type { StoryFields } from "./schemas.ts";
import { demandMasked, searchOf, storyPeople, wordsOf } from "./story-words.server.ts";
import { demandValue } from "./tell-story.server.ts";

/**
 * Puts one's own story differently, and posts a draft unless it stays one; what was posted stays posted. Where it came
 * from stays. Refuses: `forbidden`; `not_found`; 422 `mask_found`, `not_in_list`.
 */
export async function editStory(id: string, fields: StoryFields, asked: Asked, customers: readonly string[], options: { readonly draft: boolean }): Promise<void> {
  const teller = demandPerson(asked, "stories.tell");
  await demandValue(fields.value);
  const people = await storyPeople(customers);
  await transaction(async (tx) => {
    const row = await reachable(tx, teller, id);
    if (row.tellerId !== teller.personId) throw notFound();
    const posted = row.postedAt !== null || !options.draft;
    const left = posted ? demandMasked(fields, people) : [];
    const { title, happened, felt, did, unsaid, changed, language, touchpoint, visibility, consent } = fields;
    await tx.update("Story", { id, tellerId: teller.personId, withdrawnAt: null }, {
      title, happened, felt, did, unsaid, changed, valueCode: fields.value, language, touchpoint, visibility, consent,
      keptReason: left.length > 0 ? fields.keptReason : null, search: searchOf({ ...wordsOf(fields), touchpoint }),
      ...(row.postedAt === null ? (posted ? { postedAt: asked.now } : {}) : { editedAt: asked.now }),
    });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.edited", schema: 1, data: { posted, kept: left.length > 0 } });
  });
}

/** Takes one's own story back: nobody reads it any more. Refuses: `forbidden`; `not_found`. */
export async function withdrawStory(id: string, asked: Asked): Promise<void> {
  const teller = demandPerson(asked, "stories.tell");
  await transaction(async (tx) => {
    const row = await reachable(tx, teller, id);
    if (row.tellerId !== teller.personId) throw notFound();
    await tx.update("Story", { id, withdrawnAt: null }, { withdrawnAt: asked.now });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.withdrawn", schema: 1, data: {} });
  });
}
