import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { db } from "#platform/db.server.ts";
import { isOverdue } from "./domain/answer-clock.ts";
import { burdenMinutes, NO_BURDEN, removed } from "./domain/burden.ts";
import { headline } from "./domain/headline.ts";
import { speaksFor } from "./domain/sight.ts";
import { type Answer, type Confirmation, type ImprovementState, mayConfirm, openMoves } from "./domain/states.ts";
import { effectOf, type Records } from "./effect.server.ts";
import { departmentNames, peopleNames, siteNames } from "./names.server.ts";
import { readableImprovements } from "./queries-list.server.ts";
import { burdenShape, type Kind, sampleShape, stored } from "./schemas.ts";
import type { EffectView, Frequency, ImprovementView, Lens, OwnerView, PersonView, PlaceView, PlanView, StoryLine, Way } from "./view-models.ts";

const DETAIL = {
  owners: { orderBy: [{ lead: "desc" as const }, { departmentCode: "asc" as const }] },
  reporters: { orderBy: { at: "asc" as const } },
  steps: { orderBy: { position: "asc" as const } },
  figures: { orderBy: [{ at: "asc" as const }, { id: "asc" as const }] },
  moves: { orderBy: [{ at: "asc" as const }, { id: "asc" as const }] },
  procedure: { select: { id: true, nameVi: true, nameEn: true } },
  mergedInto: { select: { id: true, number: true } },
  merged: { select: { id: true, number: true }, orderBy: { reportedAt: "asc" as const } },
} as const satisfies Prisma.ImprovementInclude;

type Stored = Prisma.ImprovementGetPayload<{ include: typeof DETAIL }>;
type NameOf = (id: string) => PersonView;

const iso = (at: Date | null) => at?.toISOString() ?? null;

function planView(row: Stored): PlanView | null {
  if (row.planText === null || row.plannedAt === null) return null;
  const burden = stored(burdenShape, row.burden) ?? NO_BURDEN;
  const burdenAfter = stored(burdenShape, row.burdenAfter) ?? NO_BURDEN;
  return {
    ...{ text: row.planText, lensKind: row.lensKind as Lens, lensText: row.lensText ?? "", evidence: row.evidence, way: row.way as Way, burden, burdenAfter },
    ...{ before: burdenMinutes(burden), removed: removed(burden, burdenAfter), at: row.plannedAt.toISOString() },
  };
}

function ownerView(owner: Stored["owners"][number], state: string, department: PlaceView, name: NameOf, now: Date): OwnerView {
  const { lead, level, words, law, answeredById } = owner;
  return {
    ...{ department, lead, level, words, law, asked: name(owner.askedId), dueAt: owner.dueAt.toISOString() },
    overdue: state === "reported" && isOverdue({ dueAt: owner.dueAt, answered: owner.answeredAt !== null }, now),
    answer: owner.answer as Answer | null,
    answeredBy: answeredById === null ? null : name(answeredById),
    answeredAt: iso(owner.answeredAt),
  };
}

async function effectView(row: Stored, name: NameOf, now: Date, records: Records): Promise<EffectView | null> {
  const effect = await effectOf(row, now, records);
  if (effect === null) return null;
  const { measure, before, after, comparison } = effect;
  const trial = row.trialFrom === null ? row.trials + 1 : row.trials;
  const pointsOf = (sample: typeof before.sample) => ("values" in sample ? sample.values : []);
  const time = ({ from, to }: typeof before) => ({ from: iso(from), to: iso(to) });
  return {
    measure,
    before: time(before),
    after: time(after),
    comparison,
    points: measure.shape === "series" ? { before: pointsOf(before.sample), after: pointsOf(after.sample) } : null,
    sources: row.figures
      .filter((figure) => figure.trial === trial)
      .map(({ phase, source, sample, at, byId }) => {
        const counted = sampleShape.parse(JSON.parse(sample));
        return { phase: phase as "before" | "after", source, n: "values" in counted ? counted.values.length : counted.n, at: at.toISOString(), by: byId === null ? "" : name(byId).name };
      }),
  };
}

