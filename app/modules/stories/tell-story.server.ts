import { newId } from "#kernel/ids.ts";
import { listValues } from "#modules/people/public.server.ts";
import { link } from "#modules/thread/public.server.ts";
import { type Asked, demandPerson } from "#platform/acting.server.ts";
import type { RememberMade } from "#platform/http/idempotency.server.ts";
import { invalidInput } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent } from "./command.server.ts";
import type { StoryFields } from "./schemas.ts";
import { demandMasked, searchOf, storyPeople, wordsOf } from "./story-words.server.ts";

/** What composition knows of where a story comes from. */
export interface ToldFrom {
  /** Whether the teller may tell from it. */
  readonly known: boolean;
  /** Names of the customer, so that they are found. */
  readonly customers: readonly string[];
}

/** Throws 422 `not_in_list` at `value` for a value out of use. */
export async function demandValue(code: string): Promise<void> {
  if (!(await listValues()).some((value) => value.code === code)) throw invalidInput({ path: "value", code: "not_in_list" });
}

/**
 * Tells a story, or keeps it as a draft that only its teller sees. Posting one in which somebody could be recognised
 * needs a reason. Answers the id. Refuses: `forbidden`; 422 `mask_found` at each part, `not_in_list` at `value`,
 * `unknown_reference` at `source`.
 */
export async function tellStory(fields: StoryFields, asked: Asked, from: ToldFrom, options: { readonly draft: boolean }, remember?: RememberMade): Promise<{ id: string }> {
  const teller = demandPerson(asked, "stories.tell");
  await demandValue(fields.value);
  if (fields.source !== null && !from.known) throw invalidInput({ path: "source", code: "unknown_reference" });
  const left = options.draft ? [] : demandMasked(fields, await storyPeople(from.customers));
  const { value, language, touchpoint, visibility, consent, source } = fields;
  const at = asked.now;
  return transaction(async (tx) => {
    const id = newId();
    const { title, happened, felt, did, unsaid, changed } = fields;
    await tx.insert("Story", {
      id, tellerId: teller.personId, managerId: teller.managerId, siteCode: teller.siteCode, departmentCode: teller.departmentCode,
      title, happened, felt, did, unsaid, changed, valueCode: value, language, touchpoint, visibility, consent,
      keptReason: left.length > 0 ? fields.keptReason : null, sourceKind: source?.kind ?? null, sourceId: source?.id ?? null,
      at, postedAt: options.draft ? null : at, search: searchOf({ ...wordsOf(fields), touchpoint }),
    });
    const drawn = { from: { kind: "story", id }, by: teller.personId, at, automatic: true } as const;
    await link(tx, { ...drawn, to: { kind: "value", id: value }, relation: "about" });
    if (source !== null) await link(tx, { ...drawn, to: { kind: source.kind, id: source.id }, relation: "tells_of" });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.told", schema: 1, data: { value, visibility, source: source?.kind ?? null, kept: left.length > 0, draft: options.draft } });
    await remember?.(tx, id);
    return { id };
  });
}
