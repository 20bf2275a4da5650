import type { Prisma } from "#db/generated/client.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import type { Question } from "./bank.ts";
import type { Frame } from "./domain/audience.ts";
import { disclose, type Disclosure, discloseThemes, discloseTurnout, type ThemeTold, type Wave } from "./domain/disclose.ts";
import { NOTHING, plus, type Tally, tallyOf } from "./domain/figures.ts";
import { modeOf } from "./domain/thresholds.ts";
import { endOf, lastDay } from "./pulse.server.ts";
import { readFrame, readQuestions, readTurnout } from "./stored.ts";
import { countThemes } from "./themes.server.ts";

type Row = Prisma.PulseGetPayload<object>;

/** A launched pulse with what was frozen in it. */
export interface Launched {
  readonly row: Row;
  readonly frame: Frame;
  readonly questions: readonly Question[];
  readonly open: boolean;
}

/** Groups of a line called by the name their leader has now; erased with it. */
export function namedFrame(frame: Frame): Frame {
  const leaders = findPeople(frame.groups.flatMap(({ kind, ref }) => (kind === "line" ? [ref] : [])));
  const nameOf = (id: string) => leaders.get(id)?.name ?? "–";
  return { ...frame, groups: frame.groups.map((group) => (group.kind === "line" ? { ...group, name: { vi: nameOf(group.ref), en: nameOf(group.ref) } } : group)) };
}

/** A pulse with what was frozen in it; null for a draft. */
export function launchedOf(row: Row): Launched | null {
  return row.frame === null ? null : { row, frame: namedFrame(readFrame(row.frame, row.turnout)), questions: readQuestions(row.questions), open: row.state !== "closed" };
}

/** Pulses that were over on a day: past their last one, or closed before. */
export const overBy = (day: string): Prisma.PulseWhereInput => ({ state: "closed", OR: [{ closesOn: { lte: day } }, { closedAt: { lt: endOf(day) } }] });

async function membersOf(pulseId: string): Promise<Map<string, string[]>> {
  const members = new Map<string, string[]>();
  for (const { personId, cell } of await db.pulseInvitation.findMany({ where: { pulseId }, select: { personId: true, cell: true } })) {
    const those = members.get(cell);
    if (those === undefined) members.set(cell, [personId]);
    else those.push(personId);
  }
  return members;
}

/** Counts of a closed pulse, by question and cell; nothing is read of one that is open. */
async function talliesOf({ row, questions, open }: Launched): Promise<Map<string, Map<string, Tally>>> {
  const scales = new Map(questions.map(({ code, scale }) => [code, scale]));
  const tallies = new Map<string, Map<string, Tally>>(questions.map(({ code }) => [code, new Map()]));
  if (open) return tallies;
  const counts = await db.pulseAnswer.groupBy({ by: ["question", "cell", "value"], where: { pulseId: row.id }, _count: { _all: true } });
  for (const { question, cell, value, _count } of counts) {
    const [scale, cells] = [scales.get(question), tallies.get(question)];
    if (scale === undefined || cells === undefined) continue;
    const one = value === null ? { n: 1, good: 0, bad: 0 } : tallyOf(scale, value);
    cells.set(cell, plus(cells.get(cell) ?? NOTHING, { n: one.n * _count._all, good: one.good * _count._all, bad: one.bad * _count._all }));
  }
  return tallies;
}

interface Read {
  readonly launched: Launched;
  readonly members: ReadonlyMap<string, readonly string[]>;
  readonly tallies: ReadonlyMap<string, ReadonlyMap<string, Tally>>;
}

function waveOf({ launched: { row, frame, open }, members, tallies }: Read, question: Question): Wave {
  const k = question.scale === "text" ? row.kComments : row.kScores;
  return { id: row.id, open, mode: modeOf(row.mode), k, frame, members, tallies: tallies.get(question.code) ?? new Map() };
}

/** A pulse and, by question, what may be told of it and of the waves before it in which the same was asked. */
export interface Told {
  readonly launched: Launched;
  readonly byQuestion: ReadonlyMap<string, readonly (Disclosure & { readonly closesOn: string; readonly frame: Frame })[]>;
  /** Of what was written, by question and group; empty while it is open. */
  readonly themes: ReadonlyMap<string, ReadonlyMap<string, readonly ThemeTold[]>>;
  /** By group, in per cent; empty while it is open. */
  readonly turnout: ReadonlyMap<string, number>;
}

/**
 * Everything that may be told of a launched pulse: all that leaves this module about answers comes from here. Waves are
 * all pulses in which a question was asked, in the order in which they closed.
 */
export async function tellOf(launched: Launched): Promise<Told> {
  const { row, questions } = launched;
  const before = row.closedAt === null ? {} : { OR: [{ closedAt: { lt: row.closedAt } }, { closedAt: row.closedAt, id: { lt: row.id } }] };
  const closed = await db.pulse.findMany({
    where: { state: "closed", subjectId: row.subjectId, id: { not: row.id }, ...before },
    orderBy: [{ closedAt: "asc" }, { id: "asc" }],
  });
  const asked = new Set(questions.map(({ code }) => code));
  const earlier = closed.map(launchedOf).filter((each): each is Launched => each !== null && each.questions.some(({ code }) => asked.has(code)));
  const read = await Promise.all([...earlier, launched].map(async (each): Promise<Read> => ({ launched: each, members: await membersOf(each.row.id), tallies: await talliesOf(each) })));
  const byQuestion = questions.map((question) => {
    // What was written is never set beside an earlier wave.
    const those = read.filter(({ launched: each }) => each === launched || (question.scale !== "text" && each.questions.some(({ code }) => code === question.code)));
    const told = disclose(those.map((one) => waveOf(one, question)), question.scale);
    return [question.code, told.flatMap((one, index) => {
      const of = those[index]?.launched;
      return of === undefined ? [] : [{ ...one, closesOn: lastDay(of.row), frame: of.frame }];
    })] as const;
  });
  const [last] = read.slice(-1);
  const told = new Map(byQuestion);
  return { launched, byQuestion: told, themes: last === undefined ? new Map() : await themesOf(last, told), turnout: turnoutOf(launched) };
}

function turnoutOf({ row, frame, open }: Launched): ReadonlyMap<string, number> {
  if (row.turnout === null) return new Map();
  return discloseTurnout({ frame, mode: modeOf(row.mode), k: row.kScores, open }, readTurnout(row.turnout));
}

async function themesOf(read: Read, told: ReadonlyMap<string, readonly Disclosure[]>): Promise<Map<string, ReadonlyMap<string, readonly ThemeTold[]>>> {
  const { row, questions, open } = read.launched;
  const themes = new Map<string, ReadonlyMap<string, readonly ThemeTold[]>>();
  for (const question of open ? [] : questions.filter(({ scale }) => scale === "text")) {
    const comments = told.get(question.code)?.at(-1);
    if (comments !== undefined) themes.set(question.code, discloseThemes(waveOf(read, question), comments, await countThemes(row.id, question.code)));
  }
  return themes;
}

/** What was written in cells whose comments may be told, in the order of their random keys. */
export async function textsIn(pulseId: string, question: string, cells: readonly string[]): Promise<string[]> {
  const rows = await db.pulseAnswer.findMany({ where: { pulseId, question, cell: { in: [...cells] }, text: { not: null } }, orderBy: { id: "asc" }, select: { text: true } });
  return rows.flatMap(({ text }) => (text === null ? [] : [text]));
}
