import { z } from "zod";
import { ROLES } from "#access/roles.ts";

export const SUBJECT_KINDS = ["role", "department", "person"] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** Whose figure of a KPI counts. */
export const ITEM_SCOPES = ["site", "department", "company"] as const;
export type ItemScope = (typeof ITEM_SCOPES)[number];

export const COUNTED = ["improvements", "recognition"] as const;
export type Counted = (typeof COUNTED)[number];

const weight = z.int().min(1).max(100);

const item = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("kpi"), kpi: z.string().min(1).max(64), scope: z.enum(ITEM_SCOPES), weight }),
  /** Changes of theirs whose effect was verified, or thanks that proved true; `target` of them in a period are 100 %. */
  z.strictObject({ kind: z.enum(COUNTED), target: z.int().min(1).max(100), weight }),
]);
export type ScorecardItem = z.output<typeof item>;

export const MOST_ITEMS = 10;
export const scorecardItems = z.array(item).min(1).max(MOST_ITEMS);

export const scorecardFields = z.strictObject({
  subjectKind: z.enum(SUBJECT_KINDS),
  subject: z.string().trim().min(1).max(64),
  nameVi: z.string().trim().min(1).max(120),
  nameEn: z.string().trim().min(1).max(120),
  items: scorecardItems,
});
export type ScorecardFields = z.output<typeof scorecardFields>;

export const isRoleSubject = (text: string): boolean => (ROLES as readonly string[]).includes(text);

/**
 * Whole percents that sum to 100 in the proportion of `parts`, by the largest remainder (Hamilton's method); of equal
 * remainders the earlier part gets the point. Nothing to divide by gives equal parts.
 */
export function hundredParts(parts: readonly number[]): number[] {
  const sum = parts.reduce((total, part) => total + part, 0);
  const exact = parts.map((part) => (sum === 0 ? 100 / parts.length : (100 * part) / sum));
  const whole = exact.map(Math.floor);
  const left = 100 - whole.reduce((total, part) => total + part, 0);
  const order = exact.map((part, index) => ({ index, rest: part - Math.floor(part) })).sort((a, b) => b.rest - a.rest || a.index - b.index);
  for (const { index } of order.slice(0, parts.length === 0 ? 0 : left)) whole[index] = (whole[index] ?? 0) + 1;
  return whole;
}
