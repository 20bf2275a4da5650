import { z } from "zod";
import { lineText, STORY_VISIBILITIES, storyFields } from "./schemas.ts";

const instant = z.string().describe("RFC 3339 instant");
const bilingual = z.object({ vi: z.string(), en: z.string() });
const person = z.object({ id: z.string(), name: z.string() });

export const storyBody = storyFields
  .extend({ visibility: storyFields.shape.visibility.describe("company unless told"), keptReason: storyFields.shape.keptReason.describe("why what was found stays as it is") })
  .partial({ unsaid: true, changed: true, language: true, touchpoint: true, visibility: true, consent: true, keptReason: true, source: true });
export type StoryBody = z.output<typeof storyBody>;

export const responseBody = z.strictObject({ text: lineText });
export const madeAnswer = z.object({ id: z.string() });
export const seatAnswer = z.object({ state: z.enum(["going", "waiting"]) });

export const storyCard = z.object({
  id: z.string(), title: z.string(), lead: z.string(), teller: person, at: instant, value: z.object({ code: z.string(), name: bilingual }), language: z.enum(["vi", "en"]),
  touchpoint: z.string().nullable(), visibility: z.enum(STORY_VISIBILITIES), draft: z.boolean(), hidden: z.boolean(), saved: z.boolean(),
});

const parts = z.object({ title: z.string(), happened: z.string(), felt: z.string(), unsaid: z.string().nullable(), did: z.string(), changed: z.string().nullable() });

export const storyItem = storyCard.extend({
  parts,
  edited: z.boolean(),
  source: z.object({ kind: z.string(), id: z.string() }).nullable(),
  answers: z.array(z.object({ person, text: z.string(), at: instant, own: z.boolean() })).nullable().describe("null: the caller has neither answered nor chosen to just read"),
  ownAnswer: z.string().nullable(),
});

export const lineUpItem = z.object({
  id: z.string(), week: z.string().describe("Monday, local day"), published: z.boolean(), story: storyCard.extend({ parts }).nullable().describe("null: taken back"), question: bilingual,
  rule: z.object({ code: z.string(), name: bilingual, why: bilingual }),
});

export const circleItem = z.object({
  id: z.string(), theme: z.string(), startsAt: instant, endsAt: instant, host: person, where: z.string(), places: z.int(), taken: z.int(), waiting: z.int(), cancelled: z.boolean(), mine: z.enum(["host", "going", "waiting"]).nullable(),
});
