import { addDays, instantAt, localDay } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { mondayOf } from "#modules/stories/public.ts";
import { searchOf } from "#modules/stories/story-words.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { type PersonPlan, SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { randomFrom, type Random } from "./random.ts";
import { CIRCLES, type DemoCircle } from "./stories/circles.ts";
import { type DemoLineUpCard, LINE_UP_CARDS } from "./stories/line-up-cards.ts";
import { type DemoStory, type Somebody, STORIES } from "./stories/stories.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

/** The story of the week, told by the demo's clerk. */
const OWN = "wedding-thread";
/** What came up, as a shift lead would jot it down. */
const CAME_UP = ["Hỏi “anh chị có cần em giúp gì không” nghe máy móc quá, đổi cách hỏi.", "Nhiều bạn ngại vì sợ lâu, thử đo thì chỉ thêm một phút.", "Nên có người đứng thay quầy để được ngồi với khách.", "Bạn mới kể chuyện đầu tiên của mình.", null, null] as const;

interface ToldStory {
  readonly id: string;
  readonly code: string;
  readonly at: Date;
}

/** Writes what people of the demo company told, talked about and met for. */
class Teller {
  readonly events: AuditEventInput[] = [];
  private readonly staff: readonly PersonPlan[];

  constructor(
    private readonly tx: Tx,
    private readonly plan: DemoPlan,
    private readonly now: Date,
    private readonly random: Random,
    private readonly heard: readonly Row<"Feedback">[],
    private readonly thanked: readonly Row<"Recognition">[],
  ) {
    this.staff = plan.company.people.filter(({ role, leftOn }) => role !== null && role !== "admin" && role !== "auditor" && leftOn === null);
  }

  private tell(type: string, subject: AuditEventInput["subject"], personId: string, data: AuditEventInput["data"], at: Date): void {
    this.events.push({ type, subject, actor: { personId }, data, at });
  }

  private somebody({ role, department }: Somebody, at: Date, not: readonly string[] = []): PersonPlan {
    const here = this.staff.filter(({ id, startedOn }) => !not.includes(id) && startedOn < localDay(at, ZONE));
    const same = here.filter((person) => person.role === role);
    const fit = same.filter(({ departmentCode }) => departmentCode === department);
    return this.random.pick(fit.length > 0 ? fit : same.length > 0 ? same : here);
  }

  private tellerOf({ teller, code }: DemoStory, at: Date): PersonPlan {
    const own = this.staff.find(({ email }) => email === SIGN_INS.frontline.email);
    return code === OWN && own !== undefined ? own : this.somebody(teller, at);
  }

  /** A record like the one the story is about, in the weeks before: of the teller, or what a customer or a colleague wrote. */
  private sourceOf({ source }: DemoStory, teller: PersonPlan, at: Date): { readonly kind: string; readonly id: string } | null {
    const near = (moment: Date) => moment < at && moment.getTime() > at.getTime() - 45 * DAY;
    switch (source.kind) {
      case "decision": {
        const mine = this.plan.simulation.history.decisions.filter(({ personId, decidedAt, state }) => personId === teller.id && near(decidedAt) && ["granted", "approved"].includes(state));
        const like = mine.findLast(({ gesture, reason }) => gesture === source.gesture && reason === source.reason) ?? mine.findLast(({ gesture }) => gesture === source.gesture);
        return like === undefined ? null : { kind: "decision", id: like.id };
      }
      case "feedback": {
        const heard = this.heard.findLast(({ channel, receivedAt }) => channel === source.about && near(receivedAt)) ?? this.heard.findLast(({ receivedAt }) => near(receivedAt));
        return heard === undefined ? null : { kind: "feedback", id: heard.id };
      }
      case "recognition": {
        const thanked = this.thanked.findLast(({ valueCode, at: moment }) => valueCode === source.value && near(moment));
        return thanked === undefined ? null : { kind: "recognition", id: thanked.id };
      }
      case "none":
        return null;
    }
  }

