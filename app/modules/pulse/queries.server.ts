import type { Actor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import type { Prisma } from "#db/generated/client.ts";
import { lineAbove } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { aboutOf, readableAbout, readsAbout } from "./about.server.ts";
import type { Frame, LocalName } from "./domain/audience.ts";
import { type Sight, sightOf, wholeSight } from "./domain/sight.ts";
import { modeOf } from "./domain/thresholds.ts";
import { lastDay, today } from "./pulse.server.ts";
import { resultsView } from "./results-view.ts";
import { type Launched, launchedOf, tellOf, textsIn } from "./waves.server.ts";
import type { PulseRow, PulseState, Promised, ResultsView } from "./view-models.ts";

type Row = Prisma.PulseGetPayload<object>;

/** Pulses the actor may know of: those they are asked in, and all launched ones and drafts for who reads groups. */
async function readable(actor: Actor): Promise<Prisma.PulseWhereInput> {
  const ofGroups = can(actor, "pulses.read-groups") ? {} : { state: { not: "draft" }, invitations: { some: { personId: actor.personId ?? "" } } };
  return { OR: [{ subjectId: null, ...ofGroups }, await readableAbout(actor)] };
}

/** The title in both languages. */
export const titleOf = ({ titleVi, titleEn }: Pick<Row, "titleVi" | "titleEn">) => ({ vi: titleVi, en: titleEn });
/** Where a pulse stands; what is no state counts as over. */
export const stateOf = ({ state }: Pick<Row, "state">): PulseState => (["draft", "scheduled", "open", "closed"] as const).find((each) => each === state) ?? "closed";
/** What is promised to whoever answers. */
export const promiseOf = ({ mode, kScores, kComments, opensOn, closesOn }: Row): Promised => ({ mode: modeOf(mode), kScores, kComments, opensOn, closesOn });

const SHOWN = 60;

/** The pulses an actor may know of, those to answer first, then newest first. */
export async function pulseRows(actor: Actor, now: Date): Promise<PulseRow[]> {
  const mine = { where: { personId: actor.personId ?? "" }, select: { spent: true } };
  const rows = await db.pulse.findMany({ where: await readable(actor), include: { invitations: mine }, orderBy: [{ opensOn: "desc" }, { id: "desc" }], take: SHOWN });
  const waiting = new Set((await pulsesToAnswer(actor, now)).map(({ id }) => id));
  const list = rows.map((row) => {
    const { mode, opensOn, closesOn } = promiseOf(row);
    const state = stateOf(row);
    return {
      ...{ id: row.id, title: titleOf(row), about: aboutOf(row), state, mode, opensOn, closesOn },
      results: state === "closed" && (row.subjectId === null || readsAbout(actor, row.subjectId)),
      questions: (JSON.parse(row.questions) as unknown[]).length,
      waits: waiting.has(row.id),
      closedOn: state === "closed" ? lastDay(row) : null,
      seat: row.invitations.length === 0 ? null : state === "open" && row.invitations.some(({ spent }) => spent) ? ("answered" as const) : ("asked" as const),
    };
  });
  return [...list.filter(({ waits }) => waits), ...list.filter(({ waits }) => !waits)];
}

interface WaitingPulse {
  readonly id: string;
  readonly title: LocalName;
  /** Its last day. */
  readonly closesOn: string;
}

/** Open pulses somebody has not answered yet, those that end first before. */
export async function pulsesToAnswer(actor: Actor, now: Date): Promise<WaitingPulse[]> {
  if (actor.kind === "service" || !can(actor, "pulses.answer")) return [];
  const day = today(now);
  const rows = await db.pulse.findMany({
    where: { state: "open", opensOn: { lte: day }, closesOn: { gte: day }, invitations: { some: { personId: actor.personId, spent: false } } },
    orderBy: [{ closesOn: "asc" }, { id: "asc" }],
  });
  return rows.map((row) => ({ id: row.id, title: titleOf(row), closesOn: row.closesOn }));
}

/** One pulse the actor may know of; null for any other. */
export async function findPulse(actor: Actor, id: string): Promise<Row | null> {
  return db.pulse.findFirst({ where: { AND: [{ id }, await readable(actor)] } });
}

/** A launched pulse with what may be told of it; null for one the actor may not know of, and for a draft. */
export async function findLaunched(actor: Actor, id: string): Promise<Launched | null> {
  const row = await findPulse(actor, id);
  return row === null ? null : launchedOf(row);
}

/** What is being done about a result, as everybody who was asked reads it. */
export interface ActionRow {
  readonly improvementId: string;
  readonly question: string;
  readonly words: string;
  readonly at: Date;
}

const ACTION = { select: { improvementId: true, question: true, words: true, at: true }, orderBy: [{ at: "desc" as const }, { improvementId: "asc" as const }] };

/** What is being done about a pulse's results, newest first. */
export async function actionsOf(pulseId: string): Promise<ActionRow[]> {
  return db.pulseAction.findMany({ where: { pulseId }, ...ACTION });
}

/** How much of what others changed a small team reads. */
const ELSEWHERE = 3;

/** How many actions are looked through for it. */
const LOOKED_THROUGH = 60;

/**
 * What others did after they were asked, newest first, for a small team to learn from: about other pulses, and for
 * `leaderId` about this one too where neither they nor anybody of their line said so.
 */
export async function actionsElsewhere(pulseId: string, leaderId: string | null = null): Promise<ActionRow[]> {
  const rows = await db.pulseAction.findMany({ where: leaderId === null ? { pulseId: { not: pulseId } } : {}, ...ACTION, select: { ...ACTION.select, pulseId: true, byId: true }, take: LOOKED_THROUGH });
  const within = (byId: string | null) => byId !== null && (byId === leaderId || lineAbove(byId).some(({ id }) => id === leaderId));
  return rows.filter(({ pulseId: of, byId }) => of !== pulseId || !within(byId)).slice(0, ELSEWHERE);
}

/** What somebody may ask for of a pulse they may read: of one about a person all of it, else as their role and their line allow. */
export function sightFor(actor: Actor, { subjectId }: Pick<Row, "subjectId">, frame: Frame): Sight {
  if (subjectId !== null) return wholeSight(frame);
  const sight = sightOf(frame, { personId: actor.personId, readsGroups: can(actor, "pulses.read-groups") });
  // What people wrote is for those who may read it: who holds a token may be somebody who must not.
  return actor.kind === "service" ? { ...sight, texts: () => false } : sight;
}

/** The results of a pulse for one reader; `wanted`: the group asked for. Null where the pulse is not theirs to know of. */
export async function pulseResults(actor: Actor, id: string, wanted: string | null): Promise<ResultsView | null> {
  const launched = await findLaunched(actor, id);
  if (launched === null) return null;
  const { row, frame, questions } = launched;
  if (row.subjectId !== null && !readsAbout(actor, row.subjectId)) return null;
  const { byQuestion, themes, turnout } = await tellOf(launched);
  const telling = { id, title: titleOf(row), about: aboutOf(row), state: stateOf(row), promise: promiseOf(row), frame, questions, byQuestion, themes, turnout };
  return resultsView(telling, sightFor(actor, row, frame), wanted, (question, cells) => textsIn(id, question, cells));
}
