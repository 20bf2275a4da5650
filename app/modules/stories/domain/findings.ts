import { findMasks } from "#kernel/masking/mask.ts";
import type { MaskSpan } from "#kernel/masking/masks.ts";
import { foldText } from "#kernel/text.ts";

/** Whose names a story could give away. */
export interface StoryPeople {
  /** People of the company, in full. */
  readonly colleagues: readonly string[];
  /** The customer it is about, where known. */
  readonly customers: readonly string[];
}

/** One thing found in one part of a story. */
export interface Finding extends MaskSpan {
  readonly part: string;
}

/** How a colleague is called: in full, by the last two words, by the given name alone. */
function calls(name: string): string[] {
  const words = foldText(name).split(" ");
  return [words.join(" "), words.slice(-2).join(" "), words.slice(-1).join(" ")];
}

/**
 * What in the parts of a story would tell who somebody is. Where the colleagues who are named agreed, their names may
 * stand; a name they share with the customer may not.
 */
export function storyFindings(parts: Readonly<Record<string, string | null>>, { colleagues, customers }: StoryPeople, consent: boolean): Finding[] {
  const agreed = new Set(consent ? colleagues.flatMap(calls) : []);
  for (const name of customers) for (const call of calls(name)) agreed.delete(call);
  const people = { names: colleagues, about: customers };
  return Object.entries(parts).flatMap(([part, text]) => findMasks(text ?? "", people).flatMap((span) => (span.kind === "name" && agreed.has(foldText(span.text)) ? [] : [{ ...span, part }])));
}
