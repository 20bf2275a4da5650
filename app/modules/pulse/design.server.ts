import type { Actor } from "#access/actor.ts";
import { addDays } from "#kernel/period.ts";
import { db } from "#platform/db.server.ts";
import { BANK, CIRCLE_PULSE, fits, LOYAL_PULSE, type Question } from "./bank.ts";
import { FLOORS, modeOf } from "./domain/thresholds.ts";
import { nextQuestions } from "./domain/rotation.ts";
import { transaction } from "#platform/transaction.server.ts";
import { aboutOf, readsAbout } from "./about.server.ts";
import { drawNow, type LeaderNow, leadersNow } from "./company.server.ts";
import type { GroupKind } from "./domain/audience.ts";
import { bankWith, lastDay, raisedTo, RAISED, today } from "./pulse.server.ts";
import { findPulse, stateOf } from "./queries.server.ts";
import { launchedOf } from "./waves.server.ts";
import { readAudience, readCodes } from "./stored.ts";
import type { PulseFields } from "./schemas.ts";

/** How many questions of the rotation a new pulse is proposed with. */
const PROPOSED = 6;

/** A question of the bank with the day on which it was last asked, or is to be asked next. */
export interface BankQuestion extends Question {
  readonly own: boolean;
  readonly lastAsked: string | null;
  /** That day is still to come. */
  readonly comes: boolean;
}

export interface DesignView {
  readonly bank: readonly BankQuestion[];
  /** From how many people on scores of anonymous pulses are told at least. */
  readonly raised: number;
  readonly fields: PulseFields;
}

async function bankNow(aboutSomebody: boolean): Promise<BankQuestion[]> {
  const own = await db.pulseQuestion.findMany({ where: { active: true }, orderBy: { code: "asc" } });
  const rows = await db.pulse.findMany({ where: { state: { in: ["scheduled", "open", "closed"] } }, orderBy: { id: "asc" } });
  const asked = rows.map((row) => ({ row, day: row.state === "closed" ? lastDay(row) : row.opensOn, comes: row.state === "scheduled" })).sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
  const lastAsked = new Map(asked.flatMap(({ row, day, comes }) => launchedOf(row)?.questions.map(({ code }) => [code, { lastAsked: day, comes }] as const) ?? []));
  return bankWith(own).filter((question) => fits(question, aboutSomebody)).map((question) => ({ ...question, lastAsked: null, comes: false, ...lastAsked.get(question.code) }));
}

/** From how many people on scores of anonymous pulses are told at least, now. */
export async function raisedThreshold(): Promise<number> {
  return raisedTo((await db.setting.findUnique({ where: { name: RAISED } }))?.value);
}

const DAYS_OPEN = 10;
const REMIND_AFTER = 6;

/** The days a form begins with. */
function daysFrom(now: Date): Pick<PulseFields, "opensOn" | "closesOn" | "remindOn"> {
  const opensOn = addDays(today(now), 1);
  return { opensOn, closesOn: addDays(opensOn, DAYS_OPEN), remindOn: addDays(opensOn, REMIND_AFTER) };
}

/** What an anonymous pulse of everybody promises, and when, unless HR says otherwise; `raised`: the least that scores are told from. */
export function firstPromise(raised: number, now: Date) {
  return { mode: "anonymous", kScores: raised, kComments: Math.max(FLOORS.anonymous.comments, raised), ...daysFrom(now) } as const;
}

/** What the form of a new pulse begins with: the quarter's question, or those whose turn it is. */
export async function newDesign(kind: "loyal" | "rotation", now: Date): Promise<DesignView> {
  const [bank, raised] = [await bankNow(false), await raisedThreshold()];
  const turns = new Map([...new Set(bank.flatMap(({ lastAsked }) => (lastAsked === null ? [] : [lastAsked])))].sort().map((day, index) => [day, index]));
  const lastAsked = new Map(bank.flatMap(({ code, lastAsked: day }) => (day === null ? [] : [[code, turns.get(day) ?? 0] as const])));
  const questions = kind === "loyal" ? [...LOYAL_PULSE.questions] : nextQuestions(bank.map(({ code, topic, scale }) => ({ code, topic, words: scale === "text" })), lastAsked, PROPOSED);
  const title = kind === "loyal" ? LOYAL_PULSE.title : { vi: "", en: "" };
  return { bank, raised, fields: { titleVi: title.vi, titleEn: title.en, questions, departments: [], sites: [], ...firstPromise(raised, now) } };
}

