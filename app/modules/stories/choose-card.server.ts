import { newId } from "#kernel/ids.ts";
import { localDay } from "#kernel/period.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { organisation } from "#modules/people/public.server.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { invalidInput, notFound, Refusal } from "#platform/http/refusal.ts";
import type { JobDefinition } from "#platform/jobs.server.ts";
import { transaction, type Tx } from "#platform/transaction.server.ts";
import { recordEvent } from "./command.server.ts";
import { mondayOf } from "./domain/week.ts";
import type { CardFields } from "./schemas.ts";
import type { Bilingual } from "./view-models.ts";

/** A rule in force, in its own words; composition finds it. */
export interface RuleWords {
  readonly name: Bilingual;
  readonly why: Bilingual;
}

/**
 * Chooses the card of a week, or changes it until it is published. Refuses: `forbidden`; 409 `state_changed` once
 * published; 422 `nothing_there` at `storyId` for a story not told for the company, `unknown_reference` at `ruleCode`.
 */
export async function saveCard(week: string, fields: CardFields, rule: RuleWords | null, asked: Asked): Promise<void> {
  demand(asked, "line-up.choose");
  if (rule === null) throw invalidInput({ path: "ruleCode", code: "unknown_reference" });
  await transaction(async (tx) => {
    const story = await tx.find("Story", { id: fields.storyId, visibility: "company", withdrawnAt: null, hiddenAt: null });
    if (story?.postedAt == null) throw invalidInput({ path: "storyId", code: "nothing_there" });
    const before = await tx.find("LineUpCard", { week });
    if (before !== null && before.publishedAt !== null) throw new Refusal("state_changed");
    const id = before?.id ?? newId();
    await tx.upsert("LineUpCard", { id }, { id, week, ...fields, byId: asked.actor?.personId ?? "", savedAt: asked.now });
    await recordEvent(tx, asked, { kind: "line-up", id }, { type: "line-up.saved", schema: 1, data: { week, story: fields.storyId, rule: fields.ruleCode } });
  });
}

/** Tells whoever leads a team that the card of the week is there. */
async function tellLeaders(tx: Tx, kind: "lineup.published" | "lineup.week", week: string, at: Date): Promise<void> {
  const people = await tx.list("Person", { active: true });
  const leading = new Set(people.flatMap(({ managerId }) => managerId ?? []));
  const roles = new Set((await tx.list("RoleAssignment", { role: ["supervisor", "manager"] })).map(({ personId }) => personId));
  for (const { id } of people) if (leading.has(id) && roles.has(id)) await notify(tx, { personId: id, kind, params: { week }, href: `/line-up?week=${week}`, at });
}

/**
 * Publishes a card: from now on it stays as it is, with the rule's words as they read now. Teams hear of this week's at
 * once, of a later one on its Monday. Refuses: `forbidden`; `not_found`; 409 `state_changed`; 422 `unknown_reference`.
 */
export async function publishCard(week: string, ruleOf: (code: string) => RuleWords | null, asked: Asked): Promise<void> {
  demand(asked, "line-up.choose");
  const today = localDay(asked.now, organisation().timeZone);
  await transaction(async (tx) => {
    const card = await tx.find("LineUpCard", { week });
    if (card === null) throw notFound();
    const rule = ruleOf(card.ruleCode);
    if (rule === null) throw invalidInput({ path: "ruleCode", code: "unknown_reference" });
    const done = await tx.update("LineUpCard", { id: card.id, publishedAt: null }, { publishedAt: asked.now, ruleName: JSON.stringify(rule.name), ruleWhy: JSON.stringify(rule.why) });
    if (done === 0) throw new Refusal("state_changed");
    await recordEvent(tx, asked, { kind: "line-up", id: card.id }, { type: "line-up.published", schema: 1, data: { week } });
    if (week === mondayOf(today)) await tellLeaders(tx, "lineup.published", week, asked.now);
  });
}

/** On the first day of a week: whoever leads a team is reminded of its card, where it was published before. */
export const remindLineUpJob: JobDefinition = {
  kind: "stories.remind-line-up",
  every: "30 0 * * 1",
  apply: async (tx, { now }) => {
    const settings = await tx.find("Organisation", { id: 1 });
    if (settings === null) return;
    const today = localDay(now, settings.timeZone);
    const card = await tx.find("LineUpCard", { week: mondayOf(today) });
    if (card?.publishedAt != null && localDay(card.publishedAt, settings.timeZone) < today) await tellLeaders(tx, "lineup.week", card.week, now);
  },
};
