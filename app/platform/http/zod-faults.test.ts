import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Refusal } from "./refusal.ts";
import { parseInput } from "./zod-faults.ts";

const schema = z.strictObject({
  name: z.string().min(1).max(5),
  amount: z.strictObject({ minor: z.number().int().min(1), currency: z.enum(["VND", "USD"]) }),
  tags: z.array(z.string()).max(1).optional(),
  who: z.union([z.literal("none"), z.strictObject({ ref: z.string() })]).optional(),
  even: z.number().refine((value) => value % 2 === 0, { params: { code: "must_be_even" } }).optional(),
});
const good = { name: "a", amount: { minor: 1, currency: "VND" } };

function faults(input: unknown): string[] {
  try {
    parseInput(schema, input);
    return [];
  } catch (error) {
    return (error as Refusal).errors.map(({ path, code }) => `${path}: ${code}`);
  }
}

describe("the faults of an input", () => {
  it.each([
    ["nothing wrong", good, []],
    ["a missing member", { amount: good.amount }, ["name: required"]],
    ["an empty text", { ...good, name: "" }, ["name: required"]],
    ["a long text", { ...good, name: "abcdef" }, ["name: too_long"]],
    ["another type", { ...good, name: 5 }, ["name: wrong_type"]],
    ["null", { ...good, name: null }, ["name: wrong_type"]],
    ["a fraction deep inside", { ...good, amount: { minor: 1.5, currency: "VND" } }, ["amount.minor: wrong_type"]],
    ["a number too small", { ...good, amount: { minor: 0, currency: "VND" } }, ["amount.minor: below_minimum"]],
    ["a value outside the list", { ...good, amount: { minor: 1, currency: "EUR" } }, ["amount.currency: not_in_list"]],
    ["a missing value of a list", { ...good, amount: { minor: 1 } }, ["amount.currency: required"]],
    ["unknown members, each by itself", { ...good, x: 1, amount: { ...good.amount, y: 2 } }, ["amount.y: unknown_field", "x: unknown_field"]],
    ["too many entries", { ...good, tags: ["a", "b"] }, ["tags: too_many"]],
    ["the branch of a union that was meant", { ...good, who: { ref: 5 } }, ["who.ref: wrong_type"]],
    ["no branch of a union", { ...good, who: 5 }, ["who: wrong_type"]],
    ["a check of its own", { ...good, even: 3 }, ["even: must_be_even"]],
    ["another shape altogether", [], [": wrong_type"]],
  ])("name %s", (_name, input, expected) => {
    expect(faults(input)).toEqual(expected);
  });
});
