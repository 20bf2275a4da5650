import { addBusinessMinutes } from "#kernel/business-time.ts";
import { addDays, instantAt } from "#kernel/period.ts";
import { answerDue } from "#modules/improvements/domain/answer-clock.ts";
import { compare } from "#modules/improvements/domain/compare.ts";
import { CONFIRM_DAYS } from "#modules/improvements/domain/states.ts";
import { WATCH_DAYS } from "#modules/improvements/verify-improvement.server.ts";
import { SIGN_INS } from "../company.ts";
import { ZONE } from "../company/places.ts";
import type { DemoPlan } from "../demo-plan.ts";
import { calendarOf, sidesOf } from "./facts.ts";
import type { Scribe, Written } from "./scribe.ts";
import type { Course, End, Story } from "./shapes.ts";

const DAY_MS = 86_400_000;
/** Days from a trial until it is adopted, and until it is verified. */
const [ADOPT_AFTER, VERIFY_AFTER] = [30, 40];

const timeOf = ({ today }: DemoPlan, daysAgo: number, minutes: number) => instantAt(addDays(today, -daysAgo), minutes, ZONE);

/** The first candidate of a story that got better beyond chance in the demo's own decisions. */
export function courseOf(plan: DemoPlan, story: Story): Course {
  const { end } = story;
  if (end.as !== "verified") return { reportDaysAgo: story.daysAgo, verified: null };
  for (const candidate of end.candidates) {
    const { measure, trialDaysAgo } = candidate;
    const trialFrom = timeOf(plan, trialDaysAgo, 9 * 60);
    const verifiedAt = timeOf(plan, Math.max(2, trialDaysAgo - VERIFY_AFTER), 16 * 60 + 20);
    const { before, after } = sidesOf(plan.simulation.history.decisions, measure, trialFrom, verifiedAt);
    const comparison = compare(measure.shape, before, after, measure.better, measure.target);
    if (comparison.verdict === "better") return { reportDaysAgo: trialDaysAgo + story.daysAgo, verified: { candidate, trialFrom, verifiedAt, comparison } };
  }
  return { reportDaysAgo: (end.candidates[0]?.trialDaysAgo ?? 60) + story.daysAgo, verified: null };
}

function planned(scribe: Scribe, written: Written, at: Date): void {
  const { plan } = written.story;
  const lead = written.owners[0]?.askedId ?? null;
  if (plan === undefined) return;
  const { text, lensKind, lensText, evidence, way, burden, burdenAfter } = plan;
  const stored = { burden: JSON.stringify(burden), burdenAfter: JSON.stringify(burdenAfter), measure: JSON.stringify(plan.measure) };
  written.row = { ...written.row, state: "planned", planText: text, lensKind, lensText, evidence, way, ...stored, plannedAt: at };
  const doers = [written.row.managerId ?? lead, lead, written.row.reporterId];
  for (const [index, step] of plan.steps.entries()) {
    const due = addDays(scribe.plan.today, -Math.round((scribe.now.getTime() - at.getTime()) / DAY_MS) + 7 * (index + 1));
    written.steps.push({ id: scribe.random.idAt(at), improvementId: written.row.id, position: index + 1, text: step, ownerId: doers[index % doers.length] ?? written.row.reporterId, dueDay: due });
  }
  scribe.move(written, "planned", lead, at, text);
  scribe.event("planned", written.row, lead, at, { measure: plan.measure.code, steps: plan.steps.length });
}

function trialled(scribe: Scribe, written: Written, from: Date): void {
  const lead = written.owners[0]?.askedId ?? null;
  written.row = { ...written.row, state: "trialled", trialFrom: from, trials: 1 };
  scribe.move(written, "trial_began", lead, from);
  scribe.event("trial-began", written.row, lead, from, { trial: 1, from: from.toISOString() });
  const { figures } = written.story;
  if (figures === undefined) return;
  const sample = (side: readonly number[] | { readonly hits: number; readonly n: number }) => JSON.stringify(Array.isArray(side) ? { values: side } : side);
  for (const [phase, at] of [["before", new Date(from.getTime() - 5 * 3_600_000)], ["after", new Date(from.getTime() + 14 * DAY_MS)]] as const) {
    const id = scribe.random.idAt(at);
    written.figures.push({ id, improvementId: written.row.id, trial: 1, phase, sample: sample(figures[phase]), source: figures.source, at, byId: lead });
    scribe.event("figures-recorded", written.row, lead, at, { figureId: id, phase });
  }
}

function stepsDone(written: Written, at: Date, last: boolean): void {
  for (const [index, step] of written.steps.entries()) if (last || index < written.steps.length - 1) Object.assign(step, { doneAt: at, doneById: step.ownerId });
}

function adopted(scribe: Scribe, written: Written, at: Date, note: string): void {
  const lead = written.owners[0]?.askedId ?? null;
  const confirmBy = new Date(at.getTime() + CONFIRM_DAYS * DAY_MS);
  written.row = { ...written.row, state: "adopted", decidedAt: at, confirmation: "asked", confirmBy };
  stepsDone(written, new Date(at.getTime() - DAY_MS), true);
  for (const [kind, id] of [["rule", written.row.rule], ["procedure", written.row.procedureId]] as const) if (id != null) scribe.link(written, { kind, id }, "changed", at, lead);
  scribe.move(written, "adopted", lead, at, note);
  scribe.event("adopted", written.row, lead, at, { trial: 1 });
  scribe.notice(written, "confirm", written.row.reporterId, at, { until: confirmBy.toISOString() }, confirmBy > scribe.now);
}

