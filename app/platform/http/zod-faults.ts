import type { core, ZodType } from "zod";
import { type FieldFault, Refusal } from "./refusal.ts";

type Issue = core.$ZodIssue;

const dotted = (path: readonly PropertyKey[]) => path.map(String).join(".");

function bound(issue: Extract<Issue, { code: "too_big" | "too_small" }>): FieldFault {
  const path = dotted(issue.path);
  const big = issue.code === "too_big";
  const limit = Number(big ? issue.maximum : issue.minimum);
  if (issue.origin === "string") {
    if (!big && limit === 1) return { path, code: "required" };
    return { path, code: big ? "too_long" : "too_short", params: { limit } };
  }
  if (issue.origin === "array" || issue.origin === "set") return { path, code: big ? "too_many" : "too_few", params: { limit } };
  if (issue.inclusive === false) return { path, code: big ? "not_below" : "not_above", params: { limit } };
  return { path, code: big ? "above_maximum" : "below_minimum", params: { limit } };
}

/** Only a parse with `reportInput` tells a missing value from a wrong one. */
const isMissing = (issue: Issue) => "input" in issue && issue.input === undefined;

/** The branch of a union that failed deepest, then with the fewest issues: the one that was most likely meant. */
function likeliest(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const depth = (issues: readonly Issue[]) => Math.max(0, ...issues.map((issue) => issue.path.length));
  return [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length)[0] ?? [];
}

function faultsOf(issue: Issue, root: readonly PropertyKey[]): FieldFault[] {
  const path = dotted([...root, ...issue.path]);
  switch (issue.code) {
    case "invalid_type":
      if (isMissing(issue)) return [{ path, code: "required" }];
      return [{ path, code: "wrong_type", params: { expected: issue.expected } }];
    case "too_big":
    case "too_small":
      return [{ ...bound(issue), path }];
    case "unrecognized_keys":
      return issue.keys.map((key) => ({ path: dotted([...root, ...issue.path, key]), code: "unknown_field" }));
    case "invalid_value":
      if (isMissing(issue)) return [{ path, code: "required" }];
      return [{ path, code: "not_in_list", params: { allowed: issue.values.map(String) } }];
    case "invalid_format":
      return [{ path, code: "malformed", params: { format: issue.format } }];
    case "not_multiple_of":
      return [{ path, code: "malformed" }];
    case "invalid_union": {
      const inner = likeliest(issue.errors);
      if (inner.length === 0 || inner.every((each) => each.path.length === 0)) return [{ path, code: "wrong_type" }];
      return inner.flatMap((each) => faultsOf(each, [...root, ...issue.path]));
    }
    case "custom": {
      const { code, ...params } = (issue.params ?? {}) as { code?: unknown } & Record<string, unknown>;
      return [{ path, code: typeof code === "string" ? code : issue.message || "malformed", params }];
    }
    default:
      return [{ path, code: "malformed" }];
  }
}

/**
 * The faults of a zod error. A custom check names its code in `params.code` (or as its message); the rest of `params`
 * are the words' parameters.
 */
export function zodFaults(error: { readonly issues: readonly Issue[] }): FieldFault[] {
  return error.issues.flatMap((issue) => faultsOf(issue, []));
}

/** What a schema makes of an input. Throws 422 `invalid_input` with every fault and its dotted path. */
export function parseInput<T>(schema: ZodType<T>, input: unknown): T {
  const parsed = schema.safeParse(input, { reportInput: true });
  if (parsed.success) return parsed.data;
  throw new Refusal("invalid_input", { errors: zodFaults(parsed.error) });
}
