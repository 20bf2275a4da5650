import { type Action, reach } from "#access/permissions.ts";
import { demand, type Asked } from "#platform/acting.server.ts";
import { notFound, Refusal } from "#platform/http/refusal.ts";
import { notify } from "#modules/notifications/public.server.ts";
import type { Row, Tx } from "#platform/transaction.server.ts";
import { headline } from "./domain/headline.ts";
import { type Parts, sees, speaksFor } from "./domain/sight.ts";
import { type Answer, type ImprovementState, type Move, nextState } from "./domain/states.ts";

export type Improvement = Row<"Improvement">;

/** An improvement with everybody who has a part in it, as read in the transaction that changes it. */
export interface Opened {
  readonly row: Improvement;
  readonly owners: readonly Row<"ImprovementOwner">[];
  readonly parts: Parts;
}

/** Stores an HTTP answer in the command's own transaction, so that a repeated request gets it again. */
export type RememberDone = (tx: Tx, id: string) => Promise<void> | void;

export async function readImprovement(tx: Tx, id: string): Promise<Opened | null> {
  const row = await tx.find("Improvement", { id });
  if (row === null) return null;
  const owners = await tx.list("ImprovementOwner", { improvementId: id }, { orderBy: [["lead", "desc"], ["departmentCode", "asc"]] });
  const reporters = (await tx.list("ImprovementReporter", { improvementId: id }, { orderBy: [["at", "asc"]] })).map(({ personId }) => personId);
  const stepOwners = (await tx.list("ImprovementStep", { improvementId: id })).map(({ ownerId }) => ownerId);
  return { row, owners, parts: { reporters, owners, stepOwners, siteCode: row.siteCode, managerId: row.managerId } };
}

/**
 * An improvement for somebody who wants to do `action` to it. Refuses: `forbidden` what no role allows; `not_found` what
 * they may not know of.
 */
export async function openImprovement(tx: Tx, id: string, asked: Asked, action: Action): Promise<Opened> {
  demand(asked, action);
  const opened = await readImprovement(tx, id);
  if (opened === null) throw notFound();
  const scope = asked.actor === null ? ({ all: true } as const) : reach(asked.actor, "improvements.read");
  // A token that may write but not read still acts on what its person may know of.
  const seen = asked.actor === null || sees(scope ?? reach(asked.actor, action) ?? nobody, opened.parts);
  if (!seen) throw notFound();
  return opened;
}

const nobody = { all: false, personId: "", team: false, sites: [], departments: [] } as const;

/** Refuses with `forbidden` whoever speaks for none of the owning departments. */
export function demandVoice({ owners, row }: Opened, { actor }: Asked): void {
  if (actor === null || owners.some((owner) => speaksFor(actor, owner, row.siteCode))) return;
  throw new Refusal("forbidden");
}

/**
 * Moves an improvement, guarded by the state it was read in, and answers the new state.
 * Refuses: 409 `state_changed` for a move the table does not have, `answer_needed` after the answer that it has to stay.
 */
export async function advance(tx: Tx, { row }: Opened, move: Move, set: Partial<Improvement> = {}): Promise<ImprovementState> {
  const next = nextState(row.state as ImprovementState, move, row.answer as Answer | null);
  if (!next.ok) throw new Refusal(next.error, { status: 409 });
  const changed = await tx.update("Improvement", { id: row.id, state: row.state, trials: row.trials }, { ...set, state: next.value });
  if (changed !== 1) throw new Refusal("state_changed");
  return next.value;
}

/** Tells people inside the product what concerns them about an improvement; each once, whoever acts never. */
export async function tellAll(
  tx: Tx,
  row: Pick<Improvement, "id" | "number" | "what">,
  { kind, to, by, at, params = {} }: { readonly kind: string; readonly to: readonly (string | null)[]; readonly by: string | null; readonly at: Date; readonly params?: Readonly<Record<string, unknown>> },
): Promise<void> {
  const people = new Set(to.filter((id) => id !== null && id !== by) as string[]);
  for (const personId of people) {
    await notify(tx, { personId, kind: `improvement.${kind}`, params: { number: row.number, what: headline(row.what), ...params }, href: `/improvements/${row.id}`, at });
  }
}

export const subjectOf = ({ id }: Pick<Improvement, "id">) => ({ kind: "improvement", id }) as const;
export const personIn = ({ actor }: Asked): string | null => actor?.personId ?? null;
