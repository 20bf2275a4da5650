import { beforeAll, expect, it } from "vitest";
import { SIGN_INS } from "#db/seed/company.ts";
import { installMessages } from "#composition/messages.server.ts";
import { loadDemo } from "#composition/demo.server.ts";
import { ruleInForce } from "#composition/stories.server.ts";
import { verifyChain } from "#modules/audit/public.server.ts";
import { carePage, carePolicyPage } from "#modules/care/public.server.ts";
import { lineUpCards, ownDiscussion } from "#modules/stories/line-up.server.ts";
import { storyFindings } from "#modules/stories/domain/findings.ts";
import { storyList } from "#modules/stories/stories.server.ts";
import { storyPeople, wordsOf } from "#modules/stories/story-words.server.ts";
import { db } from "#platform/db.server.ts";
import { actorOf, askedBy } from "#tests/support/asked.ts";
import { useTestDatabase } from "#tests/support/database.ts";

/** Thursday, 10:10 in Hà Nội. */
const now = new Date("2026-11-26T03:10:00Z");
installMessages();
const named = (email: string) => db.person.findUniqueOrThrow({ where: { email } });

beforeAll(async () => {
  await useTestDatabase();
  await loadDemo({ now });
}, 240_000);

it("has stories with answers in which nobody can be recognised, tied to values and to decisions", async () => {
  const stories = await db.story.findMany({ include: { responses: true } });
  const people = await storyPeople([]);
  for (const story of stories) expect([story.title, storyFindings(wordsOf(story), people, true).map(({ text }) => text)]).toEqual([story.title, []]);
  expect(stories.some(({ language }) => language === "en")).toBe(true);
  expect(stories.filter(({ responses }) => responses.length > 0).length).toBeGreaterThan(3);
  expect(await db.threadLink.count({ where: { fromKind: "story", relation: "about" } })).toBe(stories.length);
  expect(await db.threadLink.count({ where: { fromKind: "story", toKind: "decision" } })).toBeGreaterThan(0);
  expect((await storyList(await actorOf(await named(SIGN_INS.frontline.email)), { feed: "mine" }, { limit: 5, cursor: null })).length).toBeGreaterThan(0);
});

it("has six cards of the week that some teams talked about, this week's still ahead of the demo's supervisor", async () => {
  const supervisor = await actorOf(await named(SIGN_INS.supervisor.email));
  const cards = await lineUpCards(supervisor, "2026-11-26", ruleInForce);
  expect(cards).toHaveLength(6);
  expect(cards.every(({ story, rule }) => story !== null && rule.name.vi !== "" && rule.name.vi !== rule.code)).toBe(true);
  expect(cards[0]?.week).toBe("2026-11-23");
  const own = await Promise.all(cards.map(({ id }) => ownDiscussion(supervisor, id)));
  expect(own[0]?.marked).toBeNull();
  expect(own.slice(1).every((each) => each !== null && each.marked !== null)).toBe(true);
  const talks = await db.lineUpDiscussion.groupBy({ by: ["cardId"], _count: true });
  expect(talks.length).toBe(6);
});

it("has circles that were, with what was learnt, and that are coming, one of them full with people waiting", async () => {
  const circles = await db.circle.findMany({ include: { seats: true } });
  expect(circles.filter(({ learnt }) => learnt !== null)).toHaveLength(3);
  expect(circles.filter(({ startsAt }) => startsAt > now)).toHaveLength(2);
  for (const { taken, seats, places } of circles) expect([taken, taken <= places]).toEqual([seats.filter(({ state }) => state === "going").length, true]);
  expect(circles.some(({ seats }) => seats.some(({ state }) => state === "waiting"))).toBe(true);
});

it("has care in counts over six months, one case for the supervisor to answer, and none of it in the trail", async () => {
  const { months } = await carePolicyPage(await askedBy(await named(SIGN_INS.hr.email), now));
  expect(months).toHaveLength(6);
  expect(months.some(({ sites }) => sites.length > 0)).toBe(true);
  expect((await carePage(await actorOf(await named(SIGN_INS.supervisor.email)), now)).waiting).toHaveLength(1);
  expect((await carePage(await actorOf(await named(SIGN_INS.frontline.email)), now)).own).toMatchObject([{ how: ["talk", "break"] }]);
  expect(await db.auditEvent.count({ where: { type: { startsWith: "care." } } })).toBe(0);
  expect((await verifyChain()).ok).toBe(true);
});
