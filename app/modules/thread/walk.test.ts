import { describe, expect, test } from "vitest";
import { endKey, type ThreadEnd, type ThreadKind, type ThreadRelation } from "./kinds.ts";
import { type Bounds, neighbours, placeOf, type ThreadLink, walk } from "./walk.ts";

const end = (text: string): ThreadEnd => {
  const [kind, id] = text.split(":") as [ThreadKind, string];
  return { kind, id };
};
const drawn = (from: string, relation: ThreadRelation, to: string): ThreadLink => ({
  ...{ id: `${from} ${relation} ${to}`, from: end(from), to: end(to), relation },
  ...{ byId: null, at: new Date(0), automatic: true, note: null },
});

const CHAIN = [
  drawn("feedback:F", "about", "decision:D"),
  drawn("decision:D", "under", "rule:R"),
  drawn("decision:OTHER", "under", "rule:R"),
  drawn("improvement:I", "caused_by", "decision:D"),
  drawn("improvement:I", "changed", "rule:R"),
  drawn("recognition:T", "about", "decision:D"),
  drawn("story:S", "tells_of", "improvement:I"),
];

const BOUNDS: Bounds = { depth: 5, things: 60, perRelation: 6 };

function around(links: readonly ThreadLink[], hidden: readonly string[]) {
  const linksOf = (at: ThreadEnd, relations: readonly ThreadRelation[] | null, most: number) =>
    links.filter(({ from, to, relation }) => [endKey(from), endKey(to)].includes(endKey(at)) && (relations?.includes(relation) ?? true)).slice(0, most * 20);
  const visible = async (ends: readonly ThreadEnd[]) => new Map(ends.map(endKey).filter((key) => !hidden.includes(key)).map((key) => [key, key]));
  return [linksOf, visible] as const;
}

function walked(start: string, links: readonly ThreadLink[] = CHAIN, bounds: Partial<Bounds> = {}, hidden: readonly string[] = []) {
  const [linksOf, visible] = around(links, hidden);
  return walk(end(start), linksOf, visible, { ...BOUNDS, ...bounds });
}
const keysOf = async (chain: ReturnType<typeof walked>) => [...((await chain)?.nodes.keys() ?? [])].sort();

describe("walking the thread", () => {
  test("goes from the customer's words to what moved afterwards", async () => {
    expect(await keysOf(walked("feedback:F"))).toEqual(["decision:D", "feedback:F", "improvement:I", "recognition:T", "rule:R", "story:S"]);
  });

  test("passes a rule only to what changed it, not to every case decided under it", async () => {
    expect(await keysOf(walked("decision:D"))).not.toContain("decision:OTHER");
    expect(await keysOf(walked("rule:R"))).toContain("decision:OTHER");
  });

  test("enters nothing the reader may not know of, and nothing beyond it", async () => {
    expect(await keysOf(walked("feedback:F", CHAIN, {}, ["decision:D"]))).toEqual(["feedback:F"]);
    const chain = await walked("decision:D", CHAIN, {}, ["improvement:I"]);
    expect([...(chain?.nodes.keys() ?? [])]).not.toContain("story:S");
    expect(chain?.links.some(({ id }) => id.includes("improvement"))).toBe(false);
  });

  test("is nothing at all from what the reader may not know of", async () => {
    expect(await walked("decision:D", CHAIN, {}, ["decision:D"])).toBeNull();
  });

  test("ends where links go in a circle", async () => {
    const circle = [drawn("decision:A", "follows", "decision:B"), drawn("decision:B", "follows", "decision:C"), drawn("decision:C", "follows", "decision:A")];
    expect(await keysOf(walked("decision:A", circle))).toEqual(["decision:A", "decision:B", "decision:C"]);
  });

  test("passing a version of the policy, goes to what led to it, not to the other rules it changed", async () => {
    const version = [drawn("policy:4", "changed", "rule:R"), drawn("policy:4", "changed", "rule:OTHER"), drawn("improvement:I", "changed", "policy:4")];
    expect(await keysOf(walked("rule:R", version))).toEqual(["improvement:I", "policy:4", "rule:R"]);
    expect(await keysOf(walked("policy:4", version))).toEqual(["improvement:I", "policy:4", "rule:OTHER", "rule:R"]);
  });

  test("keeps to its bounds and says so", async () => {
    const many = Array.from({ length: 30 }, (_, at) => drawn(`decision:${at}`, "under", "rule:R"));
    const near = await walked("rule:R", many);
    expect(near?.nodes.size).toBe(1 + BOUNDS.perRelation);
    expect(near?.complete).toBe(false);
    const few = await walked("rule:R", many, { perRelation: 50, things: 10 });
    expect(few?.nodes.size).toBe(10);
    expect(few?.complete).toBe(false);
    const one = await walked("feedback:F", CHAIN, { depth: 1 });
    expect([one?.nodes.size, one?.complete]).toEqual([2, false]);
    expect((await walked("feedback:F"))?.complete).toBe(true);
  });
});

describe("what stands next to a thing", () => {
  test("is what it is linked to itself, never links among its neighbours, nor what is hidden", async () => {
    const same = [...CHAIN, drawn("decision:D", "about", "customer:C"), drawn("decision:OTHER", "about", "customer:C"), drawn("decision:D", "follows", "decision:OTHER")];
    const near = await neighbours(end("decision:D"), ...around(same, ["recognition:T"]), 6);
    expect(near?.map(({ end: other, link: { relation } }) => `${relation} ${endKey(other)}`).sort()).toEqual([
      ...["about customer:C", "about feedback:F", "caused_by improvement:I", "follows decision:OTHER", "under rule:R"],
    ]);
    expect(await neighbours(end("decision:D"), ...around(same, ["decision:D"]), 6)).toBeNull();
  });
});

describe("before and after", () => {
  test("what a thing rests on came before it, what it changed after", () => {
    const changed = drawn("improvement:I", "changed", "rule:R");
    const under = drawn("decision:D", "under", "rule:R");
    expect([placeOf(changed, end("improvement:I")), placeOf(changed, end("rule:R"))]).toEqual(["after", "before"]);
    expect([placeOf(under, end("decision:D")), placeOf(under, end("rule:R"))]).toEqual(["before", "after"]);
  });
});