  async story(text: DemoStory, at: Date): Promise<ToldStory> {
    const { tx, random } = this;
    const teller = this.tellerOf(text, at);
    const source = this.sourceOf(text, teller, at);
    const id = random.idAt(at);
    const { title, happened, felt, unsaid, done: did, changed, value, language } = text;
    await tx.insert("Story", {
      id, tellerId: teller.id, managerId: teller.managerId, siteCode: teller.siteCode, departmentCode: teller.departmentCode, title, happened, felt, unsaid, did, changed,
      valueCode: value, language, touchpoint: null, visibility: "company", consent: true, sourceKind: source?.kind ?? null, sourceId: source?.id ?? null,
      at, postedAt: at, search: searchOf({ title, happened, felt, unsaid, did, changed, touchpoint: null }),
    });
    const link = { fromKind: "story", fromId: id, byId: teller.id, at, automatic: true };
    await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: "value", toId: value, relation: "about" });
    if (source !== null) await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: source.kind, toId: source.id, relation: "tells_of" });
    const subject = { kind: "story", id };
    this.tell("story.told", subject, teller.id, { value, visibility: "company", source: source?.kind ?? null, kept: false, draft: false }, at);
    const said = [teller.id];
    for (const { by, text: words } of text.responses) {
      const reader = this.somebody(by, at, said);
      const saidAt = after(at, random.int(4, 60));
      if (saidAt > this.now) continue;
      said.push(reader.id);
      await tx.insert("StoryResponse", { storyId: id, personId: reader.id, text: words, at: saidAt });
      this.tell("story.answered", subject, reader.id, {}, saidAt);
    }
    const readers = random.shuffle(this.staff.filter((person) => !said.includes(person.id) && person.startedOn < localDay(at, ZONE)));
    for (const reader of readers.slice(0, random.int(0, 4))) await tx.insert("StoryReading", { storyId: id, personId: reader.id, savedAt: after(at, 2) });
    return { id, code: text.code, at };
  }

  /** The card of a week and the teams that talked about it; the demo's supervisor has this week's still ahead. */
  async card({ weeksAgo, story, rule, question, why }: DemoLineUpCard, stories: ReadonlyMap<string, ToldStory>): Promise<void> {
    const { tx, random, plan, now } = this;
    const week = addDays(mondayOf(plan.today), -7 * weeksAgo);
    const told = stories.get(story);
    const byId = personIdOf(plan, SIGN_INS.hr.email);
    const publishedAt = instantAt(addDays(week, -1), 16 * 60, ZONE);
    const rules = plan.versions.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= now).at(-1)?.document.rules ?? [];
    const known = rules.find(({ code }) => code === rule);
    if (told === undefined || told.at > publishedAt || known === undefined) return;
    const id = random.idAt(publishedAt);
    await tx.insert("LineUpCard", { id, week, storyId: told.id, questionVi: question.vi, questionEn: question.en, ruleCode: rule, ruleName: JSON.stringify({ vi: known.name?.vi ?? rule, en: known.name?.en ?? rule }), ruleWhy: JSON.stringify({ vi: why.vi, en: why.en }), byId, savedAt: publishedAt, publishedAt });
    this.tell("line-up.saved", { kind: "line-up", id }, byId, { week, story: told.id, rule }, publishedAt);
    this.tell("line-up.published", { kind: "line-up", id }, byId, { week }, publishedAt);
    const demo = personIdOf(plan, SIGN_INS.supervisor.email);
    for (const leader of this.staff.filter(({ role }) => role === "supervisor")) {
      const team = this.staff.filter(({ managerId, startedOn }) => managerId === leader.id && startedOn < week);
      const talks = leader.id === demo ? weeksAgo > 0 : random.chance(weeksAgo === 0 ? 0.3 : 0.62);
      const day = addDays(week, weeksAgo === 0 ? 0 : random.int(0, 4));
      const at = instantAt(day, 9 * 60 + random.int(0, 40), ZONE);
      if (team.length === 0 || !talks || at > now || leader.startedOn > week) continue;
      const present = team.filter(() => random.chance(0.8));
      const there = present.length > 0 ? present : team.slice(0, 1);
      await tx.insert("LineUpDiscussion", { cardId: id, managerId: leader.id, day, siteCode: leader.siteCode, cameUp: random.pick(CAME_UP), at });
      for (const { id: personId } of there) await tx.insert("LineUpPresent", { cardId: id, managerId: leader.id, personId });
      this.tell("line-up.discussed", { kind: "line-up", id }, leader.id, { week, present: there.length }, at);
    }
  }

  async circle({ inDays, minutes, places, about, theme, learnt }: DemoCircle, stories: ReadonlyMap<string, ToldStory>): Promise<void> {
    const { tx, random, plan, now } = this;
    const startsAt = instantAt(addDays(plan.today, inDays), 15 * 60, ZONE);
    const createdAt = new Date(Math.min(now.getTime(), startsAt.getTime() - 9 * DAY));
    const host = random.pick(this.staff.filter(({ role, ...person }) => (role === "supervisor" || role === "manager") && person.startedOn < localDay(createdAt, ZONE)));
    const id = random.idAt(createdAt);
    const storyId = about.kind === "story" ? (stories.get(about.code)?.id ?? null) : null;
    const courseCode = about.kind === "course" && (await tx.count("Course", { code: about.code })) > 0 ? about.code : null;
    const guests = random.shuffle(this.staff.filter((person) => person.id !== host.id && person.startedOn < localDay(createdAt, ZONE)));
    // The nearest one ahead is full, with two people waiting.
    const full = learnt === null && inDays < 10;
    const asking = guests.slice(0, full ? places + 2 : random.int(5, places - 1));
    const taken = Math.min(places, asking.length);
    await tx.insert("Circle", { id, hostId: host.id, theme: theme.vi, startsAt, minutes, places, taken, whereText: `Phòng nghỉ ${host.siteCode}`, storyId, courseCode, createdAt, changedAt: createdAt, learnt: learnt?.vi ?? null, learntAt: learnt === null ? null : after(startsAt, 3) });
    const subject = { kind: "circle", id };
    if (storyId !== null) await tx.insert("ThreadLink", { id: random.idAt(createdAt), fromKind: "circle", fromId: id, toKind: "story", toId: storyId, relation: "tells_of", byId: host.id, at: createdAt, automatic: true });
    if (courseCode !== null) await tx.insert("ThreadLink", { id: random.idAt(createdAt), fromKind: "circle", fromId: id, toKind: "course", toId: courseCode, relation: "tells_of", byId: host.id, at: createdAt, automatic: true });
    this.tell("circle.saved", subject, host.id, { sequence: 0 }, createdAt);
    for (const [index, { id: personId }] of asking.entries()) {
      const state = index < places ? "going" : "waiting";
      await tx.insert("CircleSeat", { circleId: id, personId, state, turn: index + 1, at: createdAt, attended: learnt === null ? null : random.chance(0.85) });
      this.tell("circle.joined", subject, personId, { state }, createdAt);
    }
    if (learnt === null) return;
    this.tell("circle.attendance", subject, host.id, { came: taken }, after(startsAt, 2));
    this.tell("circle.learnt", subject, host.id, {}, after(startsAt, 3));
  }
}

/** Six months of stories, six cards of the week, circles that were and that are coming. @returns what the trail says of it */
export async function insertStories(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const heard = (await tx.list("Feedback", {}, { orderBy: [["receivedAt", "asc"], ["id", "asc"]] })).filter(({ said, erasedAt }) => said !== null && erasedAt === null);
  const thanked = await tx.list("Recognition", { visibility: "public", withdrawnAt: null, hiddenAt: null }, { orderBy: [["at", "asc"], ["id", "asc"]] });
  const teller = new Teller(tx, plan, now, randomFrom(53), heard, thanked);
  const stories = new Map<string, ToldStory>();
  for (const text of STORIES) stories.set(text.code, await teller.story(text, instantAt(addDays(plan.today, -text.daysAgo), 17 * 60 + 20, ZONE)));
  for (const card of LINE_UP_CARDS) await teller.card(card, stories);
  for (const circle of CIRCLES) await teller.circle(circle, stories);
  return teller.events;
}
