import { expect, expectTypeOf, test } from "vitest";
import { err, ok, type Result } from "./result.ts";

function half(value: number): Result<number, "odd"> {
  return value % 2 === 0 ? ok(value / 2) : err("odd");
}

test("a success carries its value and a refusal its code", () => {
  expect(half(4)).toEqual({ ok: true, value: 2 });
  expect(half(3)).toEqual({ ok: false, error: "odd" });
});

test("narrowing on ok gives the value or the error, and codes keep their literal type", () => {
  const result = half(4);
  if (result.ok) expectTypeOf(result.value).toEqualTypeOf<number>();
  else expectTypeOf(result.error).toEqualTypeOf<"odd">();
  expectTypeOf(err("odd").error).toEqualTypeOf<"odd">();
});