function word(scribe: Scribe, written: Written, at: Date, said: "asked" | "confirmed" | "unconfirmed", note: string | null): void {
  if (said === "asked") return;
  const spoken = said === "confirmed" ? new Date(at.getTime() + 2 * DAY_MS) : new Date(at.getTime() + CONFIRM_DAYS * DAY_MS);
  if (spoken > scribe.now) return;
  const by = said === "confirmed" ? written.row.reporterId : null;
  written.row = { ...written.row, confirmation: said, ...(by === null ? {} : { confirmedAt: spoken, confirmNote: note }) };
  scribe.move(written, said, by, spoken, note);
  scribe.event(said, written.row, by, spoken);
}

function verified(scribe: Scribe, written: Written, end: Extract<End, { as: "verified" }>, { verified: found }: Course): void {
  const trialFrom = found?.trialFrom ?? timeOf(scribe.plan, end.candidates[0]?.trialDaysAgo ?? 60, 9 * 60);
  if (found !== null && written.story.plan !== undefined) written.row = { ...written.row, measure: JSON.stringify(found.candidate.measure) };
  trialled(scribe, written, trialFrom);
  const adoptedAt = new Date(trialFrom.getTime() + ADOPT_AFTER * DAY_MS + 5 * 3_600_000);
  adopted(scribe, written, adoptedAt, end.note);
  if (found !== null) {
    const { comparison, verifiedAt } = found;
    const lead = written.owners[0]?.askedId ?? null;
    written.row = { ...written.row, state: "verified", comparison: JSON.stringify(comparison), verifiedAt, watchUntil: new Date(verifiedAt.getTime() + WATCH_DAYS * DAY_MS) };
    scribe.move(written, "verified", lead, verifiedAt, end.note);
    scribe.event("verified", written.row, lead, verifiedAt, { measure: found.candidate.measure.code, before: comparison.before.value ?? 0, after: comparison.after.value ?? 0, n: comparison.after.n });
    const returnedAt = new Date(verifiedAt.getTime() + DAY_MS);
    if (end.returned === true && returnedAt < scribe.now) {
      written.row = { ...written.row, returnedAt };
      scribe.move(written, "returned", null, returnedAt);
      scribe.event("returned", written.row, null, returnedAt, { by: "report", reportId: null });
    }
  }
  word(scribe, written, adoptedAt, end.word, end.said ?? null);
}

function climbed(scribe: Scribe, written: Written): void {
  const [owner] = written.owners;
  const leader = scribe.named(SIGN_INS.leader.email);
  if (owner === undefined || owner.dueAt > scribe.now || owner.askedId === leader.id) return;
  const at = owner.dueAt;
  scribe.event("climbed", written.row, null, at, { department: owner.departmentCode, from: owner.askedId, to: leader.id, level: 2 });
  Object.assign(owner, { askedBefore: JSON.stringify([owner.askedId]), askedId: leader.id, level: 2, askedAt: at, dueAt: addBusinessMinutes(scribe.now, 300, calendarOf("HO")) });
  scribe.move(written, "climbed", null, at);
  scribe.notice(written, "climbed", leader.id, at, { dueAt: owner.dueAt.toISOString() }, true);
}

/** Takes a story from its answer to where it stands today. */
export function carryOut(scribe: Scribe, written: Written, course: Course): void {
  const { end } = written.story;
  const [owner] = written.owners;
  if (end.as === "open") {
    if (end.climbed) climbed(scribe, written);
    else if (owner !== undefined) {
      owner.dueAt = owner.dueAt > scribe.now ? owner.dueAt : answerDue(scribe.now, 2, calendarOf(null));
      scribe.notice(written, "to-answer", owner.askedId, written.row.reportedAt, { dueAt: owner.dueAt.toISOString() }, true);
    }
  }
  if (end.as === "open" || end.as === "answered" || end.as === "merged" || written.row.answeredAt == null) return;
  planned(scribe, written, new Date(written.row.answeredAt.getTime() + 2 * 3_600_000));
  if (end.as === "planned") return;
  if (end.as === "verified") return verified(scribe, written, end, course);
  const trialFrom = timeOf(scribe.plan, end.trialDaysAgo, 9 * 60 + 15);
  trialled(scribe, written, trialFrom);
  const lead = owner?.askedId ?? null;
  if (end.as === "trialled") {
    stepsDone(written, new Date(trialFrom.getTime() + DAY_MS), false);
    if (end.denied === undefined) return;
    const [adoptedAt, deniedAt] = [14, 16].map((days) => new Date(trialFrom.getTime() + days * DAY_MS));
    if (adoptedAt === undefined || deniedAt === undefined) return;
    scribe.move(written, "adopted", lead, adoptedAt);
    scribe.event("adopted", written.row, lead, adoptedAt, { trial: 1 });
    scribe.move(written, "denied", written.row.reporterId, deniedAt, end.denied);
    scribe.event("denied", written.row, written.row.reporterId, deniedAt);
    written.row = { ...written.row, decidedAt: adoptedAt, confirmation: "denied", confirmBy: new Date(adoptedAt.getTime() + CONFIRM_DAYS * DAY_MS), confirmedAt: deniedAt, confirmNote: end.denied };
    return;
  }
  const decidedAt = new Date(trialFrom.getTime() + end.afterDays * DAY_MS);
  if (end.as === "adopted") {
    adopted(scribe, written, decidedAt, end.note);
    return word(scribe, written, decidedAt, end.word, end.said ?? null);
  }
  written.row = { ...written.row, state: "reverted", decidedAt };
  scribe.move(written, "reverted", lead, decidedAt, end.note);
  scribe.event("reverted", written.row, lead, decidedAt, { trial: 1 });
}
