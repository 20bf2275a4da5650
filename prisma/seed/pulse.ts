import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { BANK } from "#modules/pulse/bank.ts";
import { type Company, drawFrame } from "#modules/pulse/domain/audience.ts";
import { keptTogether } from "#modules/pulse/domain/blocks.ts";
import { drawCircle, seatsAround } from "#modules/pulse/domain/circle.ts";
import { RANGE } from "#modules/pulse/domain/figures.ts";
import { FLOORS } from "#modules/pulse/domain/thresholds.ts";
import { EVERYBODY, writeTurnout } from "#modules/pulse/stored.ts";
import { makeBoxKey, sealBox } from "#platform/sealed-box.server.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SIGN_INS, type PersonPlan } from "./company.ts";
import { DEPARTMENTS, SITES, ZONE } from "./company/places.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { ACTIONS, ANSWERING, OPEN_DAYS, SHOP_MOOD, SILENT, type WavePlan, WAVES, WRITING } from "./pulse/waves.ts";
import { type Random, randomFrom } from "./random.ts";

const ANONYMOUS = { mode: "anonymous", kScores: 5, kComments: 8 } as const;
const AROUND_SOMEBODY = { mode: "confidential", kScores: 3, kComments: 3 } as const;
const WRITING_AROUND = 0.6;
const NINE = 9 * 60;
const OPEN_SHARE = 0.45;

