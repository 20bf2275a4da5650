import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type GraphNode, layoutGraph } from "./graph-layout.ts";

const node = (code: string, ...to: string[]): GraphNode => ({ code, ways: to.map((target, index) => ({ code: String(index), to: target })) });

describe("a drawn graph", () => {
  it("puts each node below everything that leads to it, and marks what leads back", () => {
    const { nodes, edges, layers, rows } = layoutGraph("a", [node("a", "b", "c"), node("b", "d", "a"), node("c", "b"), node("d")]);
    expect(nodes.map(({ code, layer }) => [code, layer])).toEqual([["a", 0], ["c", 1], ["b", 2], ["d", 3]]);
    expect(edges.filter(({ back }) => back)).toEqual([{ from: "b", choice: "1", to: "a", back: true }]);
    expect([layers, rows]).toEqual([4, 1]);
  });

  it("puts what cannot be reached below everything, and leaves out ways to nothing", () => {
    const { nodes, edges } = layoutGraph("a", [node("lost", "a"), node("a", "b", "gone"), node("b")]);
    expect(nodes.at(-1)).toEqual({ code: "lost", layer: 2, row: 0, reachable: false });
    expect(edges.map(({ from, to }) => [from, to])).toEqual([["lost", "a"], ["a", "b"]]);
  });

  it("stands a node under the one it comes from", () => {
    const { nodes } = layoutGraph("a", [node("a", "left", "right"), node("left", "z"), node("right", "y"), node("y"), node("z")]);
    expect(nodes.filter(({ layer }) => layer === 2).map(({ code }) => code)).toEqual(["z", "y"]);
  });

  it("draws nothing of nothing", () => expect(layoutGraph("a", [])).toEqual({ nodes: [], edges: [], layers: 0, rows: 0 }));

  it("places every node once, in a place of its own, the same each time, and every way down or marked", () => {
    const graphs = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 4 }), { minLength: 1, maxLength: 9 }).map((drawn) => drawn.map((to, index) => node(String(index), ...to.map(String))));
    fc.assert(
      fc.property(graphs, (given) => {
        const layout = layoutGraph("0", given);
        expect(layout.nodes.map(({ code }) => code).sort()).toEqual(given.map(({ code }) => code).sort());
        expect(new Set(layout.nodes.map(({ layer, row }) => `${layer}/${row}`)).size).toBe(given.length);
        const heights = new Map(layout.nodes.map(({ code, layer }) => [code, layer]));
        for (const { from, to, back } of layout.edges) expect(back).toBe((heights.get(to) ?? 0) <= (heights.get(from) ?? 0));
        expect(layoutGraph("0", given)).toEqual(layout);
      }),
    );
  });
});
