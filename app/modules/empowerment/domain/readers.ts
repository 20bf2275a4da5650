import { join, type Report } from "./faults.ts";

/** The value as a record of members; anything else is a fault and reads as an empty record. */
export function record(value: unknown, path: string, report: Report): Record<string, unknown> {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return value as Record<string, unknown>;
  if (value === undefined || value === null) report(path, "required");
  else report(path, "wrong_type", { expected: "object" });
  return {};
}

/** Reports members that are not among `known`; one that is null is absent. Quickest where they come in that order. */
export function keysWithin(value: Record<string, unknown>, known: readonly string[], path: string, report: Report): void {
  let next = 0;
  for (const key in value) {
    next = key === known[next] ? next + 1 : afterKey(key, value, known, path, report);
  }
}

/** The position after a key among those known; reports one that nobody knows. */
function afterKey(key: string, value: Record<string, unknown>, known: readonly string[], path: string, report: Report): number {
  const at = known.indexOf(key);
  if (at < 0) {
    const member = value[key];
    if (member !== undefined && member !== null) report(join(path, key), "unknown_key", { key });
  }
  return at + 1;
}

/** A text of 1 to `longest` characters, or undefined when it is absent or faulty. */
export function text(value: unknown, path: string, report: Report, longest: number): string | undefined {
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "string") report(path, "wrong_type", { expected: "string" });
  else if (value.length === 0) report(path, "empty");
  else if (value.length > longest) report(path, "too_long", { max: longest });
  else return value;
  return undefined;
}

/** True for a safe integer of at least `least`. */
export function isWhole(value: unknown, least: number): value is number {
  return typeof value === "number" && value >= least && Number.isSafeInteger(value);
}

/** A safe integer of at least `least`, or undefined when it is absent or faulty. */
export function integer(value: unknown, path: string, least: number, report: Report): number | undefined {
  if (isWhole(value, least)) return value + 0;
  if (value === undefined || value === null) return undefined;
  if (typeof value !== "number") report(path, "wrong_type", { expected: "number" });
  else if (!Number.isInteger(value)) report(path, "not_an_integer");
  else if (value < least) report(path, "too_small", { min: least });
  else report(path, "too_large", { max: Number.MAX_SAFE_INTEGER });
  return undefined;
}

const noTexts: readonly string[] = [];

/** A copy of a list of texts, or undefined when it is absent or faulty. */
export function textList(value: unknown, path: string, report: Report, longest: number): readonly string[] | undefined {
  if (value === undefined || value === null) return undefined;
  if (!Array.isArray(value)) {
    report(path, "wrong_type", { expected: "array" });
    return undefined;
  }
  const { length } = value;
  if (length === 0) return noTexts;
  if (length > longest) {
    report(path, "too_long", { max: longest });
    return undefined;
  }
  const members: unknown[] = length === 1 ? [value[0]] : value.slice();
  for (let index = 0; index < members.length; index++) {
    const member = members[index];
    if (typeof member === "string" && member.length > 0 && member.length <= 200) continue;
    if (typeof member !== "string") report(join(path, index), "wrong_type", { expected: "string" });
    else if (member.length === 0) report(join(path, index), "empty");
    else report(join(path, index), "too_long", { max: 200 });
  }
  return members as string[];
}
