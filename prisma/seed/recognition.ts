import { addDays, instantAt } from "#kernel/period.ts";
import type { AuditEventInput } from "#modules/audit/public.server.ts";
import { stateOf } from "#modules/recognition/domain/state.ts";
import { REACTIONS } from "#modules/recognition/schemas.ts";
import type { Tx } from "#platform/transaction.server.ts";
import { SECOND_HR, SECOND_LEADER, SIGN_INS, type PersonPlan } from "./company.ts";
import { ZONE } from "./company/places.ts";
import { STORIES } from "./decisions/stories.ts";
import type { DemoPlan } from "./demo-plan.ts";
import { personIdOf } from "./insert-history.ts";
import { randomFrom, type Random } from "./random.ts";
import { ThanksDraw, type ThanksPlan } from "./recognition/draw.ts";
import { VALUES } from "./recognition/values.ts";
import { en } from "./recognition/words-en.ts";
import { vi } from "./recognition/words-vi.ts";

const HOUR = 3_600_000;
const after = (at: Date, hours: number) => new Date(at.getTime() + hours * HOUR);

/** Values as HR wrote them; one was put better since. */
async function insertValues(tx: Tx, plan: DemoPlan): Promise<AuditEventInput[]> {
  const byId = personIdOf(plan, SECOND_HR.email);
  const events: AuditEventInput[] = [];
  for (const [index, value] of VALUES.entries()) {
    const { code, behaviours, nameVi, nameEn, meaningVi, meaningEn } = value;
    const words = { nameVi, nameEn, meaningVi, meaningEn };
    const revised = "before" in value ? instantAt(addDays(plan.today, -value.before.daysAgo), 15 * 60, ZONE) : null;
    const earlier = "before" in value ? { nameVi: value.before.nameVi, nameEn: value.before.nameEn, meaningVi: value.before.meaningVi, meaningEn: value.before.meaningEn } : words;
    await tx.insert("CoreValue", { code, position: index + 1, active: true, version: revised === null ? 1 : 2 });
    const save = async (version: number, said: typeof words | typeof earlier, at: Date) => {
      await tx.insert("CoreValueVersion", { code, version, ...said, behaviours: JSON.stringify(behaviours), at, byId });
      events.push({ type: "value.saved", subject: { kind: "value", id: code }, actor: { personId: byId }, data: { code, version, behaviours: behaviours.map((behaviour) => behaviour.code), active: true }, at });
    };
    await save(1, earlier, after(plan.start, 9 + index / 4));
    if (revised !== null) await save(2, words, revised);
  }
  return events;
}

/** Those who work at night: one team of the hotline, and the warehouse's late loaders. */
function nightPeople({ company }: DemoPlan): PersonPlan[] {
  const [, late] = company.people.filter(({ siteCode, role }) => siteCode === "HOTLINE" && role === "supervisor");
  const loaders = company.people.filter(({ siteCode, role, leftOn }) => siteCode === "KHO-BD" && role === "frontline" && leftOn === null).slice(0, 3);
  return [...company.people.filter(({ managerId, leftOn }) => managerId === late?.id && leftOn === null), ...loaders];
}

function versionAt(code: string, at: Date, plan: DemoPlan): number {
  const value = VALUES.find((known) => known.code === code);
  if (value === undefined || !("before" in value)) return 1;
  return at >= instantAt(addDays(plan.today, -value.before.daysAgo), 15 * 60, ZONE) ? 2 : 1;
}

/** One thank-you with its links. @returns what the trail says of it */
export async function insertThanks(tx: Tx, plan: DemoPlan, thanks: ThanksPlan, random: Random): Promise<AuditEventInput[]> {
  const { id, at, giver, receivers, message, visibility, cited } = thanks;
  const [valueCode = "", behaviour = ""] = thanks.behaviour.split("/");
  const valueVersion = versionAt(valueCode, at, plan);
  const state = stateOf(cited === null ? [] : [cited.outcome]);
  const settledAt = cited?.settledAt ?? null;
  const moved = settledAt !== null && settledAt > at;
  await tx.insert("Recognition", {
    id, giverId: giver.id, giverManagerId: giver.managerId, giverDepartment: giver.departmentCode, valueCode, valueVersion, behaviour, message, visibility,
    state, stateAt: moved ? settledAt : at, at,
  });
  for (const { id: personId, managerId, departmentCode } of receivers) await tx.insert("RecognitionRecipient", { recognitionId: id, personId, managerId, departmentCode, at });
  const link = { fromKind: "recognition", fromId: id, byId: giver.id, at, automatic: true };
  await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: "value", toId: valueCode, relation: "about" });
  if (cited !== null) {
    const { id: refId } = cited.decision;
    await tx.insert("RecognitionEvidence", { recognitionId: id, kind: "decision", refId, outcome: cited.outcome, settledAt: settledAt === null ? null : moved ? settledAt : at });
    await tx.insert("ThreadLink", { ...link, id: random.idAt(at), toKind: "decision", toId: refId, relation: "recognises" });
  }
  const subject = { kind: "recognition", id };
  const given = { visibility, value: valueCode, version: valueVersion, behaviour, receivers: receivers.length, receiverIds: visibility === "public" ? receivers.map((person) => person.id) : null, evidence: cited === null ? [] : ["decision"], state: moved ? "awaiting" : state };
  const events: AuditEventInput[] = [{ type: "recognition.given", subject, actor: { personId: giver.id }, data: given, at }];
  if (moved) events.push({ type: "recognition.state-moved", subject, actor: null, data: { from: "awaiting", to: state, evidence: "decision" }, at: settledAt });
  return events;
}

