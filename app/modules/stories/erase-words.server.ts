import type { PersonErasure } from "#modules/people/public.server.ts";
import { givenName } from "#kernel/text.ts";

/** What stands in place of erased words. */
const ERASED = "–";

/**
 * Erases what an erased person wrote here and what names them in others' stories. That there was a story, an answer, a
 * talk or a seat stays, so that sums stay.
 */
export const recordedStoriesOf: PersonErasure = async (tx, { personId, name }) => {
  await tx.update("Story", { tellerId: personId }, { title: ERASED, happened: ERASED, felt: ERASED, unsaid: null, did: ERASED, changed: null, keptReason: null, touchpoint: null, search: "" });
  await tx.update("StoryResponse", { personId }, { text: ERASED });
  await tx.update("StoryReport", { byId: personId }, { words: null });
  await tx.update("LineUpDiscussion", { managerId: personId }, { cameUp: null });
  await tx.update("Circle", { hostId: personId }, { about: null, learnt: null, link: null });
  const without = (text: string) => text.replaceAll(name, ERASED).replaceAll(givenName(name), ERASED);
  for (const story of await tx.list("Story", { consent: true })) {
    const { title, happened, felt, unsaid, did, changed } = story;
    const put = { title: without(title), happened: without(happened), felt: without(felt), unsaid: unsaid === null ? null : without(unsaid), did: without(did), changed: changed === null ? null : without(changed) };
    if (JSON.stringify(put) !== JSON.stringify({ title, happened, felt, unsaid, did, changed })) await tx.update("Story", { id: story.id }, put);
  }
};
