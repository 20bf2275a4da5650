import { addDays, instantAt, localDay, quarterOf } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { LOOK_AGAIN_DAYS, LOOK_AGAIN_KIND } from "#modules/reviews/log-decision.server.ts";
import { monthsBegun } from "#modules/reviews/domain/cycle-months.ts";
import { LIBRARY } from "#modules/reviews/library.ts";
import { HOURS_KINDS, HOURS_MINUTES } from "#modules/reviews/schemas.ts";
import { addJob } from "#platform/jobs.server.ts";
import { transaction, type Insert, type Tx } from "#platform/transaction.server.ts";
import { SIGN_INS } from "./company.ts";
import { ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { LOGGED, MONTHS, WHO_WE_ARE } from "./leading-texts.ts";
import { randomFrom, type Random } from "./random.ts";

const NOON = 12 * 60;
const HOUR = 3_600_000;
/** Of a hundred hours that were logged, so many were confirmed. */
const CONFIRMED = 0.8;

interface CyclePlan {
  readonly id: string;
  readonly start: string;
  readonly end: string;
  readonly openedAt: Date;
  /** null: it runs. */
  readonly closedAt: Date | null;
}

/** Two closed cycles and the running one. */
export interface LeadingPlan {
  readonly cycles: readonly CyclePlan[];
  readonly leaders: DemoPlan["company"]["people"];
  readonly hr: string;
}

/** The quarters before today's and today's own; closed a few days after their end, never in the future. */
export function planLeading(plan: DemoPlan, now: Date): LeadingPlan {
  const random = randomFrom(83);
  const running = quarterOf(plan.today);
  const last = quarterOf(addDays(running.start, -1));
  const before = quarterOf(addDays(last.start, -1));
  const cycles = [before, last, running].map(({ start, end }, index): CyclePlan => {
    const openedAt = new Date(Math.min(instantAt(start, 9 * 60, ZONE).getTime(), now.getTime() - HOUR));
    const closedAt = new Date(Math.min(instantAt(addDays(end, 4), 10 * 60, ZONE).getTime(), now.getTime() - HOUR / 2));
    return { id: random.idAt(openedAt), start, end, openedAt, closedAt: index === 2 ? null : closedAt };
  });
  const there = plan.company.people.filter(({ leftOn }) => leftOn === null);
  const managers = new Set(there.map(({ managerId }) => managerId));
  return { cycles, leaders: there.filter(({ id }) => managers.has(id)), hr: personIdOf(plan, SIGN_INS.hr.email) };
}

async function insertCycles(tx: Tx, plan: DemoPlan, { cycles, leaders, hr }: LeadingPlan, random: Random): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  const teamOf = (id: string) => plan.company.people.filter(({ managerId, leftOn }) => managerId === id && leftOn === null).length;
  for (const { id, start, end, openedAt, closedAt } of cycles) {
    await tx.insert("LeadCycle", { id, startDay: start, endDay: end, openedAt, openedById: hr, closedAt, closedById: closedAt === null ? null : hr });
    const subject = { kind: "lead-cycle", id };
    events.push({ type: "lead-cycle.opened", schema: 1, subject, actor: { personId: hr }, data: { from: start, to: end, participants: leaders.length }, at: openedAt });
    if (closedAt !== null) events.push({ type: "lead-cycle.closed", schema: 1, subject, actor: { personId: hr }, data: { from: start, to: end, reviews: leaders.length }, at: closedAt });
    for (const leader of leaders) {
      await tx.insert("LeadParticipant", { cycleId: id, personId: leader.id, managerId: leader.managerId, departmentCode: leader.departmentCode, siteCode: leader.siteCode, teamSize: teamOf(leader.id) });
      // In the running cycle a few have not written theirs yet, as it goes.
      if (closedAt === null && leader.email !== SIGN_INS.supervisor.email && random.chance(0.2)) continue;
      const publishedAt = new Date(openedAt.getTime() + random.int(2, 30) * HOUR);
      const agreedAt = closedAt === null && (publishedAt > closingOf(plan) || leader.email === SIGN_INS.supervisor.email) ? null : new Date(publishedAt.getTime() + random.int(3, 20) * HOUR);
      const chosen = random.shuffle(LIBRARY).slice(0, random.int(3, 5));
      for (const [position, one] of chosen.entries()) {
        await tx.insert("LeadCommitment", {
          ...{ id: random.idAt(publishedAt), cycleId: id, personId: leader.id, position, source: one.source, quantity: one.quantity, libraryCode: one.code, textVi: one.vi, textEn: one.en, publishedAt },
          ...{ agreedAt: leader.managerId === null ? null : agreedAt, agreedById: agreedAt === null ? null : leader.managerId },
        });
      }
      const data = { cycle: id, count: chosen.length, sources: chosen.map(({ source }) => source) };
      events.push({ type: "lead-commitments.published", schema: 1, subject: { kind: "person", id: leader.id }, actor: { personId: leader.id }, data, at: publishedAt });
    }
  }
  return events;
}

