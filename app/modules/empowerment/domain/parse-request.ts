import { err, ok, type Result } from "#kernel/result.ts";
import { fault, type Fault, type Report } from "./faults.ts";
import { withoutNulls } from "./parse-policy.ts";
import { draftSituation, readFacts, readRequest, type Vocabulary } from "./situation.ts";
import type { DecisionRequest, Facts } from "./verdict.ts";

/**
 * Reads a request as it comes over the wire.
 * @param policy a compiled policy also checks codes, currency and whether the gesture takes an amount; else shape alone
 * @returns a copy without the members that are null, or every fault with its dotted path
 */
export function parseRequest(value: unknown, policy?: { readonly vocabulary: Vocabulary }): Result<DecisionRequest, Fault[]> {
  return collect(value, (report) => readRequest(value, policy?.vocabulary ?? null, report, draftSituation()));
}

/** Reads the facts of an evaluation: a copy without the members that are null, or every fault with its dotted path. */
export function parseFacts(value: unknown): Result<Facts, Fault[]> {
  return collect(value, (report) => readFacts(value, report, draftSituation()));
}

function collect<T>(value: unknown, read: (report: Report) => unknown): Result<T, Fault[]> {
  const faults: Fault[] = [];
  try {
    read((path, code, params) => faults.push(fault(path, code, params)));
    if (faults.length === 0) return ok(withoutNulls(value) as T);
  } catch {
    faults.push(fault("", "unreadable"));
  }
  return err(faults);
}