/** Colleagues of the receivers' site who could have read and answered; without the giver and the receivers. */
function audience({ company }: DemoPlan, { giver, receivers }: ThanksPlan): PersonPlan[] {
  const sites = new Set([giver.siteCode, ...receivers.map(({ siteCode }) => siteCode)]);
  const part = new Set([giver.id, ...receivers.map(({ id }) => id)]);
  return company.people.filter(({ id, role, siteCode, leftOn }) => role !== null && role !== "admin" && role !== "auditor" && leftOn === null && sites.has(siteCode) && !part.has(id));
}

async function insertAnswers(tx: Tx, plan: DemoPlan, thanks: ThanksPlan, random: Random, now: Date): Promise<AuditEventInput[]> {
  if (thanks.visibility === "private") return [];
  const words = thanks.english ? en : vi;
  const { id } = thanks;
  const events: AuditEventInput[] = [];
  const moment = () => after(thanks.at, random.int(1, 60) / 3);
  const readers = random.shuffle(audience(plan, thanks).filter(({ startedOn, managerId }) => startedOn < plan.today && (thanks.visibility === "public" || thanks.receivers.some((receiver) => receiver.managerId === managerId))));
  const tell = (type: string, personId: string, data: object, at: Date) => events.push({ type, subject: { kind: "recognition", id }, actor: { personId }, data, at });
  const [adding, speaking] = [random.weighted([[0, 62], [1, 24], [2, 10], [3, 4]] as const), random.weighted([[0, 70], [1, 22], [2, 8]] as const)];
  for (const { id: personId } of readers.slice(0, adding)) {
    const at = moment();
    if (at > now) continue;
    const message = random.chance(0.55) ? random.pick(words.addOns) : null;
    await tx.insert("RecognitionAddOn", { recognitionId: id, personId, message, at });
    tell("recognition.added-on", personId, { words: message !== null }, at);
  }
  for (const [index, { id: personId }] of readers.slice(adding, adding + speaking).entries()) {
    const at = moment();
    if (at > now) continue;
    const comment = random.idAt(at);
    await tx.insert("RecognitionComment", { id: comment, recognitionId: id, personId, text: words.comments[(index + random.int(0, 99)) % words.comments.length] ?? "", at });
    tell("recognition.commented", personId, { comment }, at);
  }
  for (const { id: personId } of readers.slice(0, random.int(0, 5))) {
    const at = moment();
    if (at <= now) await tx.insert("RecognitionReaction", { recognitionId: id, personId, kind: random.pick(REACTIONS), at });
  }
  return events;
}

/** One report that waits on HR, and one that was answered. */
async function insertReports(tx: Tx, plan: DemoPlan, all: readonly ThanksPlan[], random: Random, now: Date): Promise<AuditEventInput[]> {
  const open = all.filter(({ visibility, cited, at }) => visibility === "public" && cited === null && now.getTime() - at.getTime() > 60 * HOUR);
  const [waiting, answered] = [open.at(-1), open.at(-40)];
  const hr = personIdOf(plan, SIGN_INS.hr.email);
  const events: AuditEventInput[] = [];
  const report = async (thanks: ThanksPlan | undefined, reason: string, words: string, at: Date, answer: string | null) => {
    const by = thanks === undefined ? undefined : audience(plan, thanks)[0];
    if (thanks === undefined || by === undefined) return;
    const id = random.idAt(at);
    const subject = { kind: "recognition", id: thanks.id };
    const settled = answer === null ? {} : { state: "kept", answer, answeredById: hr, answeredAt: after(at, 5) };
    await tx.insert("RecognitionReport", { id, recognitionId: thanks.id, byId: by.id, reason, words, said: thanks.message, at, ...settled });
    events.push({ type: "recognition.reported", subject, actor: { personId: by.id }, data: { report: id, reason }, at });
    if (answer !== null) events.push({ type: "recognition.report-settled", subject, actor: { personId: hr }, data: { report: id, state: "kept" }, at: after(at, 5) });
  };
  await report(waiting, "untrue", "Hôm đó người ở lại là bạn khác, mình nghĩ chỉ nhầm tên. Nhờ nhân sự hỏi lại giúp.", after(now, -20), null);
  await report(answered, "favour", "Hai người này tuần nào cũng khen nhau, mình thấy hơi kỳ.", after(answered?.at ?? now, 30), "Đã hỏi cả hai: họ làm cùng ca và việc có thật. Cảm ơn bạn đã để ý, lời này được giữ lại.");
  return events;
}

