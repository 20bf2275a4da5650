import { describe, expect, it } from "vitest";
import { closesCircle, withAncestors, withDescendants } from "./departments.ts";

const tree = [
  { code: "ALL", parentCode: null },
  { code: "RETAIL", parentCode: "ALL" },
  { code: "NORTH", parentCode: "RETAIL" },
  { code: "HR", parentCode: "ALL" },
];

describe("the tree of departments", () => {
  it("climbs and descends", () => {
    expect(withAncestors("NORTH", tree)).toEqual(["NORTH", "RETAIL", "ALL"]);
    expect(withAncestors(null, tree)).toEqual([]);
    expect(withDescendants("RETAIL", tree).sort()).toEqual(["NORTH", "RETAIL"]);
  });

  it("ends at a circle", () => {
    const circle = [{ code: "A", parentCode: "B" }, { code: "B", parentCode: "A" }];
    expect(withAncestors("A", circle)).toEqual(["A", "B"]);
    expect(withDescendants("A", circle).sort()).toEqual(["A", "B"]);
  });

  it("tells a move that would close a circle", () => {
    expect(closesCircle("RETAIL", "NORTH", tree)).toBe(true);
    expect(closesCircle("RETAIL", "RETAIL", tree)).toBe(true);
    expect(closesCircle("NORTH", "HR", tree)).toBe(false);
    expect(closesCircle("NORTH", null, tree)).toBe(false);
  });
});
