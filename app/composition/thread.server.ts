import type { Actor, PersonActor } from "#access/actor.ts";
import { can } from "#access/permissions.ts";
import { findPeople } from "#modules/people/public.server.ts";
import { endKey, sameEnd, type ThreadEnd, type ThreadKind, type ThreadLink, type ThreadNode } from "#modules/thread/public.ts";
import { drawLink, linksOf, mayRemove, neighbours, placeOf, type TypedLink, walk } from "#modules/thread/public.server.ts";
import type { ChainView, LinkView, PanelView, ThingView } from "#modules/thread/view-models.ts";
import type { Asked } from "#platform/acting.server.ts";
import { invalidInput, notFound } from "#platform/http/refusal.ts";
import { type Telling, thingAt, visibleNodes } from "./thread-kinds.server.ts";

const PAGE = { depth: 5, things: 60, perRelation: 6 };
const PANEL_PER_RELATION = 5;
const LIST_PER_RELATION = 200;
/** Of each side of the panel. */
const SHOWN = 4;

const pageOf = ({ kind, id }: ThreadEnd) => `/thread/${kind}/${encodeURIComponent(id)}`;

const seenBy = (actor: Actor, telling: Telling) => (ends: readonly ThreadEnd[]) => visibleNodes(actor, ends, telling);

/** When a thing came into the chain: when it happened, else when it was first linked. */
function momentOf(end: ThreadEnd, node: ThreadNode, links: readonly ThreadLink[]): string {
  if (node.at !== null) return node.at;
  const key = endKey(end);
  const linked = links.filter(({ from, to }) => endKey(from) === key || endKey(to) === key).map(({ at }) => at.toISOString());
  return linked.sort()[0] ?? "";
}

function thing(end: ThreadEnd, node: ThreadNode, links: readonly ThreadLink[]): ThingView {
  return { key: endKey(end), kind: end.kind, title: node.title, quote: node.quote, at: node.at, moment: momentOf(end, node, links), href: node.href, thread: pageOf(end) };
}

/** What stands right before and after a thing, for its own page. Nothing where nothing is linked, or nothing that may be seen. */
export async function threadPanel(actor: PersonActor, start: ThreadEnd, telling: Telling): Promise<PanelView> {
  const near = can(actor, "thread.read") ? await neighbours(start, linksOf, seenBy(actor, telling), PANEL_PER_RELATION) : null;
  const views = (near ?? []).map(({ link, end, node }) => ({
    side: placeOf(link, start),
    view: { ...thing(end, node, [link]), relation: link.relation, direction: sameEnd(link.from, start) ? ("out" as const) : ("in" as const) },
  }));
  const newest = (wanted: "before" | "after") => views.flatMap(({ side, view }) => (side === wanted ? [view] : [])).sort((a, b) => (a.moment < b.moment ? 1 : -1)).slice(0, SHOWN);
  return { before: newest("before"), after: newest("after"), page: pageOf(start), any: views.length > 0, mayLink: can(actor, "thread.link") };
}

/** How far a value's page looks from each recognition: what it cites, what that hangs on, and what came of it. */
const FROM_RECOGNITION = { depth: 3, things: 9, perRelation: 4 };

/** What hangs on a recognition beside its value, in the order it happened. */
export async function hangingOn(actor: PersonActor, recognitionId: string, telling: Telling): Promise<{ readonly things: readonly ThingView[]; readonly page: string }> {
  const start = { kind: "recognition", id: recognitionId } as const;
  const chain = can(actor, "thread.read") ? await walk(start, linksOf, seenBy(actor, telling), FROM_RECOGNITION) : null;
  const found = [...(chain?.nodes.values() ?? [])].filter(({ end }) => end.kind !== "value" && !sameEnd(end, start));
  const things = found.map(({ end, node }) => thing(end, node, chain?.links ?? []));
  return { things: things.sort((a, b) => (a.moment < b.moment ? -1 : a.moment > b.moment ? 1 : 0)), page: pageOf(start) };
}

/** The whole chain a thing stands in, in the order it happened. Throws 404 for what the reader may not know of. */
export async function threadPage(actor: PersonActor, start: ThreadEnd, telling: Telling): Promise<ChainView> {
  const chain = await walk(start, linksOf, seenBy(actor, telling), PAGE);
  if (chain === null) throw notFound();
  const people = findPeople(chain.links.flatMap(({ byId }) => (byId === null ? [] : [byId])));
  const things = [...chain.nodes.values()].map(({ end, node }) => thing(end, node, chain.links));
  const links = chain.links.map(
    (link): LinkView => ({
      id: link.id,
      from: endKey(link.from),
      to: endKey(link.to),
      relation: link.relation,
      by: link.byId === null ? null : (people.get(link.byId)?.name ?? null),
      at: link.at.toISOString(),
      automatic: link.automatic,
      note: link.note,
      mayRemove: !link.automatic && mayRemove({ actor }, link.byId),
    }),
  );
  things.sort((a, b) => (a.moment === b.moment ? 0 : a.moment < b.moment ? -1 : 1));
  return { start: endKey(start), things, links, complete: chain.complete, mayLink: can(actor, "thread.link") };
}

/** One link of a thing, as the API tells it. */
export interface ThreadLinkJson {
  readonly id: string;
  /** out: the thing asked about is where the link starts · in: where it ends */
  readonly direction: "out" | "in";
  readonly relation: ThreadLink["relation"];
  readonly other: ThreadEnd;
  readonly byId: string | null;
  readonly at: string;
  readonly automatic: boolean;
  readonly note: string | null;
}

/** The newest links of a thing whose other ends the actor may know of too; 404 for a thing they may not know of. */
export async function visibleThread(actor: Actor, kind: ThreadKind, id: string, telling: Telling): Promise<ThreadLinkJson[]> {
  const start = { kind, id };
  const near = await neighbours(start, linksOf, seenBy(actor, telling), LIST_PER_RELATION);
  if (near === null) throw notFound();
  const items = near.map(({ link: { from, to: _to, at, ...link }, end }): ThreadLinkJson => ({ ...link, direction: sameEnd(from, start) ? "out" : "in", other: end, at: at.toISOString() }));
  return items.sort((a, b) => (a.at < b.at ? 1 : -1));
}

/**
 * Draws a link between a thing and what stands at an address, where who asks may know of both.
 * Throws 404 for the thing; 422 at `to` for an address that names nothing they may know of, and as `drawLink`.
 */
export async function linkTo(actor: PersonActor, start: ThreadEnd, typed: TypedLink, asked: Asked, telling: Telling): Promise<void> {
  const to = thingAt(typed.to);
  const seen = await visibleNodes(actor, to === null ? [start] : [start, to], telling);
  if (!seen.has(endKey(start))) throw notFound();
  if (to === null || !seen.has(endKey(to))) throw invalidInput({ path: "to", code: "nothing_there" });
  await drawLink({ from: start, to, relation: typed.relation, note: typed.note }, asked);
}