/** A random key as the product's own, UUID version 4, from a repeatable source. */
function keyFrom(random: Random): string {
  const hex = Array.from({ length: 32 }, () => random.int(0, 15).toString(16));
  hex[12] = "4";
  hex[16] = (8 + random.int(0, 3)).toString(16);
  return hex.join("").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function companyOn(plan: DemoPlan, day: string): { company: Company; people: Map<string, PersonPlan> } {
  const here = plan.company.people.filter(({ startedOn, leftOn }) => startedOn <= day && (leftOn === null || leftOn > day));
  const named = (places: readonly { readonly code: string; readonly nameVi: string; readonly nameEn: string }[]) => places.map(({ code, nameVi, nameEn }) => ({ code, name: { vi: nameVi, en: nameEn }, parentCode: null }));
  const people = here.map(({ id, managerId, departmentCode, siteCode }) => ({ id, managerId, departmentCode, siteCode }));
  return { company: { people, departments: named(DEPARTMENTS), sites: named(SITES) }, people: new Map(here.map((person) => [person.id, person])) };
}

/** What one person answers, by question. */
function answersOf(person: PersonPlan, wave: WavePlan, words: string[], random: Random): [string, number | string][] {
  const shop = SHOP_MOOD[person.siteCode] ?? 0;
  const own = (random.next() - 0.5) * 0.3;
  return wave.questions.flatMap((code): [string, number | string][] => {
    const question = BANK.find((each) => each.code === code);
    const range = question === undefined ? null : RANGE[question.scale];
    if (range === null) {
      const said = random.chance(wave.about === null ? WRITING : WRITING_AROUND) ? words.pop() : undefined;
      return said === undefined ? [] : [[code, said]];
    }
    if (random.chance(0.03)) return [];
    const draw = Math.min(1, Math.max(0, (wave.mood[code] ?? 0.55) + shop + own + (random.next() - 0.35) * 0.7));
    return [[code, Math.round(range[0] + (range[1] - range[0]) * draw)]];
  });
}

async function insertWave(tx: Tx, plan: DemoPlan, wave: WavePlan, random: Random, now: Date): Promise<AuditEventInput[]> {
  const hr = personIdOf(plan, SIGN_INS.hr.email);
  const [opensOn, closesOn] = [addDays(plan.today, -wave.opened), addDays(plan.today, wave.closed === null ? OPEN_DAYS - wave.opened : -wave.closed)];
  const { company, people } = companyOn(plan, opensOn);
  const asked = new Set([...people.values()].flatMap(({ id, role }) => (role === null || role === "auditor" ? [] : [id])));
  const subjectId = wave.about === null ? null : personIdOf(plan, wave.about);
  const promise = subjectId === null ? ANONYMOUS : AROUND_SOMEBODY;
  const drawn = subjectId === null ? drawFrame(company, asked, promise.kScores) : drawCircle(seatsAround(company.people, subjectId, asked), promise.kScores);
  if (drawn === null) throw new Error("The demo company is too small for a pulse");
  const createdAt = instantAt(addDays(opensOn, -2), NINE, ZONE);
  const id = random.idAt(createdAt);
  const questions = wave.questions.flatMap((code) => BANK.find((each) => each.code === code) ?? []);
  const { titleVi, titleEn } = wave;
  await tx.insert("Pulse", {
    ...{ id, subjectId, titleVi, titleEn, ...promise, opensOn, closesOn, createdAt, createdById: hr },
    ...{ state: "draft", questions: JSON.stringify(questions), audience: EVERYBODY, remindOn: wave.closed === null ? addDays(opensOn, OPEN_DAYS - 2) : null },
  });
  const open = wave.closed === null;
  const words = random.shuffle([...wave.words]);
  const turnout = new Map<string, number>();
  const answers: { id: string; question: string; cell: string; value: number | null; text: string | null }[] = [];
  const publicKey = open ? makeBoxKey(id) : null;
  const boxes: { id: string; box: string }[] = [];
  const waiting: ReadonlySet<string> = new Set([SIGN_INS.frontline, SIGN_INS.supervisor, SIGN_INS.manager, SIGN_INS.hr, SIGN_INS.leader, SIGN_INS.admin].map(({ email }) => email));
  for (const [personId, cell] of [...drawn.cellOf].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const person = people.get(personId);
    const share = open ? OPEN_SHARE : (SILENT[person?.siteCode ?? ""] ?? ANSWERING);
    const spent = person !== undefined && random.chance(share) && !(open && waiting.has(person.email));
    await tx.insert("PulseInvitation", { pulseId: id, personId, cell, spent: open && spent });
    if (!spent) continue;
    const said = answersOf(person, wave, words, random);
    turnout.set(cell, (turnout.get(cell) ?? 0) + 1);
    if (publicKey !== null) boxes.push({ id: keyFrom(random), box: sealBox(publicKey, JSON.stringify({ cell, answers: said })) });
    else for (const [question, given] of said) answers.push({ id: keyFrom(random), question, cell, value: typeof given === "number" ? given : null, text: typeof given === "string" ? given : null });
  }
  const frozen = { frame: JSON.stringify(drawn.frame), invited: drawn.cellOf.size, launchedById: hr };
  const kept = keptTogether(drawn.frame, turnout, { k: promise.kScores, overall: FLOORS[promise.mode].overall });
  const closedAt = open ? null : instantAt(addDays(closesOn, 1), 10, ZONE);
  await tx.update("Pulse", { id }, { ...frozen, publicKey, state: open ? "open" : "closed", closedAt, turnout: open ? null : writeTurnout(kept, turnout) });
  for (const answer of answers.sort((a, b) => (a.id < b.id ? -1 : 1))) {
    const [cell] = kept.find((cells) => cells.includes(answer.cell)) ?? [];
    if (cell !== undefined) await tx.insert("PulseAnswer", { ...answer, cell, pulseId: id });
  }
  for (const box of boxes.sort((a, b) => (a.id < b.id ? -1 : 1))) await tx.insert("PulseSealed", { ...box, pulseId: id });
  const told = Object.values(SIGN_INS).map(({ email }) => email).filter((email) => (wave.about === null ? email !== SIGN_INS.auditor.email : email === wave.about));
  await tellDemo(tx, plan, { id, titleVi, titleEn, closesOn, closedAt, opensOn, told }, random, now);
  return eventsOf(id, wave, { promise, hr, createdAt, launchedAt: instantAt(opensOn, NINE, ZONE), closedAt, invited: drawn.cellOf.size, cells: drawn.frame.cells.length });
}

/** What those with sign-ins of their own heard of it. */
async function tellDemo(tx: Tx, plan: DemoPlan, pulse: { id: string; titleVi: string; titleEn: string; opensOn: string; closesOn: string; closedAt: Date | null; told: readonly string[] }, random: Random, now: Date): Promise<void> {
  const { id, titleVi, titleEn, opensOn, closesOn, closedAt, told } = pulse;
  const createdAt = closedAt ?? instantAt(opensOn, NINE, ZONE);
  if (now.getTime() - createdAt.getTime() > 30 * 86_400_000) return;
  const [kind, href] = closedAt === null ? ["pulse.opened", `/pulse/${id}`] : ["pulse.results", `/pulses/${id}/results`];
  const params = JSON.stringify({ title: { vi: titleVi, en: titleEn }, closesOn: `${closesOn}T00:00:00Z` });
  for (const email of told) {
    await tx.insert("Notification", { id: random.idAt(createdAt), personId: personIdOf(plan, email), kind, params, href, createdAt, readAt: closedAt === null ? null : createdAt });
  }
}

function eventsOf(id: string, wave: WavePlan, told: { promise: typeof ANONYMOUS | typeof AROUND_SOMEBODY; hr: string; createdAt: Date; launchedAt: Date; closedAt: Date | null; invited: number; cells: number }): AuditEventInput[] {
  const { promise, hr, createdAt, launchedAt, closedAt, invited, cells } = told;
  const about = { schema: 1, subject: { kind: "pulse", id } };
  return [
    { ...about, type: "pulse.saved", actor: { personId: hr }, data: { revision: 1, questions: [...wave.questions] }, at: createdAt },
    { ...about, type: "pulse.launched", actor: { personId: hr }, data: { ...promise, invited, cells }, at: launchedAt },
    ...(closedAt === null ? [] : [{ ...about, type: "pulse.closed", actor: null, data: {}, at: closedAt }]),
  ];
}

/** What is being done about the second wave. */
async function insertActions(tx: Tx, plan: DemoPlan, random: Random): Promise<AuditEventInput[]> {
  const [second] = await tx.list("Pulse", { state: "closed", subjectId: null }, { orderBy: [["closedAt", "desc"]], limit: 1 });
  const changes = await tx.list("Improvement", {});
  if (second === undefined) return [];
  const byId = personIdOf(plan, SIGN_INS.hr.email);
  const events: AuditEventInput[] = [];
  for (const { change, question, words } of ACTIONS) {
    const improvement = changes.find(({ what }) => what.startsWith(change));
    if (improvement === undefined) throw new Error(`No change begins with: ${change}`);
    const at = instantAt(addDays(plan.today, -9), 10 * 60 + events.length * 20, ZONE);
    await tx.insert("PulseAction", { pulseId: second.id, improvementId: improvement.id, question, words, at, byId });
    await tx.insert("ThreadLink", { id: random.idAt(at), fromKind: "improvement", fromId: improvement.id, toKind: "pulse", toId: second.id, relation: "caused_by", byId, at, automatic: false, note: question });
    events.push({ type: "pulse.improvement-tied", schema: 1, subject: { kind: "pulse", id: second.id }, actor: { personId: byId }, data: { improvement: improvement.id, question }, at });
  }
  return events;
}

/** Two waves that are over, in some groups of which too few answered, a circle around a manager, a wave that is open, and what is being done. @returns what the trail says of them */
export async function insertPulses(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(41);
  const events: AuditEventInput[] = [];
  for (const wave of WAVES) events.push(...(await insertWave(tx, plan, wave, random, now)));
  events.push(...(await insertActions(tx, plan, random)));
  return events;
}
