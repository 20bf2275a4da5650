import { join, type Report } from "./faults.ts";

/** The value as a record of members; anything else is a fault and reads as an empty record. */
export function record(value: unknown, path: string, report: Report): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (value === undefined || value === null) report(path, "required");
  else report(path, "wrong_type", { expected: "object" });
  return {};
}

/** Reports members that nobody knows; one that is null is absent. */
export function keysWithin(value: Record<string, unknown>, allowed: ReadonlySet<string>, path: string, report: Report): void {
  for (const key in value) {
    if (allowed.has(key)) continue;
    const member = value[key];
    if (member !== undefined && member !== null) report(join(path, key), "unknown_key", { key });
  }
}

/** A text of 1 to `longest` characters, or undefined when it is absent or faulty. */
export function text(value: unknown, path: string, report: Report, longest: number): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") report(path, "wrong_type", { expected: "string" });
  else if (value === "") report(path, "empty");
  else if (value.length > longest) report(path, "too_long", { max: longest });
  else return value;
  return undefined;
}

/** A safe integer of at least `least`, or undefined when it is absent or faulty. */
export function integer(value: unknown, path: string, least: number, report: Report): number | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") report(path, "wrong_type", { expected: "number" });
  else if (!Number.isInteger(value)) report(path, "not_an_integer");
  else if (value < least) report(path, "too_small", { min: least });
  else if (!Number.isSafeInteger(value)) report(path, "too_large", { max: Number.MAX_SAFE_INTEGER });
  else return value + 0;
  return undefined;
}

/** A copy of a list of texts, or undefined when it is absent or faulty. */
export function textList(value: unknown, path: string, report: Report, longest: number): string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    report(path, "wrong_type", { expected: "array" });
    return undefined;
  }
  if (value.length > longest) {
    report(path, "too_long", { max: longest });
    return undefined;
  }
  const members: unknown[] = value.slice();
  for (let index = 0; index < members.length; index++) {
    const member = members[index];
    if (typeof member === "string" && member !== "" && member.length <= 200) continue;
    if (typeof member !== "string") report(join(path, index), "wrong_type", { expected: "string" });
    else if (member === "") report(join(path, index), "empty");
    else report(join(path, index), "too_long", { max: 200 });
  }
  return members as string[];
}