function mayOf(actor: Actor, row: Stored, place: (code: string) => PlaceView): ImprovementView["may"] {
  const state = row.state as ImprovementState;
  const answers = can(actor, "improvements.answer");
  const voices = answers ? row.owners.filter((owner) => speaksFor(actor, owner, row.siteCode)) : [];
  const mine = row.reporters.some(({ personId }) => personId === actor.personId);
  const speaks = voices.length > 0;
  const own = row.measure !== null && (JSON.parse(row.measure) as { code: string }).code === "own";
  const figures = state === "planned" ? "before" : state === "trialled" || state === "adopted" ? "after" : null;
  return {
    answer: state === "reported" && !mine ? voices.filter(({ answeredAt }) => answeredAt === null).map(({ departmentCode }) => place(departmentCode)) : [],
    moves: speaks ? openMoves(state, row.answer as Answer | null) : [],
    addStep: speaks && ["planned", "trialled", "adopted"].includes(state),
    figures: speaks && own ? figures : null,
    confirm: mine && can(actor, "improvements.report") && mayConfirm(state, row.confirmation as Confirmation | null),
    arrange: can(actor, "improvements.arrange") && (state === "reported" || state === "answered"),
  };
}

/**
 * One improvement, from report to verified effect, for somebody who may know of it; null else.
 * @param records what the system counts, for its before and after
 */
export async function improvementDetail(actor: Actor, id: string, now: Date, records: Records): Promise<ImprovementView | null> {
  const row = await db.improvement.findFirst({ where: { AND: [{ id }, readableImprovements(actor)] }, include: DETAIL });
  if (row === null) return null;
  const ids = [...row.reporters.map(({ personId }) => personId), ...row.owners.flatMap(({ askedId, answeredById }) => [askedId, answeredById]), ...row.steps.map(({ ownerId }) => ownerId), ...row.moves.map(({ byId }) => byId), ...row.figures.map(({ byId }) => byId)];
  const name = peopleNames(ids);
  const [department, site] = await Promise.all([departmentNames(), siteNames()]);
  const may = mayOf(actor, row, department);
  const story = row.moves.map(({ id: move, at, byId, move: kind, note }): StoryLine => ({ id: move, at: at.toISOString(), by: byId === null ? null : name(byId).name, move: kind as StoryLine["move"], note }));
  return {
    ...{ id: row.id, number: row.number, kind: row.kind as Kind, state: row.state as ImprovementState, answer: row.answer as Answer | null },
    ...{ title: headline(row.what), what: row.what, cost: row.cost, often: row.often as Frequency, reportedAt: row.reportedAt.toISOString() },
    reporters: row.reporters.map(({ personId }) => name(personId)),
    mine: row.reporters.some(({ personId }) => personId === actor.personId),
    site: row.siteCode === null ? null : site(row.siteCode),
    ...{ touchpoint: row.touchpoint, rule: row.rule, decisionId: row.decisionId },
    procedure: row.procedure === null ? null : { id: row.procedure.id, name: { vi: row.procedure.nameVi, en: row.procedure.nameEn } },
    owners: row.owners.map((owner) => ownerView(owner, row.state, department(owner.departmentCode), name, now)),
    plan: planView(row),
    steps: row.steps.map(({ id: step, text, ownerId, dueDay, doneAt }) => ({
      ...{ id: step, text, owner: name(ownerId), dueDay, doneAt: iso(doneAt) },
      mayFinish: doneAt === null && can(actor, "improvements.finish-step") && (ownerId === actor.personId || may.addStep),
    })),
    trialFrom: iso(row.trialFrom),
    effect: await effectView(row, name, now, records),
    decidedAt: iso(row.decidedAt),
    ...{ confirmation: row.confirmation as Confirmation | null, confirmBy: iso(row.confirmBy), confirmedAt: iso(row.confirmedAt), confirmNote: row.confirmNote },
    ...{ verifiedAt: iso(row.verifiedAt), watchUntil: iso(row.watchUntil), returnedAt: iso(row.returnedAt) },
    ...{ mergedInto: row.mergedInto, merged: row.merged, story, may },
  };
}
