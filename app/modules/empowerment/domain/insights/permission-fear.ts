import { LEAST_PEOPLE, showable } from "#kernel/small-groups.ts";
import { type Share, shareOf } from "./figures.ts";

/** One person's cases inside their authority: decided alone, and asked about all the same, by the reason given. */
export interface PersonCases {
  readonly person: string;
  /** The direct manager when it was decided; null: nobody. */
  readonly team: string | null;
  readonly alone: number;
  /** By reason; "" where none was given. */
  readonly asked: Readonly<Record<string, number>>;
}

export interface FearGroup {
  /** The direct managers whose teams these are. */
  readonly teams: readonly (string | null)[];
  readonly people: number;
  /** Asked about although inside authority ÷ all cases inside authority. */
  readonly asked: Share;
  /** Most frequent first; null where fewer than five people asked, so that nobody's own reason shows. */
  readonly reasons: readonly { readonly reason: string | null; readonly count: number }[] | null;
}

export interface PermissionFear {
  /** Teams of five or more people, the greatest share first, ties by size. */
  readonly teams: readonly FearGroup[];
  /** The teams too small to be shown alone, as one; null: there are none. */
  readonly others: FearGroup | null;
  readonly total: FearGroup;
}

const sum = (counts: readonly number[]) => counts.reduce((total, count) => total + count, 0);
const askedBy = ({ asked }: PersonCases) => sum(Object.values(asked));

const askersOf = (rows: readonly PersonCases[]) => new Set(rows.filter((row) => askedBy(row) > 0).map(({ person }) => person)).size;

function groupOf(rows: readonly PersonCases[]): FearGroup {
  const asked = sum(rows.map(askedBy));
  const reasons = new Map<string, number>();
  for (const row of rows) for (const [reason, count] of Object.entries(row.asked)) reasons.set(reason, (reasons.get(reason) ?? 0) + count);
  const listed = [...reasons].map(([reason, count]) => ({ reason: reason === "" ? null : reason, count })).filter(({ count }) => count > 0);
  return {
    teams: [...new Set(rows.map(({ team }) => team))],
    people: new Set(rows.map(({ person }) => person)).size,
    asked: shareOf(asked, asked + sum(rows.map(({ alone }) => alone))),
    reasons: askersOf(rows) < LEAST_PEOPLE ? null : listed.sort((a, b) => b.count - a.count || (a.reason ?? "").localeCompare(b.reason ?? "")),
  };
}

const rate = ({ asked: { hits, n } }: FearGroup) => hits / n;

/**
 * Permission fear by team: cases inside somebody's authority that they asked about by choice, of all cases inside it.
 * Teams are people with the same direct manager; only of five or more, and so that no smaller one can be computed.
 * @returns null when all together are fewer than five people
 */
export function permissionFear(rows: readonly PersonCases[]): PermissionFear | null {
  const counted = rows.filter((row) => row.alone + askedBy(row) > 0);
  const byTeam = new Map<string | null, PersonCases[]>();
  for (const row of counted) byTeam.set(row.team, [...(byTeam.get(row.team) ?? []), row]);
  const groups = [...byTeam.values()].map((members) => ({ members, people: new Set(members.map(({ person }) => person)) }));
  const shown = showable(groups);
  if (shown === null) return null;
  const together = shown.together.flatMap(({ members }) => members);
  const parts = [...shown.alone.map(({ members }) => members), together];
  // The reasons of all, less those shown by team, must not be those of a few people.
  const unsaid = askersOf(parts.filter((members) => groupOf(members).reasons === null).flat());
  const total = groupOf(counted);
  return {
    teams: shown.alone.map(({ members }) => groupOf(members)).sort((a, b) => rate(b) - rate(a) || b.people - a.people),
    others: together.length === 0 ? null : groupOf(together),
    total: unsaid > 0 && unsaid < LEAST_PEOPLE ? { ...total, reasons: null } : total,
  };
}