/** What the form begins with that asks about leaders, and everybody who leads somebody, by given name. */
export async function newCircle(now: Date): Promise<DesignView & { readonly leaders: readonly (LeaderNow & { readonly id: string; readonly name: string })[] }> {
  const found = await transaction(leadersNow);
  const named = await db.person.findMany({ where: { id: { in: [...found.keys()] } }, orderBy: [{ nameSort: "asc" }, { id: "asc" }], select: { id: true, name: true } });
  const leaders = named.map(({ id, name }) => ({ place: null, around: null, ...found.get(id), id, name }));
  const { scores, comments } = FLOORS.confidential;
  const { title, questions } = CIRCLE_PULSE;
  const promise = { mode: "confidential", kScores: scores, kComments: comments } as const;
  const fields = { titleVi: title.vi, titleEn: title.en, ...promise, questions: [...questions], departments: [], sites: [], ...daysFrom(now) };
  return { bank: await bankNow(true), raised: await raisedThreshold(), leaders, fields };
}

/** A pulse's page for who designs and watches pulses. */
export interface PulseView extends DesignView {
  readonly id: string;
  readonly state: ReturnType<typeof stateOf>;
  readonly revision: number;
  /** The last day on which people could answer; null before it is over. */
  readonly closedOn: string | null;
  readonly questions: readonly Question[];
  readonly invited: number | null;
  readonly cells: number | null;
  /** The person it is about, if it is about one; and those around them, as proposed or frozen, empty where they are too few. */
  readonly about: string | null;
  readonly mayReadResults: boolean;
  readonly circle: readonly { readonly kind: GroupKind; readonly invited: number }[] | null;
  /** Of a draft: how many would be asked if it were launched now; null where they are too few, and once it is launched. */
  readonly wouldAsk: number | null;
}

/** A pulse with its design; null for one that is not the actor's to know of. */
export async function pulseView(actor: Actor, id: string): Promise<PulseView | null> {
  const row = await findPulse(actor, id);
  if (row === null) return null;
  const [bank, raised] = [await bankNow(row.subjectId !== null), await raisedThreshold()];
  const launched = launchedOf(row);
  const codes = launched === null ? readCodes(row.questions) : launched.questions.map(({ code }) => code);
  const { titleVi, titleEn, kScores, kComments, opensOn, closesOn, remindOn, revision, invited } = row;
  const known = new Map<string, Question>([...BANK, ...bank].map((question) => [question.code, question]));
  const questions = launched?.questions ?? codes.flatMap((code) => known.get(code) ?? []);
  const drawn = launched === null ? await transaction((tx) => drawNow(tx, row)) : null;
  const frame = row.subjectId === null ? null : (launched?.frame ?? drawn?.frame);
  const circle = frame === null ? null : (frame?.groups ?? []).map(({ kind, invited: of }) => ({ kind, invited: of }));
  return {
    ...{ id, state: stateOf(row), revision, questions, invited, bank, raised, circle },
    about: aboutOf(row),
    closedOn: stateOf(row) === "closed" ? lastDay(row) : null,
    wouldAsk: drawn?.cellOf.size ?? null,
    mayReadResults: row.subjectId === null || readsAbout(actor, row.subjectId),
    cells: launched?.frame.cells.length ?? null,
    fields: {
      ...{ titleVi, titleEn, mode: modeOf(row.mode), kScores, kComments, opensOn, closesOn, remindOn },
      ...{ questions: codes, ...readAudience(row.audience) },
    },
  };
}
