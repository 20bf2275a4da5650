import type { z } from "zod";
import { policyShape, type PolicyDocument } from "../schemas.ts";
import { checkPolicy } from "./check-policy.ts";
import { fault, join, type Fault, type FaultCode, PolicyFaults } from "./faults.ts";

/** Nesting a document can have by its shape; deeper content is faulty and is not walked. */
const DEEPEST = 16;

/**
 * Reads a policy document.
 * @param input plain JSON; `null` means absent everywhere
 * @throws PolicyFaults listing every fault of shape and of meaning
 */
export function parsePolicy(input: unknown): PolicyDocument {
  const { document, faults } = inspectPolicy(input);
  if (document === null) throw new PolicyFaults(faults);
  return document;
}

/** Every fault of a document, and the checked document when there is none. Never throws. */
export function inspectPolicy(input: unknown): { document: PolicyDocument | null; faults: Fault[] } {
  try {
    const present = withoutNulls(input);
    const parsed = policyShape.safeParse(present);
    const shape = parsed.success ? [] : parsed.error.issues.flatMap((issue) => faultsOf(issue));
    const faults = [...shape, ...checkPolicy(present)];
    return { document: parsed.success && faults.length === 0 ? parsed.data : null, faults };
  } catch {
    return { document: null, faults: [fault("", "unreadable")] };
  }
}

/** A copy in which members that are `null` or undefined are left out; members of lists stay. */
export function withoutNulls(value: unknown, depth = 0): unknown {
  if (typeof value !== "object" || value === null || depth > DEEPEST) return value;
  if (Array.isArray(value)) return value.map((member) => withoutNulls(member, depth + 1));
  const present = Object.entries(value).filter(([, member]) => member !== null && member !== undefined);
  return Object.fromEntries(present.map(([key, member]) => [key, withoutNulls(member, depth + 1)]));
}

type Issue = z.core.$ZodIssue;

/** The faults that one issue of the shape stands for: an unknown key each by itself, a choice of shapes by the best fit. */
function faultsOf(issue: Issue, base: readonly PropertyKey[] = []): Fault[] {
  const at = [...base, ...issue.path];
  const path = at.map(String).join(".");
  switch (issue.code) {
    case "unrecognized_keys":
      return issue.keys.map((key) => fault(join(path, key), "unknown_key", { key }));
    case "invalid_union": {
      const inner = issue.errors.find((branch) => branch.length > 0 && branch.every((nested) => isInside(nested)));
      if (inner !== undefined) return inner.flatMap((nested) => faultsOf(nested, at));
      return [issue.message === "bad_code" ? fault(path, "bad_code") : fault(path, "wrong_type", { expected: "one of the documented forms" })];
    }
    case "invalid_type":
      if (issue.input === undefined && issue.message.endsWith("undefined")) return [fault(path, "required")];
      return [issue.expected === "int" ? fault(path, "not_an_integer") : fault(path, "wrong_type", { expected: issue.expected })];
    case "invalid_value":
      return [fault(path, "not_a_choice", { choices: issue.values.map(String).join(", ") })];
    case "too_small":
      return [issue.origin === "string" || issue.origin === "array" ? fault(path, "empty") : fault(path, "too_small", { min: String(issue.minimum) })];
    case "too_big":
      return [fault(path, issue.origin === "string" || issue.origin === "array" ? "too_long" : "too_large", { max: String(issue.maximum) })];
    case "invalid_format":
      return [fault(path, issue.message === "bad_code" ? "bad_code" : issue.format === "datetime" ? "bad_instant" : "bad_date")];
    case "custom":
      return [fault(path, issue.message as FaultCode)];
    default:
      return [fault(path, "unreadable")];
  }
}

function isInside(issue: Issue): boolean {
  return issue.path.length > 0 || issue.code === "unrecognized_keys";
}
