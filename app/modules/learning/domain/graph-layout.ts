/** A node of a drawn graph with the ways out of it, in their order. */
export interface GraphNode {
  readonly code: string;
  readonly ways: readonly { readonly code: string; readonly to: string }[];
}

export interface PlacedNode {
  readonly code: string;
  /** 0 is the start; what cannot be reached stands below everything else. */
  readonly layer: number;
  /** Position within the layer, from 0. */
  readonly row: number;
  readonly reachable: boolean;
}

export interface PlacedEdge {
  readonly from: string;
  readonly choice: string;
  readonly to: string;
  /** It leads upwards: back to something that was there before, or nowhere else. */
  readonly back: boolean;
}

export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  /** Ways to nodes that are there; in the order of nodes and their ways. */
  readonly edges: readonly PlacedEdge[];
  readonly layers: number;
  /** Nodes in the fullest layer. */
  readonly rows: number;
}

/** Sweeps that put each node below the middle of those that lead to it. */
const SWEEPS = 4;

type Edge = Omit<PlacedEdge, "back">;

function edgesOf(nodes: readonly GraphNode[]): Edge[] {
  const known = new Set(nodes.map(({ code }) => code));
  return nodes.flatMap(({ code, ways }) => ways.filter(({ to }) => known.has(to)).map((way) => ({ from: code, choice: way.code, to: way.to })));
}

/** Depth first from `start` in the order of ways: what is reached, ancestors before descendants, and the edges that close a circle. */
function walk(start: string, out: ReadonlyMap<string, readonly Edge[]>): { readonly order: readonly string[]; readonly back: ReadonlySet<Edge> } {
  const back = new Set<Edge>();
  const state = new Map<string, "open" | "done">();
  const finished: string[] = [];
  const stack: { readonly code: string; next: number }[] = [{ code: start, next: 0 }];
  state.set(start, "open");
  for (let top = stack.at(-1); top !== undefined; top = stack.at(-1)) {
    const edge = out.get(top.code)?.[top.next];
    top.next += 1;
    if (edge === undefined) {
      state.set(top.code, "done");
      finished.push(top.code);
      stack.pop();
    } else if (state.get(edge.to) === "open") back.add(edge);
    else if (!state.has(edge.to)) {
      state.set(edge.to, "open");
      stack.push({ code: edge.to, next: 0 });
    }
  }
  return { order: finished.reverse(), back };
}

/** The longest way from the start without going back, so that every edge but those that go back leads downwards. */
function layersOf(order: readonly string[], out: ReadonlyMap<string, readonly Edge[]>, back: ReadonlySet<Edge>): Map<string, number> {
  const layers = new Map<string, number>(order.map((code) => [code, 0]));
  for (const code of order) {
    for (const edge of out.get(code) ?? []) if (!back.has(edge)) layers.set(edge.to, Math.max(layers.get(edge.to) ?? 0, (layers.get(code) ?? 0) + 1));
  }
  return layers;
}

function arrange(layers: readonly string[][], edges: readonly Edge[]): void {
  for (let sweep = 0; sweep < SWEEPS; sweep += 1) {
    for (let index = 1; index < layers.length; index += 1) {
      const layer = layers[index] ?? [];
      const above = new Map(layers.slice(0, index).flatMap((codes) => codes.map((code, row) => [code, codes.length === 1 ? 0.5 : row / (codes.length - 1)] as const)));
      const middle = new Map(
        layer.map((code, row) => {
          const parents = edges.filter((edge) => edge.to === code).flatMap(({ from }) => above.get(from) ?? []);
          return [code, parents.length === 0 ? row / layer.length : parents.reduce((sum, at) => sum + at, 0) / parents.length] as const;
        }),
      );
      // Array.prototype.sort is stable: ties keep their order.
      layer.sort((a, b) => (middle.get(a) ?? 0) - (middle.get(b) ?? 0));
    }
  }
}

/**
 * Places a graph in layers for drawing: each node below everything that leads to it, but for ways back, which are marked;
 * within a layer near those it comes from (barycentre heuristic after Sugiyama, Tagawa and Toda, IEEE Transactions on
 * Systems, Man and Cybernetics 1981; 11:109–125). The same graph gives the same drawing. Of nodes with one code the first counts.
 */
export function layoutGraph(start: string, given: readonly GraphNode[]): GraphLayout {
  const nodes = [...new Map(given.map((node) => [node.code, node] as const).reverse()).values()].reverse();
  const edges = edgesOf(nodes);
  const out = new Map(nodes.map(({ code }) => [code, edges.filter(({ from }) => from === code)]));
  const { order, back } = out.has(start) ? walk(start, out) : { order: [], back: new Set<Edge>() };
  const layerOf = layersOf(order, out, back);
  const depth = layerOf.size === 0 ? 0 : Math.max(...layerOf.values()) + 1;
  const layers: string[][] = Array.from({ length: depth }, () => []);
  for (const { code } of nodes) layers[layerOf.get(code) ?? -1]?.push(code);
  arrange(layers, edges.filter((edge) => !back.has(edge)));
  const lost = nodes.map(({ code }) => code).filter((code) => !layerOf.has(code));
  if (lost.length > 0) layers.push(lost);
  const placed = layers.flatMap((codes, layer) => codes.map((code, row) => ({ code, layer, row, reachable: layerOf.has(code) })));
  const heights = new Map(placed.map(({ code, layer }) => [code, layer]));
  return {
    nodes: placed,
    edges: edges.map((edge) => ({ ...edge, back: (heights.get(edge.to) ?? 0) <= (heights.get(edge.from) ?? 0) })),
    layers: layers.length,
    rows: Math.max(0, ...layers.map(({ length }) => length)),
  };
}
