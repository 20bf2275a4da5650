import { expect, test } from "vitest";
import { runPolicyTests } from "./policy-tests.server.ts";
import { parsePolicy } from "./public.ts";
import { starterDocument } from "./starter-document.ts";

test("the starter policy has no fault and passes its own test cases in every currency it may begin with", () => {
  for (const currency of ["VND", "USD", "JPY", "EUR"]) {
    const document = parsePolicy(starterDocument({ currency, timeZone: "Asia/Ho_Chi_Minh" }, "hr@example.com"));
    expect(document.rules).toHaveLength(8);
    expect(runPolicyTests(document, new Date("2026-11-23T03:00:00Z")).filter(({ passed }) => !passed)).toEqual([]);
  }
});
