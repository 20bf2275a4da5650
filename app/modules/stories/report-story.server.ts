import { newId } from "#kernel/ids.ts";
import { notify } from "#modules/notifications/public.server.ts";
import { peopleWithRole } from "#modules/people/public.server.ts";
import { type Asked, demand, demandPerson } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { transaction } from "#platform/transaction.server.ts";
import { recordEvent, storyPage } from "./command.server.ts";
import { reachable } from "./readable.server.ts";
import type { StoryReportFields, StorySettlingFields } from "./schemas.ts";

/** Asks HR to look at a story; nobody else learns of it. Refuses: `forbidden`; `not_found`; 409 `story_reported_already`. */
export async function reportStory(id: string, fields: StoryReportFields, asked: Asked): Promise<void> {
  const person = demandPerson(asked, "stories.tell");
  const settling = peopleWithRole("hr").filter(({ id: hrId }) => hrId !== person.personId);
  await transaction(async (tx) => {
    await reachable(tx, person, id);
    if ((await tx.count("StoryReport", { storyId: id, byId: person.personId, state: "open" })) > 0) throw new Refusal("story_reported_already", { status: 409 });
    const report = newId();
    await tx.insert("StoryReport", { id: report, storyId: id, byId: person.personId, ...fields, at: asked.now });
    await recordEvent(tx, asked, { kind: "story", id }, { type: "story.reported", schema: 1, data: { report, reason: fields.reason } });
    for (const { id: personId } of settling) await notify(tx, { personId, kind: "story.reported", params: {}, href: "/stories/reports", at: asked.now });
  });
}

/**
 * Answers a report: the story stays, or is hidden with the answer as the reason. Whoever reported is told. Refuses:
 * `forbidden`; `not_found`; 403 `own_story` when HR told it; 409 `state_changed`.
 */
export async function settleStoryReport(reportId: string, { state, answer }: StorySettlingFields, asked: Asked): Promise<void> {
  demand(asked, "stories.edit");
  const byId = asked.actor?.personId ?? null;
  await transaction(async (tx) => {
    const report = await tx.find("StoryReport", { id: reportId });
    const row = report === null ? null : await tx.find("Story", { id: report.storyId });
    if (report === null || row === null) throw notFound();
    if (row.tellerId === byId) throw new Refusal("own_story", { status: 403 });
    if ((await tx.update("StoryReport", { id: reportId, state: "open" }, { state, answer, answeredById: byId, answeredAt: asked.now })) === 0) throw new Refusal("state_changed");
    const hides = state === "hidden" && row.hiddenAt === null;
    if (hides) await tx.update("Story", { id: row.id, hiddenAt: null }, { hiddenAt: asked.now, hiddenById: byId, hiddenReason: answer });
    await recordEvent(tx, asked, { kind: "story", id: row.id }, { type: "story.report-settled", schema: 1, data: { report: reportId, state } });
    await notify(tx, { personId: report.byId, kind: `story.report-${state}`, params: { answer }, href: state === "kept" ? storyPage(row.id) : null, at: asked.now });
    if (hides && row.tellerId !== report.byId) await notify(tx, { personId: row.tellerId, kind: "story.hidden", params: { reason: answer }, href: storyPage(row.id), at: asked.now });
  });
}
