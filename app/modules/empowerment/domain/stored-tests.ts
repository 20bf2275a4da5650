import { compilePolicy } from "./compile.ts";
import type { PolicyDocument, PolicyTest } from "../schemas.ts";
import type { DecisionRequest, Facts } from "./verdict.ts";

/** How one stored test case came out; `field` is the first member of `expect` that differs. */
export interface PolicyTestResult {
  readonly index: number;
  readonly name: string;
  readonly passed: boolean;
  readonly field: string;
  readonly expected: string;
  readonly actual: string;
}

/** What a stored test case asks the engine, at its own `now` or at the one given. */
export function testSituation(test: PolicyTest, now: Date): { readonly request: DecisionRequest; readonly facts: Facts } {
  const { role, roles, courses, ...rest } = test.actor;
  const held = [...new Set([...(roles ?? []), ...(role === undefined ? [] : [role])])];
  return {
    request: test.request as unknown as DecisionRequest,
    facts: {
      now: test.now ?? now.toISOString(),
      actor: { ...rest, roles: held, courses: courses ?? [] },
      ...(test.caseTotal !== undefined && { caseTotal: test.caseTotal }),
      ...(test.usage !== undefined && { usage: test.usage }),
    },
  };
}

/** Runs the test cases stored with a document, each at its own `now` or at the one given. */
export function runStoredTests(document: PolicyDocument, now: Date): PolicyTestResult[] {
  const compiled = compilePolicy(document);
  return document.tests.map((test, index) => {
    const { request, facts } = testSituation(test, now);
    const verdict: Readonly<Record<string, unknown>> = { ...compiled.evaluate(request, facts) };
    const wrong = Object.entries(test.expect).find(([field, value]) => value !== undefined && verdict[field] !== value);
    const [field, expected] = wrong ?? ["outcome", test.expect.outcome];
    return {
      index,
      name: test.name,
      passed: wrong === undefined,
      field,
      expected: String(expected),
      actual: String(verdict[field]),
    };
  });
}
