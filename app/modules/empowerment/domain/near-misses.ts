import type { Explanation, FailedDimension } from "./verdict.ts";

/** A grant that one thing keeps from holding surely, and what would satisfy it. */
export interface NearMiss {
  readonly rule: string;
  readonly missing: FailedDimension;
}

/** The grants of an explanation that fail in exactly one dimension, unknown or false; in order of their codes. */
export function nearMisses(explanation: Explanation): NearMiss[] {
  return explanation.rules.flatMap(({ code, effect, failed }) => {
    const [missing] = failed;
    return effect === "grant" && missing !== undefined && failed.length === 1 ? [{ rule: code, missing }] : [];
  });
}
