import { endKey, sameEnd, type ThreadEnd, type ThreadKind, type ThreadRelation } from "./kinds.ts";

/** A link as it is stored. */
export interface ThreadLink {
  readonly id: string;
  readonly from: ThreadEnd;
  readonly to: ThreadEnd;
  readonly relation: ThreadRelation;
  /** null: the system */
  readonly byId: string | null;
  readonly at: Date;
  readonly automatic: boolean;
  readonly note: string | null;
}

/** The newest links of a thing, each relation and direction by itself, at most `most` of each. */
export type LinksOf = (end: ThreadEnd, relations: readonly ThreadRelation[] | null, most: number) => readonly ThreadLink[];

/** Those of the things that one reader may know of. */
export type Visible<Node> = (ends: readonly ThreadEnd[]) => Promise<ReadonlyMap<string, Node>>;

export interface Bounds {
  /** Steps from the start. */
  readonly depth: number;
  /** Things in all, the start included. */
  readonly things: number;
  /** Links of one relation and direction at one thing. */
  readonly perRelation: number;
}

export interface Chain<Node> {
  /** By `endKey`, the start first. */
  readonly nodes: ReadonlyMap<string, { readonly end: ThreadEnd; readonly node: Node }>;
  readonly links: readonly ThreadLink[];
  /** False where a bound left something out. */
  readonly complete: boolean;
}

/** Things that very many others touch. Walking through one would draw in what has nothing to do with the start. */
const CROSSROADS: ReadonlySet<ThreadKind> = new Set(["rule", "policy", "customer", "value", "course", "kpi", "touchpoint"]);

/** What is followed on from a crossroads all the same: what changed it, what came of it, what measures it. */
const THROUGH: readonly ThreadRelation[] = ["changed", "caused_by", "measures"];

/** Whether a link leads from a version of the policy to a rule it changed: many rules change together that have nothing to do with each other. */
function scatters({ from, relation }: ThreadLink, end: ThreadEnd): boolean {
  return end.kind === "policy" && relation === "changed" && sameEnd(from, end);
}

/**
 * The chain a thing stands in: from thing to thing over links both ways, nearest first, within bounds. Only what the
 * reader may know of is entered, so nothing beyond it shows either.
 * @returns null when the reader may not know of the start itself
 */
export async function walk<Node>(start: ThreadEnd, linksOf: LinksOf, visible: Visible<Node>, bounds: Bounds): Promise<Chain<Node> | null> {
  const first = (await visible([start])).get(endKey(start));
  if (first === undefined) return null;
  const nodes = new Map([[endKey(start), { end: start, node: first }]]);
  const links = new Map<string, ThreadLink>();
  let complete = true;
  let layer: readonly ThreadEnd[] = [start];
  for (let step = 0; step <= bounds.depth && layer.length > 0; step++) {
    const found: ThreadLink[] = [];
    for (const end of layer) {
      const passing = CROSSROADS.has(end.kind) && !sameEnd(end, start);
      const near = linksOf(end, passing ? THROUGH : null, bounds.perRelation + 1).filter((link) => !(passing && scatters(link, end)));
      const within = withinEach(near, end, bounds.perRelation);
      complete &&= within.length === near.length;
      found.push(...within);
    }
    const ends = new Map(found.flatMap(({ from, to }) => [from, to]).map((end) => [endKey(end), end]));
    const unknown = [...ends].filter(([key]) => !nodes.has(key));
    // Where nothing more is entered and something is known to be left out, what else there is need not be looked up.
    const closed = step === bounds.depth || nodes.size >= bounds.things;
    const seen = closed && !complete ? new Map<string, Node>() : await visible(unknown.map(([, end]) => end));
    const next: ThreadEnd[] = [];
    for (const [key, end] of unknown) {
      const node = seen.get(key);
      if (node === undefined) continue;
      if (nodes.size >= bounds.things || step === bounds.depth) {
        complete = false;
        break;
      }
      nodes.set(key, { end, node });
      next.push(end);
    }
    for (const link of found) if (nodes.has(endKey(link.from)) && nodes.has(endKey(link.to))) links.set(link.id, link);
    layer = next;
  }
  return { nodes, links: [...links.values()], complete };
}

/** A link of a thing with what stands at its other end. */
export interface Neighbour<Node> {
  readonly link: ThreadLink;
  readonly end: ThreadEnd;
  readonly node: Node;
}

/**
 * What a thing is linked to at once, as far as the reader may know of it.
 * @param perRelation links of one relation and direction
 * @returns null when the reader may not know of the thing itself
 */
export async function neighbours<Node>(start: ThreadEnd, linksOf: LinksOf, visible: Visible<Node>, perRelation: number): Promise<Neighbour<Node>[] | null> {
  if (!(await visible([start])).has(endKey(start))) return null;
  const near = linksOf(start, null, perRelation).map((link) => ({ link, end: sameEnd(link.from, start) ? link.to : link.from }));
  const seen = await visible([...new Map(near.map(({ end }) => [endKey(end), end])).values()]);
  return near.flatMap(({ link, end }) => {
    const node = seen.get(endKey(end));
    return node === undefined ? [] : [{ link, end, node }];
  });
}

/** The first `most` links of each relation and direction, in the order given. */
function withinEach(links: readonly ThreadLink[], end: ThreadEnd, most: number): ThreadLink[] {
  const counts = new Map<string, number>();
  return links.filter(({ from, relation }) => {
    const key = `${sameEnd(from, end) ? "out" : "in"}:${relation}`;
    const count = (counts.get(key) ?? 0) + 1;
    counts.set(key, count);
    return count <= most;
  });
}

/** Whether what is at the other end came before a thing or after it. */
export function placeOf({ from, relation }: Pick<ThreadLink, "from" | "relation">, end: ThreadEnd): "before" | "after" {
  // What a thing changed came after it; all other relations point back to what was there.
  return sameEnd(from, end) === (relation === "changed") ? "after" : "before";
}
