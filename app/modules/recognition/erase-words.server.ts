import type { PersonErasure } from "#modules/people/public.server.ts";
import { givenName } from "#kernel/text.ts";

/** What stands in place of erased words. */
const ERASED_TEXT = "–";

/**
 * Erases what an erased person wrote here and what names them: their messages, comments and reports, the words of thanks
 * that were for them alone, and their name where they were thanked with others. Who thanked whom, when and for which
 * value stays, so that sums stay.
 */
export const eraseRecognitionWords: PersonErasure = async (tx, { personId, name }) => {
  const given = await tx.list("Recognition", { giverId: personId });
  const received = await tx.list("RecognitionRecipient", { personId });
  if (given.length > 0) {
    await tx.update("Recognition", { giverId: personId }, { message: ERASED_TEXT });
    await tx.update("RecognitionReport", { recognitionId: given.map(({ id }) => id) }, { said: ERASED_TEXT });
  }
  for (const { recognitionId } of received) {
    const alone = (await tx.count("RecognitionRecipient", { recognitionId })) === 1;
    const without = (text: string) => (alone ? ERASED_TEXT : text.replaceAll(name, ERASED_TEXT).replaceAll(givenName(name), ERASED_TEXT));
    for (const row of await tx.list("Recognition", { id: recognitionId })) await tx.update("Recognition", { id: row.id }, { message: without(row.message) });
    for (const report of await tx.list("RecognitionReport", { recognitionId })) await tx.update("RecognitionReport", { id: report.id }, { said: without(report.said) });
  }
  await tx.update("RecognitionComment", { personId }, { text: ERASED_TEXT });
  await tx.update("RecognitionAddOn", { personId }, { message: null });
  await tx.update("RecognitionReport", { byId: personId }, { words: null });
};
