import { z } from "zod";
import { cardFields, circleFields, discussionFields, lineText, MOST_PLACES, partText, STORY_VISIBILITIES, storyFields } from "./schemas.ts";

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

export const circleDetail = circleItem.extend({
  about: z.string().nullable(), minutes: z.int(), link: z.string().nullable().describe("for the host and whoever has a seat or waits"), story: z.object({ id: z.string(), title: z.string() }).nullable(),
  course: z.object({ code: z.string(), name: bilingual }).nullable(), cancelledWhy: z.string().nullable(), learnt: z.string().nullable(), past: z.boolean(),
  going: z.array(person.extend({ attended: z.boolean().nullable().describe("null: not marked") })), queue: z.array(person).describe("who waits, first come first"),
});

const described = { day: circleFields.shape.day.describe("local day"), time: circleFields.shape.time.describe("local time, HH:MM"), link: circleFields.shape.link.describe("https; only whoever takes part sees it") };
export const circleBody = circleFields.extend(described).partial({ about: true, link: true, storyId: true, courseCode: true });
export type CircleBody = z.output<typeof circleBody>;
export const circleChange = circleBody.omit({ storyId: true, courseCode: true });
export const whyBody = z.strictObject({ why: lineText });
export const attendanceBody = z.strictObject({ came: z.array(z.string().min(1).max(64)).max(MOST_PLACES).describe("ids of those who had a seat and came") });
export const learntBody = z.strictObject({ learnt: partText });

export const cardBody = cardFields.extend({ ruleCode: cardFields.shape.ruleCode.describe("a rule in force") });
export const discussionBody = discussionFields
  .extend({ day: discussionFields.shape.day.describe("a local day of that week or the next, today at the latest"), present: z.array(z.email().max(254)).min(1).max(MOST_PLACES).describe("e-mails of the caller's own team") })
  .partial({ cameUp: true });
export type DiscussionBody = z.output<typeof discussionBody>;
export const weekAnswer = z.object({ week: z.string() });
