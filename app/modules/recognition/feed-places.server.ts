import { db } from "#platform/db.server.ts";

/** A recognition's place in a list: newest first, then by id. */
export interface Place {
  readonly id: string;
  readonly at: Date;
}

/** Whose recognitions are meant: received by somebody, given or received by them, or received in teams. */
export type Whose = { readonly receiverId: string } | { readonly personId: string } | { readonly teams: readonly string[] };

const CHUNK = 500;

const newestFirst = (a: Place, b: Place) => b.at.getTime() - a.at.getTime() || (a.id < b.id ? 1 : -1);

async function received(where: { personId: string } | { managerId: { in: string[] } }, before: Place | null): Promise<Place[]> {
  const after = before === null ? {} : { OR: [{ at: { lt: before.at } }, { at: before.at, recognitionId: { lt: before.id } }] };
  const rows = await db.recognitionRecipient.findMany({ where: { ...where, ...after }, select: { recognitionId: true, at: true }, orderBy: [{ at: "desc" }, { recognitionId: "desc" }], take: CHUNK });
  return rows.map(({ recognitionId, at }) => ({ id: recognitionId, at }));
}

async function given(giverId: string, before: Place | null): Promise<Place[]> {
  const after = before === null ? {} : { OR: [{ at: { lt: before.at } }, { at: before.at, id: { lt: before.id } }] };
  return db.recognition.findMany({ where: { giverId, ...after }, select: { id: true, at: true }, orderBy: [{ at: "desc" }, { id: "desc" }], take: CHUNK });
}

/**
 * The next places after `before` in somebody's list, found by the index on people rather than by reading everything;
 * who may see them is for the caller to ask. `more` tells whether there may be others beyond the last.
 */
export async function placesOf(whose: Whose, before: Place | null): Promise<{ readonly places: readonly Place[]; readonly more: boolean }> {
  const lists =
    "receiverId" in whose
      ? [await received({ personId: whose.receiverId }, before)]
      : "teams" in whose
        ? [await received({ managerId: { in: [...whose.teams] } }, before)]
        : await Promise.all([received({ personId: whose.personId }, before), given(whose.personId, before)]);
  const once = new Map(lists.flat().map((place) => [place.id, place]));
  const places = [...once.values()].sort(newestFirst);
  // Beyond the end of a full list the other one may not be looked at yet.
  const ends = lists.flatMap((list) => (list.length < CHUNK ? [] : (list.at(-1) ?? [])));
  const [end] = ends.sort(newestFirst);
  return { places: end === undefined ? places : places.filter((place) => newestFirst(place, end) <= 0), more: end !== undefined };
}
