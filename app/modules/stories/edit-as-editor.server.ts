import { applyMasks } from "#kernel/masking/mask.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction, type Row, type Tx } from "#platform/transaction.server.ts";
import { recordEvent, storyPage } from "./command.server.ts";
import { storyFindings } from "./domain/findings.ts";
import { STORY_PARTS } from "./schemas.ts";
import { searchOf, storyPeople, wordsOf } from "./story-words.server.ts";

async function posted(tx: Tx, id: string): Promise<Row<"Story">> {
  const row = await tx.find("Story", { id });
  if (row?.postedAt == null || row.withdrawnAt !== null) throw notFound();
  return row;
}

/** Hides a story with a reason its teller reads; everybody else no longer sees it. Refuses: `forbidden`; `not_found`; 409 `state_changed`. */
export async function hideStory(id: string, reason: string, asked: Asked): Promise<void> {
  demand(asked, "stories.edit");
  await transaction(async (tx) => {
    const row = await posted(tx, id);
    const hidden = await tx.update("Story", { id, hiddenAt: null }, { hiddenAt: asked.now, hiddenById: asked.actor?.personId ?? null, hiddenReason: reason });
    if (hidden === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.hidden", schema: 1, data: {} });
    await notify(tx, { personId: row.tellerId, kind: "story.hidden", params: { reason }, href: storyPage(id), at: asked.now });
  });
}

/** Shows a hidden story again. Refuses: `forbidden`; `not_found`; 409 `state_changed`. */
export async function showStory(id: string, asked: Asked): Promise<void> {
  demand(asked, "stories.edit");
  await transaction(async (tx) => {
    const row = await posted(tx, id);
    if (row.hiddenAt === null) throw new Refusal("state_changed");
    await tx.update("Story", { id }, { hiddenAt: null, hiddenById: null, hiddenReason: null });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.shown", schema: 1, data: {} });
  });
}

/**
 * Covers what is found in a posted story and touches nothing else of its words; the teller is told. Refuses:
 * `forbidden`; `not_found`.
 */
export async function maskStory(id: string, asked: Asked, customers: readonly string[]): Promise<void> {
  demand(asked, "stories.edit");
  const people = await storyPeople(customers);
  await transaction(async (tx) => {
    const row = await posted(tx, id);
    const findings = storyFindings(wordsOf(row), people, row.consent);
    if (findings.length === 0) return;
    const words = Object.fromEntries(STORY_PARTS.flatMap((part) => (row[part] === null ? [] : [[part, applyMasks(row[part] ?? "", findings.filter((each) => each.part === part))]])));
    await tx.update("Story", { id }, { ...words, search: searchOf({ ...wordsOf({ ...row, ...words }), touchpoint: row.touchpoint }), keptReason: null, editedAt: asked.now });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.masked", schema: 1, data: { masks: findings.length } });
    await notify(tx, { personId: row.tellerId, kind: "story.masked", params: {}, href: storyPage(id), at: asked.now });
  });
}

/** Asks the teller to put something differently: an editor never does it for them. Refuses: `forbidden`; `not_found`. */
export async function askTeller(id: string, words: string, asked: Asked): Promise<void> {
  demand(asked, "stories.edit");
  await transaction(async (tx) => {
    const row = await posted(tx, id);
    await notify(tx, { personId: row.tellerId, kind: "story.asked", params: { words }, href: `${storyPage(id)}/edit`, at: asked.now });
  });
}
