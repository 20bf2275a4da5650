import type { Row, Tx } from "#platform/transaction.server.ts";

/** A play with the choices that lead to where it stands, those it kept of an older play included. */
export interface PlayPath {
  readonly play: Row<"LearningPlay">;
  readonly choices: readonly string[];
}

type Chain = ReadonlyMap<string, { readonly play: Pick<Row<"LearningPlay">, "id" | "basedOnId" | "kept">; readonly own: readonly string[] }>;

/** The choices of a play from the beginning, along the plays it went on from. */
export function pathAlong(plays: Chain, id: string): string[] {
  const one = plays.get(id);
  if (one === undefined) return [];
  const kept = one.play.basedOnId === null ? [] : pathAlong(plays, one.play.basedOnId).slice(0, one.play.kept);
  return [...kept, ...one.own];
}

/** Every play of a lesson with its path, the newest last. */
export async function playsIn(tx: Tx, attemptId: string, lesson: string): Promise<PlayPath[]> {
  const plays = await tx.list("LearningPlay", { attemptId, lesson }, { orderBy: [["number", "asc"]] });
  const choices = plays.length === 0 ? [] : await tx.list("LearningChoice", { playId: plays.map(({ id }) => id) }, { orderBy: [["position", "asc"]] });
  const chain = new Map(plays.map((play) => [play.id, { play, own: choices.filter(({ playId }) => playId === play.id).map(({ choice }) => choice) }]));
  return plays.map((play) => ({ play, choices: pathAlong(chain, play.id) }));
}
