import fc from "fast-check";
import { expect, it } from "vitest";
import { careMonths } from "./counts.ts";

const row = (month: string, siteCode: string, asked: number) => ({ month, siteCode, asked, checkedIn: asked, inTime: Math.max(0, asked - 1) });

it("shows places of five or more in months that are over, and the rest only together", () => {
  const months = careMonths([row("2026-10", "HN-01", 6), row("2026-10", "HN-02", 3), row("2026-10", "SG-01", 2), row("2026-09", "HN-01", 4), row("2026-11", "HN-01", 9)], "2026-11");
  expect(months).toEqual([
    { month: "2026-10", sites: [{ siteCode: "HN-01", asked: 6, checkedIn: 6, inTime: 5 }], others: { asked: 5, checkedIn: 5, inTime: 3 }, hidden: false },
    { month: "2026-09", sites: [], others: null, hidden: true },
  ]);
});

it("never shows a number of fewer than five people's cases", () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(fc.constantFrom("2026-08", "2026-09", "2026-10"), fc.constantFrom("A", "B", "C", "D"), fc.nat(9)), { maxLength: 12 }), (drawn) => {
      const rows = [...new Map(drawn.map(([month, site, asked]) => [`${month}${site}`, row(month, site, asked)])).values()];
      for (const month of careMonths(rows, "2026-10")) {
        expect(month.month < "2026-10").toBe(true);
        for (const shown of [...month.sites, ...(month.others === null ? [] : [month.others])]) expect(shown.asked).toBeGreaterThanOrEqual(5);
      }
    }),
  );
});
