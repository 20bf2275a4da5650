/** Business minutes in which somebody is asked to check in, at each level. */
export const CARE_MINUTES = 60;

export interface Candidate {
  readonly id: string;
  readonly active: boolean;
  /** May be asked at all: leads people. */
  readonly answers: boolean;
  /** Who stands in for them today; null: they are there. Absent without anybody: `none`. */
  readonly standIn: string | null | "none";
}

/**
 * Whom to ask next: the nearest up the line who is there, or who stands in for them; never the person themselves, nor
 * somebody asked before. null: nobody is left.
 */
export function nextToAsk(line: readonly Candidate[], personId: string, before: readonly string[]): string | null {
  for (const { id, active, answers, standIn } of line) {
    if (!active || !answers || before.includes(id)) continue;
    const asked = standIn === null ? id : standIn;
    if (asked === "none" || asked === personId || before.includes(asked)) continue;
    return asked;
  }
  return null;
}
