import { beforeAll, expect, it } from "vitest";
import type { SmallCompany } from "#db/seed/builders.ts";
import { publishCard, remindLineUpJob, type RuleWords, saveCard } from "#modules/stories/choose-card.server.ts";
import { lineUpOf, ownDiscussion, teamDiscussions, weeksToChoose } from "#modules/stories/line-up.server.ts";
import { markDiscussed } from "#modules/stories/mark-discussed.server.ts";
import { withdrawStory } from "#modules/stories/edit-story.server.ts";
import { db } from "#platform/db.server.ts";
import type { JobContext } from "#platform/jobs.server.ts";
import { transaction } from "#platform/transaction.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { later, now, storyCompany, tell } from "./company.ts";

const WEEK = "2026-11-23";
const rule: RuleWords = { name: { vi: "Hoàn tiền tại quầy", en: "Refund at the counter" }, why: { vi: "Khách không phải chờ", en: "Nobody waits" } };
const ruleOf = (code: string) => (code === "REFUND-STORE" ? rule : null);
let people: SmallCompany["people"];
let story: string;
const choice = () => ({ storyId: story, questionVi: "Hôm nay ai cần hỏi thêm một câu?", questionEn: "Whom could we ask one more question today?", ruleCode: "REFUND-STORE" });

beforeAll(async () => {
  ({ people } = await storyCompany());
  story = await tell(people.frontline);
});

it("is chosen by HR from company stories and rules in force, and stays once it is published", async () => {
  const hr = await askedBy(people.hr, now);
  await expect(saveCard(WEEK, choice(), rule, await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "forbidden" });
  await expect(saveCard(WEEK, choice(), null, hr)).rejects.toMatchObject({ errors: [{ path: "ruleCode", code: "unknown_reference" }] });
  const team = await tell(people.frontline, { visibility: "team" });
  await expect(saveCard(WEEK, { ...choice(), storyId: team }, rule, hr)).rejects.toMatchObject({ errors: [{ path: "storyId", code: "nothing_there" }] });
  await saveCard(WEEK, choice(), rule, hr);
  expect(await lineUpOf(await actorOf(people.supervisor), WEEK, ruleOf)).toBeNull();
  expect(await lineUpOf(await actorOf(people.hr), WEEK, ruleOf)).toMatchObject({ published: false });
  await publishCard(WEEK, ruleOf, hr);
  await expect(publishCard(WEEK, ruleOf, hr)).rejects.toMatchObject({ code: "state_changed" });
  await expect(saveCard(WEEK, choice(), rule, hr)).rejects.toMatchObject({ code: "state_changed" });
  expect(await lineUpOf(await actorOf(people.frontline), WEEK, () => null)).toMatchObject({ published: true, rule: { name: rule.name, why: rule.why }, story: { id: story } });
  expect(await db.notification.count({ where: { kind: "lineup.published", personId: people.supervisor.id } })).toBe(1);
  expect(await db.notification.count({ where: { kind: "lineup.published", personId: people.frontline.id } })).toBe(0);
  expect((await weeksToChoose("2026-11-26"))[0]).toEqual({ week: WEEK, state: "published" });
});

it("a team marks its own talk alone, again changes it; HR sees numbers, not what came up", async () => {
  const card = (await lineUpOf(await actorOf(people.supervisor), WEEK, ruleOf))?.id ?? "";
  const mark = { day: "2026-11-26", present: [people.frontline.id], cameUp: "Nên hỏi thăm trước" };
  const supervisor = await askedBy(people.supervisor, now);
  await expect(markDiscussed(card, { ...mark, present: [people.frontline3.id] }, supervisor)).rejects.toMatchObject({ errors: [{ path: "present", code: "not_your_team" }] });
  await expect(markDiscussed(card, { ...mark, day: "2026-11-27" }, supervisor)).rejects.toMatchObject({ errors: [{ path: "day", code: "out_of_week" }] });
  await expect(markDiscussed(card, mark, await askedBy(people.frontline, now))).rejects.toMatchObject({ code: "forbidden" });
  await markDiscussed(card, mark, supervisor);
  await markDiscussed(card, { ...mark, present: [people.frontline.id, people.frontline2.id] }, supervisor);
  expect((await ownDiscussion(await actorOf(people.supervisor), card))?.marked).toEqual({ day: "2026-11-26", present: expect.arrayContaining([people.frontline.id, people.frontline2.id]) as string[], cameUp: "Nên hỏi thăm trước" });
  expect((await ownDiscussion(await actorOf(people.supervisor2), card))?.marked).toBeNull();
  const teams = await teamDiscussions(card, await askedBy(people.hr, now));
  expect(teams.find(({ managerId }) => managerId === people.supervisor.id)).toMatchObject({ day: "2026-11-26", present: 2, people: 2 });
  expect(teams.find(({ managerId }) => managerId === people.supervisor2.id)?.day).toBeNull();
  expect(JSON.stringify(teams)).not.toContain("hỏi thăm");
  await expect(teamDiscussions(card, await askedBy(people.supervisor, now))).rejects.toMatchObject({ code: "forbidden" });
});

it("leaders of teams are reminded on Monday of a card that was published before, once", async () => {
  const next = "2026-11-30";
  const hr = await askedBy(people.hr, now);
  await saveCard(next, choice(), rule, hr);
  await publishCard(next, ruleOf, hr);
  const count = () => db.notification.count({ where: { kind: "lineup.week", personId: people.supervisor.id } });
  if (!("apply" in remindLineUpJob)) throw new Error("the reminder runs in its transaction");
  const { apply } = remindLineUpJob;
  const run = (at: string) => transaction((tx) => apply(tx, { now: new Date(at) } as JobContext));
  await run("2026-11-23T00:30:00Z");
  expect(await count()).toBe(0);
  await run("2026-11-30T00:30:00Z");
  expect(await count()).toBe(1);
});

it("leaves the place of a story empty that was taken back", async () => {
  await withdrawStory(story, await askedBy(people.frontline, later(5)));
  expect(await lineUpOf(await actorOf(people.supervisor), WEEK, ruleOf)).toMatchObject({ story: null, question: { vi: choice().questionVi } });
});