async function insertNotices(tx: Tx, plan: DemoPlan, all: readonly ThanksPlan[], random: Random, now: Date): Promise<void> {
  for (const { id, at, giver, receivers } of all.filter((thanks) => thanks.at >= after(now, -72))) {
    for (const { id: personId } of receivers) {
      const read = after(at, random.int(1, 20));
      const readAt = now.getTime() - at.getTime() < 24 * HOUR || read > now ? null : read;
      await tx.insert("Notification", { id: random.idAt(at), personId, kind: "recognition.received", params: JSON.stringify({ name: giver.name }), href: `/recognition/${id}`, createdAt: at, readAt });
    }
  }
  const month = addDays(`${plan.today.slice(0, 7)}-01`, -1).slice(0, 7);
  const at = instantAt(`${plan.today.slice(0, 7)}-01`, 8 * 60 + 30, ZONE);
  for (const { email } of [SIGN_INS.supervisor, SIGN_INS.manager]) {
    if (at <= now) await tx.insert("Notification", { id: random.idAt(at), personId: personIdOf(plan, email), kind: "recognition.summary", params: JSON.stringify({ month: `${month.slice(5)}/${month.slice(0, 4)}` }), href: `/recognition/team?month=${month}`, createdAt: at, readAt: null });
  }
}

/** Everybody's thanks over six months, as one plan; the same instant gives the same. */
export function planThanks(plan: DemoPlan, now: Date): readonly ThanksPlan[] {
  const draw = new ThanksDraw(plan, new Set(nightPeople(plan).map(({ id }) => id)), now);
  draw.story(
    STORIES.wedding, "refund", SIGN_INS.supervisor.email, "OWN/b3",
    "Cô chỉ run vì sợ không kịp lễ của con gái. Thảo Vy nghe hết, xin duyệt trong bảy phút rồi tự mang áo sang xưởng thêu. Trước giờ hẹn, áo đã tới tận nhà cô.", 1,
  );
  draw.story(STORIES.courtesy, "courtesy_call", SECOND_LEADER.email, "CARE/b3", "Không ai phàn nàn, Thảo Vy vẫn gọi hỏi thăm và nghe ra khách ngại chỗ đông. Một phòng thử giữ sẵn lúc vắng, và khách trở lại cùng con gái.", 20);
  draw.story(STORIES.kindNo, "repair", SIGN_INS.manager.email, "OWN/b4", "Một câu chưa được, mà bác vẫn cảm ơn. Thảo Vy nói thật, nói ngay điều mình làm được, rồi mang chiếc áo đã sửa tới tận cửa.", 2);
  return draw.all();
}

/** Values, thanks and all that was said under them. @returns what the trail says of it */
export async function insertRecognition(tx: Tx, plan: DemoPlan, now: Date): Promise<AuditEventInput[]> {
  const random = randomFrom(32);
  const events = await insertValues(tx, plan);
  const night = instantAt(addDays(plan.today, -150), 10 * 60, ZONE);
  const hr = personIdOf(plan, SIGN_INS.hr.email);
  for (const { id: personId } of nightPeople(plan)) {
    await tx.insert("NightWorker", { personId, at: night, byId: hr });
    events.push({ type: "night-worker.marked", subject: { kind: "person", id: personId }, actor: { personId: hr }, data: { night: true }, at: night });
  }
  const all = planThanks(plan, now);
  for (const thanks of all) {
    events.push(...(await insertThanks(tx, plan, thanks, random)));
    events.push(...(await insertAnswers(tx, plan, thanks, random, now)));
  }
  events.push(...(await insertReports(tx, plan, all, random, now)));
  await insertNotices(tx, plan, all, random, now);
  return events;
}
