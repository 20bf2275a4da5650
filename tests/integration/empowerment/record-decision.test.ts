import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "#platform/db.server.ts";
import { checkDecision } from "#modules/empowerment/check-decision.server.ts";
import { recordDecision } from "#modules/empowerment/record-decision.server.ts";
import { freshCompany, MONDAY_TEN, refund, type TestCompany, vnd, voucher } from "./company.ts";

let company: TestCompany;
beforeEach(async () => {
  company = await freshCompany();
});

const options = { locale: "vi", now: MONDAY_TEN } as const;

test("a refund inside the rule is granted and answers as the contract says", async () => {
  const answer = await recordDecision(await company.actor("frontline"), refund(450_000), options);
  expect(answer).toMatchObject({
    outcome: "granted",
    state: "granted",
    number: "D-2026-000001",
    policyVersion: 1,
    rule: "REFUND-STORE",
    limit: vnd(500_000),
    room: vnd(500_000),
    binding: "case",
    duties: { note: true, evidence: false },
    unknown: [],
    approval: null,
  });
  expect(answer.budgets).toContainEqual({ code: "PERSON-DAY", unit: "minor", subject: "person", limit: 2_000_000, used: 450_000, remaining: 1_550_000, resetsAt: "2026-11-23T17:00:00.000Z" });
  expect(answer.reasons[0]).toMatchObject({ code: "within_case_limit", text: "Được. Nằm trong hạn mức 500.000\u00a0₫ mỗi trường hợp." });
  expect(answer.say.vi).toContain("450.000");
});
