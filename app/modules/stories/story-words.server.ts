import { foldText } from "#kernel/text.ts";
import { db } from "#platform/db.server.ts";
import { type FieldFault, invalidInput } from "#platform/http/refusal.ts";
import { type Finding, storyFindings, type StoryPeople } from "./domain/findings.ts";
import { STORY_PARTS, type StoryFields, type StoryPart } from "./schemas.ts";

type Words = Readonly<Record<StoryPart, string | null>>;

/** The names a story could give away: everybody who works or worked here, and the customers it came from. */
export async function storyPeople(customers: readonly string[]): Promise<StoryPeople> {
  const people = await db.person.findMany({ where: { erasedAt: null }, select: { name: true } });
  return { colleagues: people.map(({ name }) => name), customers };
}

export const wordsOf = (fields: Words): Record<StoryPart, string | null> => ({ title: fields.title, happened: fields.happened, felt: fields.felt, unsaid: fields.unsaid, did: fields.did, changed: fields.changed });

/** What a search looks through. */
export const searchOf = (fields: Words & { readonly touchpoint: string | null }): string => foldText([...STORY_PARTS.map((part) => fields[part] ?? ""), fields.touchpoint ?? ""].join(" "));

const fault = ({ part, kind, text, replacement }: Finding): FieldFault => ({ path: part, code: "mask_found", params: { kind, said: text, instead: replacement } });

/** Refuses 422 with `mask_found` at each part where something is left, unless there is a reason why it stays. Answers what is left. */
export function demandMasked(fields: StoryFields, people: StoryPeople): Finding[] {
  const found = storyFindings(wordsOf(fields), people, fields.consent);
  if (found.length > 0 && fields.keptReason === null) throw invalidInput(...found.map(fault));
  return found;
}

/** What is left in a story as it stands, for its editors. */
export async function storyFindingsOf({ parts, consent }: { readonly parts: Words; readonly consent: boolean }): Promise<Finding[]> {
  return storyFindings(parts, await storyPeople([]), consent);
}