/** The last moment of the demo's history that belongs to the past. */
const closingOf = (plan: DemoPlan): Date => instantAt(plan.today, 0, ZONE);

/** Every whole month of the cycles: most leaders wrote, and most of what was written has its answer. */
async function insertMonths(tx: Tx, plan: DemoPlan, { cycles, leaders }: LeadingPlan, random: Random): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  const months = cycles.flatMap(({ start, end }) => monthsBegun({ startDay: start, endDay: end }, plan.today)).filter((month) => !plan.today.startsWith(month));
  for (const month of months) {
    const newest = month === months.at(-1);
    // The supervisor of the demo reads the first of the texts, and its answer, on the newest page.
    const writers = [...leaders].sort((a, b) => Number(b.email === SIGN_INS.supervisor.email) - Number(a.email === SIGN_INS.supervisor.email));
    for (const [index, { id: personId, email, managerId, startedOn }] of writers.entries()) {
      const first = newest && email === SIGN_INS.supervisor.email;
      const said = MONTHS[first ? 0 : (index + months.indexOf(month) * 3) % MONTHS.length];
      if (said === undefined || startedOn > `${month}-01` || (!first && random.chance(0.15))) continue;
      const at = instantAt(`${month}-27`, 16 * 60 + index, ZONE);
      const answeredAt = new Date(at.getTime() + random.int(20, 60) * HOUR);
      const answers = managerId !== null && said.answer !== null && answeredAt < closingOf(plan) && (first || random.chance(newest ? 0.6 : 0.9));
      await tx.insert("LeadMonth", { id: random.idAt(at), personId, month, words: said.words, loyal: said.loyal, at, ...(answers && { answer: said.answer, answeredById: managerId, answeredAt }) });
      const base = { schema: 1, subject: { kind: "person", id: personId }, data: { month } };
      events.push({ ...base, type: "lead-month.written", actor: { personId }, at });
      if (answers) events.push({ ...base, type: "lead-month.answered", actor: { personId: managerId }, at: answeredAt });
    }
  }
  return events;
}

async function insertHours(tx: Tx, plan: DemoPlan, { leaders }: LeadingPlan, random: Random): Promise<void> {
  const shops = [...new Set(plan.company.people.filter(({ role, leftOn }) => role === "frontline" && leftOn === null).map(({ siteCode }) => siteCode))].sort();
  for (const { id: personId } of leaders) {
    for (let count = random.int(0, 4); count > 0; count -= 1) {
      const siteCode = random.pick(shops);
      const day = addDays(plan.today, -random.int(2, 170));
      const at = instantAt(day, NOON, ZONE);
      const hosts = plan.company.people.filter((one) => one.siteCode === siteCode && one.leftOn === null && one.id !== personId && one.startedOn <= day);
      const host = random.chance(CONFIRMED) ? hosts[0] : undefined;
      const row: Insert<"CustomerHours"> = { id: random.idAt(at), personId, siteCode, day, at, minutes: random.pick(HOURS_MINUTES), what: random.pick(HOURS_KINDS), loggedAt: new Date(at.getTime() + 6 * HOUR) };
      await tx.insert("CustomerHours", host === undefined ? row : { ...row, confirmedById: host.id, confirmedAt: new Date(at.getTime() + 20 * HOUR) });
    }
  }
}

