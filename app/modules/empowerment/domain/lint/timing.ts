import { instantAt } from "#kernel/period.ts";
import { runStoredTests, testSituation } from "../stored-tests.ts";
import { finding, type Finding } from "./findings.ts";
import { hasPassed, type Scene } from "./scene.ts";

const NOON = 720;

/** Rules that are over or whose review is due. */
export function lintDates({ document, context }: Scene): Finding[] {
  const { today } = context;
  if (today === undefined) return [];
  const rules = [...document.rules].sort((a, b) => (a.code < b.code ? -1 : 1));
  return rules.flatMap((rule): Finding[] => {
    const params = { rule: rule.code };
    if (hasPassed(rule, today)) return [finding({ code: "never_in_force", rules: [rule.code], params: { ...params, day: rule.validTo } })];
    if (rule.reviewBy !== undefined && rule.reviewBy < today) return [finding({ code: "review_passed", rules: [rule.code], params: { ...params, day: rule.reviewBy } })];
    return [];
  });
}

/** Stored test cases that do not come out as expected; those without an instant of their own at noon of today, if that is known. */
export function lintTests({ document, context }: Scene): Finding[] {
  const { today } = context;
  const now = today === undefined ? null : instantAt(today, NOON, document.timeZone);
  const tests = document.tests.filter((test) => now !== null || test.now !== undefined);
  const at = now ?? new Date(0);
  const failed = runStoredTests({ ...document, tests }, at).filter(({ passed }) => !passed);
  const known = new Set(document.rules.map(({ code }) => code));
  return failed.flatMap(({ index, name, field, expected, actual }): Finding[] => {
    const test = tests[index];
    if (test === undefined) return [];
    const rules = test.expect.rule !== undefined && known.has(test.expect.rule) ? [test.expect.rule] : [];
    return [finding({ code: "test_failed", rules, params: { name, field, expected, actual }, about: [name], witness: testSituation(test, at) })];
  });
}
