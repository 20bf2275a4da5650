/** Who asks to read. */
export interface StoryReader {
  readonly personId: string | null;
  /** Their direct manager; null: nobody's team. */
  readonly managerId: string | null;
  /** Reads what is hidden or reported: HR. */
  readonly edits: boolean;
  /** Reads all that is posted, as internal audit does. */
  readonly reads: boolean;
}

/** What of a story decides who reads it. */
export interface StorySeen {
  readonly tellerId: string;
  readonly managerId: string | null;
  readonly visibility: string;
  readonly posted: boolean;
  readonly hidden: boolean;
  readonly withdrawn: boolean;
}

/**
 * Who may read a story. Withdrawn: nobody. A draft: its teller. Hidden: its teller and the editors. Else the teller, and
 * everybody where it is for the company; where it is for the team the colleagues of the teller's direct manager, that
 * manager, the teller's own team, the editors and internal audit.
 */
export function mayRead({ personId, managerId, edits, reads }: StoryReader, seen: StorySeen): boolean {
  if (seen.withdrawn) return false;
  const told = personId !== null && seen.tellerId === personId;
  if (!seen.posted) return told;
  if (told || edits) return true;
  if (seen.hidden) return false;
  if (seen.visibility === "company" || reads) return true;
  if (personId === null) return false;
  return seen.tellerId === managerId || (seen.managerId !== null && (seen.managerId === managerId || seen.managerId === personId));
}
