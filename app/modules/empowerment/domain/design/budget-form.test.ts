import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { PolicyBudget } from "../../schemas.ts";
import { documents } from "../arbitraries.ts";
import { budgetFieldOf, budgetForm, readBudgetForm, typedBudgetForm } from "./budget-form.ts";

const context = { currency: "VND", locale: "vi" } as const;

describe("the form of a budget", () => {
  test("says the same budget again for any budget", () => {
    fc.assert(
      fc.property(documents(1), ({ budgets }) => {
        for (const budget of budgets as PolicyBudget[]) {
          const { gestures, reasons, ...rest } = budget;
          const kept = { ...rest, ...(gestures?.length && { gestures }), ...(reasons?.length && { reasons }) };
          expect(readBudgetForm(budgetForm(budget, context), context)).toEqual({ budget: kept, faults: [] });
        }
      }),
    );
  });

  test("reads what was sent; a role without a limit is not bound, a limit that cannot be read is named", () => {
    const form = typedBudgetForm({
      ...{ code: [" B "], subject: ["person"], measure: ["amount"], window: ["rolling"], days: ["7"], onExceed: ["block"], gestures: ["refund"] },
      ...{ "limit.frontline": ["2.000.000"], "limit.supervisor": [""], "limit.*": ["4.5"] },
    });
    expect(readBudgetForm(form, context)).toEqual({
      budget: { code: "B", subject: "person", measure: "amount", window: { rollingDays: 7 }, onExceed: "block", gestures: ["refund"], limits: [{ role: "frontline", limit: 2_000_000 }] },
      faults: [{ path: "limit.*", code: "amount_format" }],
    });
  });

  test("numbers of times take no separators, rolling windows between 1 and 3660 days", () => {
    const form = { ...budgetForm(null, context), measure: "count", window: "rolling", days: "0", limits: { "*": "1.000" } };
    expect(readBudgetForm(form, context).faults).toEqual([
      { path: "limit.*", code: "integer_format" },
      { path: "days", code: "integer_format" },
    ]);
  });

  test("faults of the document find their field", () => {
    const { budget } = readBudgetForm({ ...budgetForm(null, context), limits: { lead: "1" } }, context);
    expect(["limits.0.limit", "window.rollingDays", "gestures.0", "code"].map((path) => budgetFieldOf(path, budget))).toEqual(["limit.lead", "days", "gestures", "code"]);
  });
});
