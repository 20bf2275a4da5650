import { z } from "zod";
import { TOPICS } from "./bank.ts";
import { GROUP_KINDS } from "./domain/audience.ts";
import { STANCES } from "./domain/disclose.ts";
import { SCALES, TRENDS } from "./domain/figures.ts";
import { THEMES } from "./domain/themes.ts";
import { MODES } from "./domain/thresholds.ts";

const text = z.object({ vi: z.string(), en: z.string() });
const question = z.object({ code: z.string(), scale: z.enum(SCALES), topic: z.enum(TOPICS), text });
const group = z.object({ id: z.string(), kind: z.enum(GROUP_KINDS), name: text, invited: z.int() });
const interval = z.object({ low: z.number(), high: z.number() }).nullable();
const figure = z.object({ value: z.number(), banded: z.boolean(), interval, atLeast: z.int(), good: z.number().nullable(), bad: z.number().nullable() });

/** What may be told of a group; see domain/disclose.ts. */
const told = z.discriminatedUnion("state", [
  z.object({ state: z.literal("shown"), figure, trend: z.enum(TRENDS).nullable() }),
  z.object({ state: z.literal("trend"), trend: z.enum(TRENDS) }),
  z.object({ state: z.literal("named"), answer: z.enum(STANCES).nullable() }),
  z.object({ state: z.literal("hidden") }),
  z.object({ state: z.literal("open") }),
]);

const themes = z
  .object({ group, told: z.array(z.object({ theme: z.enum(THEMES), atLeast: z.int() })) })
  .nullable()
  .describe("of comments on a question in words: themes of the group, or of the next larger one, each of eight comments or more; null where they may not be told");

export const pulseItem = z.object({
  ...{ id: z.string(), title: text, about: z.string().nullable().describe("the person it is about, if it is about one"), state: z.enum(["draft", "scheduled", "open", "closed"]), mode: z.enum(MODES), opensOn: z.string(), closesOn: z.string() },
  closedOn: z.string().nullable().describe("the last day on which people could answer, before `closesOn` where it was closed early; null before it is over"),
  questions: z.int(),
  results: z.boolean().describe("the caller may read its results"),
  waits: z.boolean().describe("the caller is asked and has not answered"),
});

export const pulseAnswer = pulseItem.omit({ waits: true, questions: true, results: true }).extend({ kScores: z.int(), kComments: z.int(), questions: z.array(question) });

export const resultsAnswer = z.object({
  ...{ id: z.string(), title: text, about: pulseItem.shape.about, state: pulseItem.shape.state, kScores: z.int(), kComments: z.int() },
  group,
  groups: z.array(group).describe("those the caller may ask for"),
  responsePercent: z.int().nullable().describe("in whole steps of five; null where it may not be told"),
  results: z.array(z.object({ question, told, instead: z.object({ group, told }).nullable(), comments: z.array(z.string()).nullable(), themes })),
});

export const madePulse = z.object({ id: z.string() });
export const madeAbout = z.object({ ids: z.array(z.string()).describe("a draft about each, in no order of the question") });
export const launchedPulse = z.object({ invited: z.int() });
export const addedQuestion = z.object({ code: z.string() });
export const thresholdAnswer = z.object({ k: z.int() });
export const keptAnswer = z.object({ kept: z.literal(true) });
