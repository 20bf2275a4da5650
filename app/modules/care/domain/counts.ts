/** Fewer than so many are never shown. */
export const FEWEST = 5;

export interface CareCountRow {
  readonly month: string;
  readonly siteCode: string;
  readonly asked: number;
  readonly checkedIn: number;
  readonly inTime: number;
}

export interface CareMonth {
  readonly month: string;
  readonly sites: readonly Omit<CareCountRow, "month">[];
  /** Places with fewer than five, taken together, where that is five or more. */
  readonly others: Omit<CareCountRow, "month" | "siteCode"> | null;
  /** Whether something is left out. */
  readonly hidden: boolean;
}

const sum = (rows: readonly CareCountRow[]) => ({
  asked: rows.reduce((total, { asked }) => total + asked, 0),
  checkedIn: rows.reduce((total, { checkedIn }) => total + checkedIn, 0),
  inTime: rows.reduce((total, { inTime }) => total + inTime, 0),
});

/**
 * Counts as HR may see them: whole months that are over, places with five or more, and what remains only where it is
 * five or more itself. No total is given that a difference could be drawn from. Newest first.
 */
export function careMonths(rows: readonly CareCountRow[], currentMonth: string): CareMonth[] {
  const months = [...new Set(rows.map(({ month }) => month))].filter((month) => month < currentMonth).sort().reverse();
  return months.map((month) => {
    const all = rows.filter((row) => row.month === month && row.asked > 0);
    const small = all.filter(({ asked }) => asked < FEWEST);
    const rest = sum(small);
    const shown = rest.asked >= FEWEST;
    const sites = all.filter(({ asked }) => asked >= FEWEST).map(({ siteCode, asked, checkedIn, inTime }) => ({ siteCode, asked, checkedIn, inTime }));
    return { month, sites: sites.sort((a, b) => (a.siteCode < b.siteCode ? -1 : 1)), others: shown ? rest : null, hidden: rest.asked > 0 && !shown };
  });
}
