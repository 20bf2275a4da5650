import type { Ledger, Share } from "./ledger.ts";

/** A team of which less than so many per cent answered a pulse does not answer. */
export const FEW_ANSWER_PERCENT = 30;

/** Whether a team does not answer. Of one whose rate may not be told (null) nothing is said. */
export const answersLittle = (percent: number | null): boolean => percent !== null && percent < FEW_ANSWER_PERCENT;

/** One leader of a line and their team. */
interface LineLeader {
  readonly ledger: Pick<Ledger, "desk" | "overturning" | "overturned">;
  readonly silent: boolean;
  /** Whole per cent of the team that answered the newest pulse; null where that may not be told. */
  readonly answered: number | null;
}

/** A line as a whole; nobody in it can be told apart. */
export interface LinePatterns {
  /** What lies on all desks, and what of everything asked was overdue. */
  readonly open: number;
  readonly overdue: Share;
  readonly overturning: number;
  readonly overturned: number;
  readonly silentTeams: number;
  /** Teams that may be told of and do not answer. */
  readonly quietTeams: number;
}

/** What the leaders of a line have in common, summed over them. */
export function linePatterns(leaders: readonly LineLeader[]): LinePatterns {
  const sum = (read: (ledger: LineLeader["ledger"]) => number) => leaders.reduce((total, { ledger }) => total + read(ledger), 0);
  return {
    open: sum(({ desk }) => desk.open),
    overdue: { part: sum(({ desk }) => desk.overdue.part), of: sum(({ desk }) => desk.overdue.of) },
    overturning: sum(({ overturning }) => overturning.n),
    overturned: sum(({ overturned }) => overturned.n),
    silentTeams: leaders.filter(({ silent }) => silent).length,
    quietTeams: leaders.filter(({ answered }) => answersLittle(answered)).length,
  };
}
