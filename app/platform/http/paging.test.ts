import { describe, expect, it } from "vitest";
import { z } from "zod";
import { encodeCursor, instantOrDay, pageOf, pageQuery, periodQuery } from "./paging.ts";

const query = z.strictObject({ ...pageQuery, ...periodQuery("Asia/Ho_Chi_Minh") });

describe("a list's query", () => {
  it("is fifty from the newest unless told", () => {
    expect(query.parse({})).toEqual({ limit: 50, cursor: null, from: null, to: null });
  });

  it.each(["0", "201", "-1", "1.5", "1e2", "", "abc", "99999999999"])("takes no limit of %s", (limit) => {
    expect(query.safeParse({ limit }).success).toBe(false);
  });

  it("takes one to two hundred", () => {
    expect([query.parse({ limit: "1" }).limit, query.parse({ limit: "200" }).limit]).toEqual([1, 200]);
  });

  it("gives a cursor back as it was made and refuses any other", () => {
    expect(query.parse({ cursor: encodeCursor(["2026-11-22T03:00:00.000Z", 7]) }).cursor).toEqual(["2026-11-22T03:00:00.000Z", 7]);
    for (const cursor of ["x", "", encodeCursor([]), Buffer.from('{"a":1}').toString("base64url"), "a".repeat(600)]) expect(query.safeParse({ cursor }).success).toBe(false);
  });

  it("reads instants, and days in the organisation's zone", () => {
    const { from, to } = query.parse({ from: "2026-11-22", to: "2026-11-23T00:00:00+07:00" });
    expect([from, to].map((each) => each?.toISOString())).toEqual(["2026-11-21T17:00:00.000Z", "2026-11-22T17:00:00.000Z"]);
  });

  it.each(["2026-02-30", "22/11/2026", "yesterday", "2026-11-22T25:00:00Z", "2026-11-22 03:00", "1"])("refuses %s as an edge", (text) => {
    expect(instantOrDay(text, "Asia/Ho_Chi_Minh")).toBe(null);
  });
});

describe("a page of a list", () => {
  it("has a cursor while there is more", () => {
    const rows = [{ id: "c" }, { id: "b" }, { id: "a" }];
    expect(pageOf(rows, 2, ({ id }) => id, ({ id }) => [id])).toEqual({ items: ["c", "b"], nextCursor: encodeCursor(["b"]) });
    expect(pageOf(rows, 3, ({ id }) => id, ({ id }) => [id])).toEqual({ items: ["c", "b", "a"], nextCursor: null });
    expect(pageOf([], 3, String, () => [])).toEqual({ items: [], nextCursor: null });
  });
});
