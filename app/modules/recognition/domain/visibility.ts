export const VISIBILITIES = ["public", "team", "private"] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** Who asks to read. */
export interface Reader {
  readonly personId: string | null;
  /** Their team: the direct manager. */
  readonly managerId: string | null;
  /** Reads what was reported, to settle it. */
  readonly settles: boolean;
  /** Reads as no member of a team, beyond what is their own: internal audit, services. */
  readonly publicOnly: boolean;
}

/** What of a recognition decides who reads it. */
export interface Seen {
  readonly giverId: string;
  readonly receivers: readonly { readonly personId: string; readonly managerId: string | null }[];
  readonly visibility: Visibility;
  readonly reported: boolean;
  readonly hidden: boolean;
  readonly withdrawn: boolean;
}

/**
 * Who may read a recognition. Withdrawn: nobody. Hidden after a report: its giver and whoever settles reports. Else the
 * giver, the receivers, whoever settles reports where there is one, everybody where it is public, and where it is for
 * the team the receivers' colleagues (same direct manager) and their direct managers. A missing manager is no team.
 */
export function maySee(reader: Reader, seen: Seen): boolean {
  if (seen.withdrawn) return false;
  const { personId, managerId } = reader;
  const gave = personId !== null && seen.giverId === personId;
  if (seen.hidden) return gave || (reader.settles && seen.reported);
  if (seen.visibility === "public" || gave || (reader.settles && seen.reported)) return true;
  if (personId === null) return false;
  if (seen.receivers.some((receiver) => receiver.personId === personId)) return true;
  if (seen.visibility === "private" || reader.publicOnly) return false;
  return seen.receivers.some((receiver) => receiver.managerId !== null && (receiver.managerId === managerId || receiver.managerId === personId));
}
