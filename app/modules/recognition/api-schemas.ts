import { z } from "zod";
import { RECOGNITION_STATES } from "./domain/state.ts";
import { VISIBILITIES } from "./domain/visibility.ts";
import { addOnFields, commentText, evidenceRef, MOST_EVIDENCE, MOST_RECEIVERS, REACTIONS, recognitionFields, reportFields } from "./schemas.ts";

const instant = z.string().describe("RFC 3339 instant");
const bilingual = z.object({ vi: z.string(), en: z.string() });
const person = z.object({ id: z.string(), name: z.string() });
const email = z.string().trim().toLowerCase().min(3).max(254);

/** `receivers` are e-mails. */
export const recogniseBody = z.strictObject({
  receivers: z.array(email).min(1).max(MOST_RECEIVERS).describe("e-mails; never one's own"),
  value: recognitionFields.shape.value,
  behaviour: recognitionFields.shape.behaviour.describe("code of a behaviour of the value"),
  message: recognitionFields.shape.message,
  visibility: z.enum(VISIBILITIES).optional().describe("public unless told"),
  evidence: z.array(evidenceRef).max(MOST_EVIDENCE).optional(),
});
export type RecogniseBody = z.output<typeof recogniseBody>;

export const addOnBody = addOnFields.partial();
export const commentBody = z.strictObject({ text: commentText });
export const reportBody = z.strictObject({ reason: reportFields.shape.reason, words: reportFields.shape.words.optional() });

export const recognitionItem = z.object({
  id: z.string(),
  at: instant,
  giver: person,
  receivers: z.array(person),
  value: z.object({ code: z.string(), name: bilingual }),
  behaviour: bilingual,
  message: z.string(),
  visibility: z.enum(VISIBILITIES),
  state: z.enum(RECOGNITION_STATES),
  edited: z.boolean(),
  hidden: z.boolean(),
  evidence: z.array(z.object({ kind: z.string(), text: bilingual.nullable().describe("null: the caller may not know more"), at: instant.nullable(), href: z.string().nullable() })),
  addOns: z.int(),
  comments: z.int(),
  reactions: z.array(z.object({ kind: z.enum(REACTIONS), count: z.int(), mine: z.boolean() })),
});

export const recognisedAnswer = z.object({ id: z.string() });
export const recognitionStates = z.enum(RECOGNITION_STATES);
export const valueItem = z.object({
  code: z.string(),
  version: z.int(),
  active: z.boolean(),
  position: z.int(),
  name: bilingual,
  meaning: bilingual,
  behaviours: z.array(bilingual.extend({ code: z.string() })),
});
