import { z } from "zod";
import { TOPICS } from "./bank.ts";
import { GROUP_KINDS, type Frame } from "./domain/audience.ts";
import { SCALES } from "./domain/figures.ts";

const local = z.object({ vi: z.string(), en: z.string() });
const questions = z.array(z.object({ code: z.string(), scale: z.enum(SCALES), topic: z.enum(TOPICS), text: local }));
const frame = z.object({
  cells: z.array(z.object({ id: z.string(), invited: z.int() })),
  groups: z.array(z.object({ id: z.string(), kind: z.enum(GROUP_KINDS), ref: z.string(), name: local, cells: z.array(z.string()), invited: z.int() })),
  leaders: z.record(z.string(), z.object({ group: z.string(), own: z.boolean() })),
  named: z.array(z.string()).default([]),
});
const audience = z.object({ departments: z.array(z.string()), sites: z.array(z.string()) });
const codes = z.array(z.string());
const sealed = z.object({ cell: z.string(), answers: z.array(z.tuple([z.string(), z.union([z.int(), z.string()])])) });
const turnout = z.record(z.string(), z.int());

/** An audience that leaves nobody out. */
export const EVERYBODY = JSON.stringify({ departments: [], sites: [] } satisfies z.infer<typeof audience>);
/** Codes of the questions that a draft holds. */
export const readCodes = (stored: string) => codes.parse(JSON.parse(stored));
/** Questions as they were frozen at launch. */
export const readQuestions = (stored: string) => questions.parse(JSON.parse(stored));
/** The departments and sites that are asked; both empty: everybody. */
export const readAudience = (stored: string) => audience.parse(JSON.parse(stored));
/** What one box holds, once it was opened. */
export const readSealed = (opened: string) => sealed.parse(JSON.parse(opened));
export type SealedAnswers = z.infer<typeof sealed>;

/** How many answered, by what is kept together: cells joined by `+`. */
export const writeTurnout = (kept: readonly (readonly string[])[], answered: ReadonlyMap<string, number>): string =>
  JSON.stringify(Object.fromEntries(kept.map((cells) => [cells.join("+"), cells.reduce((sum, cell) => sum + (answered.get(cell) ?? 0), 0)])));

const partsOf = (stored: string) => Object.entries(turnout.parse(JSON.parse(stored))).map(([cells, answered]) => ({ cells: cells.split("+"), answered }));

/** How many answered, by the cell that answers are kept under. */
export const readTurnout = (stored: string): ReadonlyMap<string, number> => new Map(partsOf(stored).flatMap(({ cells: [first], answered }) => (first === undefined ? [] : [[first, answered] as const])));

/** Groups and cells as they were frozen, and since it closed which cells are kept together. */
export function readFrame(stored: string, closedWith: string | null): Frame {
  const frozen = frame.parse(JSON.parse(stored));
  if (closedWith === null) return frozen;
  const parts = partsOf(closedWith).map(({ cells }) => cells);
  const alone = frozen.cells.filter(({ id }) => !parts.some((cells) => cells.includes(id))).map(({ id }) => [id]);
  return { ...frozen, kept: [...parts, ...alone] };
}
