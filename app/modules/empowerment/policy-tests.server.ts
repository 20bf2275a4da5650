import { runStoredTests, type PolicyTestResult } from "./domain/stored-tests.ts";
import type { PolicyDocument } from "./schemas.ts";

export type { PolicyTestResult };

/** Runs the test cases stored with a document, each at its own `now` or at the one given. */
export function runPolicyTests(document: PolicyDocument, now: Date): PolicyTestResult[] {
  return runStoredTests(document, now);
}
