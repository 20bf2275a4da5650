import { addDays, instantAt, localDay, weekdayOf } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { searchOf } from "#modules/stories/story-words.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { type PersonPlan, SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import type { DecisionRow } from "./decisions/history.ts";
import { personIdOf } from "./insert-history.ts";
import { randomFrom, type Random } from "./random.ts";
import { CAME_UP, CARDS, CIRCLES, TOLD, type ToldText } from "./told-texts.ts";

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

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
  ) {
    this.staff = plan.company.people.filter(({ role, leftOn }) => role !== null && role !== "admin" && role !== "auditor" && leftOn === null);
  }

  private tell(type: string, subject: AuditEventInput["subject"], personId: string, data: AuditEventInput["data"], at: Date): void {
    this.events.push({ type, subject, actor: { personId }, data, at });
  }

  /** Somebody who could have told it; the first of the shop's stories is the demo clerk's own. */
  private tellerOf({ teller, code }: ToldText, at: Date): PersonPlan {
    const own = this.staff.find(({ email }) => email === SIGN_INS.frontline.email);
    if (code === "gift-box" && own !== undefined) return own;
    const known = this.staff.filter(({ role, startedOn }) => role === teller.role && startedOn < localDay(at, ZONE));
    const fit = known.filter(({ departmentCode }) => departmentCode === teller.department);
    return this.random.pick(fit.length > 0 ? fit : known);
  }

  /** A decision of that person like the one the story is about, in the weeks before. */
  private decisionFor({ refers }: ToldText, teller: PersonPlan, at: Date): DecisionRow | null {
    if (refers === null) return null;
    const mine = this.plan.simulation.history.decisions.filter(({ personId, decidedAt, state }) => personId === teller.id && decidedAt < at && decidedAt.getTime() > at.getTime() - 40 * DAY && ["granted", "approved"].includes(state));
    return mine.findLast(({ reason, gesture }) => Object.entries(refers).every(([column, value]) => (column === "reason" ? reason : gesture) === value)) ?? null;
  }

  async story(text: ToldText, at: Date): Promise<ToldStory> {
    const { tx, random } = this;
    const teller = this.tellerOf(text, at);
    const decision = this.decisionFor(text, teller, at);
    const id = random.idAt(at);
    const { title, happened, felt, unsaid, done: did, changed, value, language, touchpoint } = text;
    await tx.insert("Story", {
      id, tellerId: teller.id, managerId: teller.managerId, siteCode: teller.siteCode, departmentCode: teller.departmentCode, title, happened, felt, unsaid, did, changed,
      valueCode: value, language, touchpoint, visibility: "company", consent: true, sourceKind: decision === null ? null : "decision", sourceId: decision?.id ?? null,
      at, postedAt: at, search: searchOf({ title, happened, felt, unsaid, did, changed, touchpoint }),
    });
    const link = { fromKind: "story", fromId: id, byId: teller.id, at, automatic: true };
    await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: "value", toId: value, relation: "about" });
    if (decision !== null) await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: "decision", toId: decision.id, relation: "tells_of" });
    const subject = { kind: "story", id };
    this.tell("story.told", subject, teller.id, { value, visibility: "company", source: decision === null ? null : "decision", kept: false, draft: false }, at);
    const readers = random.shuffle(this.staff.filter((person) => person.id !== teller.id && person.startedOn < localDay(at, ZONE)));
    for (const [index, said] of text.responses.entries()) {
      const reader = readers[index];
      const saidAt = after(at, random.int(4, 60));
      if (reader === undefined || saidAt > this.now) continue;
      await tx.insert("StoryResponse", { storyId: id, personId: reader.id, text: said, at: saidAt });
      this.tell("story.answered", subject, reader.id, {}, saidAt);
    }
    for (const reader of readers.slice(10, 10 + random.int(0, 4))) await tx.insert("StoryReading", { storyId: id, personId: reader.id, savedAt: after(at, 2) });
    return { id, code: text.code, at };
  }

  /** The card of a week and the teams that talked about it; the demo's supervisor has this week's still ahead. */
  async card({ weeksAgo, story, rule, vi, en }: (typeof CARDS)[number], stories: ReadonlyMap<string, ToldStory>): Promise<void> {
    const { tx, random, plan, now } = this;
    const week = addDays(addDays(plan.today, 1 - weekdayOf(plan.today)), -7 * weeksAgo);
    const told = stories.get(story);
    const byId = personIdOf(plan, SIGN_INS.hr.email);
    const publishedAt = instantAt(addDays(week, -3), 16 * 60, ZONE);
    const rules = plan.versions.filter(({ effectiveFrom }) => effectiveFrom !== null && effectiveFrom <= now).at(-1)?.document.rules ?? [];
    const known = rules.find(({ code }) => code === rule);
    if (told === undefined || told.at > publishedAt || known === undefined) return;
    const id = random.idAt(publishedAt);
    const both = (text: { readonly vi?: string | undefined; readonly en?: string | undefined } | undefined) => JSON.stringify({ vi: text?.vi ?? "", en: text?.en ?? "" });
    await tx.insert("LineUpCard", { id, week, storyId: told.id, questionVi: vi, questionEn: en, ruleCode: rule, ruleName: both(known.name), ruleWhy: both(known.why), byId, savedAt: publishedAt, publishedAt });
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

  async circle({ days, theme, about, story, host: role, learnt }: (typeof CIRCLES)[number], stories: ReadonlyMap<string, ToldStory>): Promise<void> {
    const { tx, random, plan, now } = this;
    const startsAt = instantAt(addDays(plan.today, days), 15 * 60, ZONE);
    const createdAt = new Date(Math.min(now.getTime(), startsAt.getTime() - 9 * DAY));
    const host = random.pick(this.staff.filter((person) => person.role === role && person.startedOn < localDay(createdAt, ZONE)));
    const id = random.idAt(createdAt);
    const storyId = story === null ? null : (stories.get(story)?.id ?? null);
    const guests = random.shuffle(this.staff.filter((person) => person.id !== host.id && person.startedOn < localDay(createdAt, ZONE)));
    const places = days === 9 ? 4 : 8;
    const asking = guests.slice(0, days === 9 ? 6 : random.int(4, 7));
    const taken = Math.min(places, asking.length);
    await tx.insert("Circle", { id, hostId: host.id, theme, about, startsAt, minutes: 45, places, taken, whereText: `${host.siteCode}`, storyId, createdAt, changedAt: createdAt, learnt, learntAt: learnt === null ? null : after(startsAt, 3) });
    const subject = { kind: "circle", id };
    if (storyId !== null) await tx.insert("ThreadLink", { id: random.idAt(createdAt), fromKind: "circle", fromId: id, toKind: "story", toId: storyId, relation: "tells_of", byId: host.id, at: createdAt, automatic: true });
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
  const teller = new Teller(tx, plan, now, randomFrom(53));
  const stories = new Map<string, ToldStory>();
  const first = [...CARDS].reverse().map(({ story }) => story);
  for (const text of TOLD) {
    // Each was told some weeks before the card that tells it again.
    const weeks = first.indexOf(text.code as (typeof CARDS)[number]["story"]);
    const day = addDays(plan.today, -(weeks === -1 ? 150 : 7 * weeks + 24));
    stories.set(text.code, await teller.story(text, instantAt(day, 17 * 60 + 20, ZONE)));
  }
  for (const card of CARDS) await teller.card(card, stories);
  for (const circle of CIRCLES) await teller.circle(circle, stories);
  return teller.events;
}
