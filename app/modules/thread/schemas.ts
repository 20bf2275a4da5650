import { z } from "zod";
import type { ThreadEnd } from "./kinds.ts";

/** The relations a person may draw; the others follow from what happened. */
export const DRAWN_RELATIONS = ["caused_by", "changed", "answers", "tells_of", "serves", "follows"] as const;

const note = z.string().trim().min(1).max(500);

/** What the form of a link says: how it bears on what, named by the address of its page, and why. */
export const typedLink = z.strictObject({ relation: z.enum(DRAWN_RELATIONS), to: z.string().trim().min(1).max(300), note });
export type TypedLink = z.infer<typeof typedLink>;

/** The same once both ends are known. */
export interface DrawnLink extends Omit<TypedLink, "to"> {
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
}

export const removal = z.strictObject({ note });
