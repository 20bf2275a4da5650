import { z } from "zod";
import { THREAD_KINDS } from "./kinds.ts";

/** The relations a person may draw; the others follow from what happened. */
export const DRAWN_RELATIONS = ["caused_by", "changed", "answers", "tells_of", "serves", "follows"] as const;

const end = z.strictObject({ kind: z.enum(THREAD_KINDS), id: z.string().min(1).max(200) });

export const drawnLink = z.strictObject({
  from: end,
  to: end,
  relation: z.enum(DRAWN_RELATIONS),
  note: z.string().trim().min(1).max(500),
});
export type DrawnLink = z.infer<typeof drawnLink>;

export const removal = z.strictObject({ note: z.string().trim().min(1).max(500) });

/** What the form of a link says: how it bears on what, named by the address of its page, and why. */
export const typedLink = z.strictObject({ relation: z.enum(DRAWN_RELATIONS), to: z.string().trim().min(1).max(300), note: z.string().trim().min(1).max(500) });
export type TypedLink = z.infer<typeof typedLink>;
