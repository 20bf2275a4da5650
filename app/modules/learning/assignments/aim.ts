import { z } from "zod";
import type { Row } from "#platform/transaction.server.ts";
import type { Aim, Aimed } from "../domain/due-days.ts";

export const AUDIENCES = ["role", "department", "site", "person", "new_starters"] as const;
export type Audience = (typeof AUDIENCES)[number];

const list = z.array(z.string().max(64)).max(50).default([]);
const narrowShape = z.object({ roles: list, departments: list, sites: list, startedFrom: z.string().nullable().default(null) });

/** Who of an audience an assignment means; sets left empty mean any. */
export type Narrow = z.output<typeof narrowShape>;

type Stored = Pick<Row<"LearningAssignment">, "audience" | "target" | "fromDay" | "narrow">;

/** The narrowing as it is stored with an assignment. */
export function narrowOf({ narrow }: Pick<Stored, "narrow">): Narrow {
  return narrowShape.parse(JSON.parse(narrow));
}

/** Who an assignment means: its audience, and within it those it is narrowed to. A role, department or site named twice must fit both. */
export function aimsOf(row: Stored): readonly Aim[] {
  const { roles, departments, sites, startedFrom } = narrowOf(row);
  const target = row.target === null ? [] : [row.target];
  const nobodyElse = { roles: [], departments: [], sites: [], people: [], startedFrom: null };
  const audience: Record<Audience, Partial<Aim>> = { role: { roles: target }, department: { departments: target }, site: { sites: target }, person: { people: target }, new_starters: { startedFrom: row.fromDay } };
  return [
    { ...nobodyElse, ...audience[row.audience as Audience] },
    { ...nobodyElse, roles, departments, sites, startedFrom },
  ];
}

/** What an assignment asks about somebody of the workforce. */
export function aimedOf(person: { readonly id: string; readonly roles: readonly string[]; readonly departments: readonly string[]; readonly siteCode: string | null; readonly startedOn: string | null }): Aimed {
  return { id: person.id, roles: person.roles, departments: person.departments, site: person.siteCode, startedOn: person.startedOn };
}
