import { z } from "zod";

export const STORY_VISIBILITIES = ["company", "team"] as const;
export type StoryVisibility = (typeof STORY_VISIBILITIES)[number];

/** What a story can be told from. */
export const STORY_SOURCES = ["decision", "recognition", "feedback"] as const;
export type StorySource = (typeof STORY_SOURCES)[number];

export const LONGEST_TITLE = 120;
export const LONGEST_PART = 3000;
export const LONGEST_LINE = 500;

/** Line breaks are kept, other control characters are not. */
const words = (limit: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(limit)
    .transform((text) => text.normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f]/g, ""));
const id = z.string().min(1).max(64);

export const lineText = words(LONGEST_LINE);
export const partText = words(LONGEST_PART);

/** The parts of a story that are its teller's own words, in the order they are read. */
export const STORY_PARTS = ["title", "happened", "felt", "unsaid", "did", "changed"] as const;
export type StoryPart = (typeof STORY_PARTS)[number];

export const storyFields = z.strictObject({
  title: words(LONGEST_TITLE),
  happened: partText,
  felt: words(LONGEST_LINE),
  unsaid: words(LONGEST_LINE).nullable(),
  did: partText,
  changed: words(LONGEST_LINE).nullable(),
  value: z.string().trim().min(1).max(64),
  language: z.enum(["vi", "en"]),
  touchpoint: words(80).nullable(),
  visibility: z.enum(STORY_VISIBILITIES),
  consent: z.boolean(),
  /** Why what was found stays as it is. */
  keptReason: lineText.nullable(),
  source: z.strictObject({ kind: z.enum(STORY_SOURCES), id }).nullable(),
});
export type StoryFields = z.output<typeof storyFields>;

export const STORY_REPORT_REASONS = ["recognisable", "untrue", "hurtful", "private_matter", "other"] as const;
export const storyReportFields = z.strictObject({ reason: z.enum(STORY_REPORT_REASONS), words: lineText.nullable() });
export type StoryReportFields = z.output<typeof storyReportFields>;

export const storySettlingFields = z.strictObject({ state: z.enum(["kept", "hidden"]), answer: lineText });
export type StorySettlingFields = z.output<typeof storySettlingFields>;

const day = z.iso.date();

export const cardFields = z.strictObject({ storyId: id, questionVi: lineText, questionEn: lineText, ruleCode: z.string().trim().min(1).max(64) });
export type CardFields = z.output<typeof cardFields>;

export const MOST_PRESENT = 60;
export const discussionFields = z.strictObject({ day, present: z.array(id).min(1).max(MOST_PRESENT), cameUp: lineText.nullable() });
export type DiscussionFields = z.output<typeof discussionFields>;

export const MOST_PLACES = 60;
export const circleFields = z.strictObject({
  theme: words(LONGEST_TITLE),
  about: partText.nullable(),
  day,
  time: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/),
  minutes: z.int().min(15).max(240),
  places: z.int().min(2).max(MOST_PLACES),
  where: words(160),
  link: z.url({ protocol: /^https$/ }).max(500).nullable(),
  storyId: id.nullable(),
  courseCode: z.string().trim().min(1).max(64).nullable(),
});
export type CircleFields = z.output<typeof circleFields>;
