import { type Role, ROLES } from "#access/roles.ts";
import { findPerson, peopleWithRole, type PersonBrief } from "#modules/people/public.server.ts";
import { db } from "#platform/db.server.ts";
import { type ScorecardItem, scorecardItems, type SubjectKind } from "./items.ts";

export interface StoredScorecard {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly subject: string;
  readonly nameVi: string;
  readonly nameEn: string;
  readonly items: readonly ScorecardItem[];
  readonly version: number;
}

/** Scorecards in use, by kind and subject. */
export async function scorecardsInUse(): Promise<StoredScorecard[]> {
  const rows = await db.scorecard.findMany({ where: { active: true }, orderBy: [{ subjectKind: "desc" }, { subject: "asc" }] });
  return rows.map(({ id, subjectKind, subject, nameVi, nameEn, items, version }) => ({ id, subjectKind: subjectKind as SubjectKind, subject, nameVi, nameEn, items: scorecardItems.parse(JSON.parse(items)), version }));
}

/** Somebody, or a department, with the scorecard that is theirs. */
export interface Holder {
  readonly scorecard: StoredScorecard;
  /** null: a department's own. */
  readonly person: PersonBrief | null;
}

/**
 * Who has which scorecard now: their own where there is one, else that of the highest of their roles that has one; and
 * each department its own. By name of scorecard, then e-mail.
 */
export function holdersOf(scorecards: readonly StoredScorecard[]): Holder[] {
  const taken = new Set<string>();
  const of = (kind: SubjectKind) => scorecards.filter(({ subjectKind }) => subjectKind === kind);
  const take = (scorecard: StoredScorecard, person: PersonBrief | null): Holder[] => {
    if (person === null || !person.active || taken.has(person.id)) return [];
    taken.add(person.id);
    return [{ scorecard, person }];
  };
  const own = of("person").flatMap((scorecard) => take(scorecard, findPerson(scorecard.subject)));
  const byRole = [...of("role")].sort((a, b) => ROLES.indexOf(b.subject as Role) - ROLES.indexOf(a.subject as Role));
  const held = byRole.flatMap((scorecard) => peopleWithRole(scorecard.subject as Role).flatMap((person) => take(scorecard, person)));
  return [...of("department").map((scorecard) => ({ scorecard, person: null })), ...own, ...held];
}