async function insertLog(tx: Tx, plan: DemoPlan, { leaders }: LeadingPlan, random: Random): Promise<AuditEventInput[]> {
  const events: AuditEventInput[] = [];
  const authors = [SIGN_INS.leader.email, SIGN_INS.manager.email].map((email) => leaders.find((leader) => leader.email === email)).filter((leader) => leader !== undefined);
  for (const [index, { daysAgo, ...said }] of LOGGED.entries()) {
    const author = authors[index % Math.max(1, authors.length)];
    if (author === undefined) continue;
    const at = instantAt(addDays(plan.today, -daysAgo), 15 * 60, ZONE);
    const id = random.idAt(at);
    const reviewOn = addDays(localDay(at, ZONE), LOOK_AGAIN_DAYS);
    const lookedAt = said.verdict === null ? null : instantAt(addDays(reviewOn, 2), 11 * 60, ZONE);
    const dueAt = instantAt(reviewOn, 0, ZONE);
    const due = reviewOn <= plan.today;
    await tx.insert("LeadDecision", { ...said, id, personId: author.id, at, reviewOn, toldAt: due ? dueAt : null, lookedAt });
    if (!due) await addJob(tx, { kind: LOOK_AGAIN_KIND, payload: { id }, runAt: dueAt, uniqueKey: `${LOOK_AGAIN_KIND}:${id}` });
    const base = { schema: 1, subject: { kind: "leader-decision", id }, actor: { personId: author.id } };
    events.push({ ...base, type: "leader-decision.logged", data: { lens: said.lens, reviewOn }, at });
    if (lookedAt !== null) events.push({ ...base, type: "leader-decision.looked-at", data: { verdict: said.verdict }, at: lookedAt });
  }
  return events;
}

/** Cycles with their commitments, months, hours, the decision log and who we are. @returns what the trail says of them */
export async function insertLeading(tx: Tx, plan: DemoPlan, leading: LeadingPlan): Promise<AuditEventInput[]> {
  const random = randomFrom(89);
  const events = await insertCycles(tx, plan, leading, random);
  const written = await insertMonths(tx, plan, leading, random);
  await insertHours(tx, plan, leading, random);
  const logged = await insertLog(tx, plan, leading, random);
  const at = plan.start;
  const { strengths, customers, ...purpose } = WHO_WE_ARE;
  await tx.insert("WhoWeAre", { ...purpose, version: 1, strengths: JSON.stringify(strengths), customers: JSON.stringify(customers), at, byId: leading.hr });
  return [...events, ...written, ...logged, { type: "who-we-are.saved", schema: 1, subject: { kind: "who-we-are", id: "1" }, actor: { personId: leading.hr }, data: { version: 1 }, at }];
}

/** Keeps what the closed cycles say, once everything that happened is there. */
export async function closeDemoCycles({ cycles }: LeadingPlan, reviewsAt: (cycleId: string, at: Date) => Promise<Insert<"LeadReview">[]>): Promise<void> {
  const random = randomFrom(97);
  for (const { id, closedAt } of cycles) {
    if (closedAt === null) continue;
    const reviews = await reviewsAt(id, closedAt);
    await transaction(async (tx) => {
      for (const review of reviews) await tx.insert("LeadReview", { ...review, id: random.idAt(closedAt) });
    });
  }
}
