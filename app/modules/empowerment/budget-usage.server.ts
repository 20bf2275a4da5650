import { newId } from "#kernel/ids.ts";
import { readHot, type Tx } from "#platform/transaction.server.ts";
import type { BudgetPlace } from "./domain/budget-places.ts";
import type { Charge } from "./public.ts";

/** Consumed by budget code, in minor units or times. */
export type Usage = Readonly<Record<string, number>>;

/** A counter that the guard refused: what was read is out of date, so everything is to be evaluated again. */
export class BudgetMoved extends Error {
  override readonly name = "BudgetMoved";
}

const key = ({ code, subject }: BudgetPlace) => ({ budget: code, subject });

/** What is consumed now, as committed. */
export function usageNow(places: readonly BudgetPlace[], now: Date): Usage {
  const usage: Record<string, number> = {};
  for (const place of places) {
    usage[place.code] = Number(
      place.window === null
        ? readHot("budget.rollingSum", { ...key(place), after: place.after, upTo: now })
        : (readHot("budget.read", { ...key(place), window: place.window })?.consumed ?? 0n),
    );
  }
  return usage;
}

/**
 * Inside a transaction nothing that is committed may be left out: whoever waited for the writer took their own instant
 * before, and somebody with a later one may have committed first.
 */
export const ALL_COMMITTED = new Date(8_640_000_000_000_000);

/** What is consumed, read inside a transaction: it holds until the commit. */
export async function usageIn(tx: Tx, places: readonly BudgetPlace[]): Promise<Usage> {
  const usage: Record<string, number> = {};
  for (const place of places) {
    usage[place.code] = Number(
      place.window === null
        ? await tx.statement("budget.rollingSum", { ...key(place), after: place.after, upTo: ALL_COMMITTED })
        : ((await tx.statement("budget.read", { ...key(place), window: place.window }))?.consumed ?? 0n),
    );
  }
  return usage;
}

/** One charge and where it is counted. */
export interface PlacedCharge {
  readonly charge: Charge;
  readonly place: BudgetPlace;
}

/** The charges of a decision with their places. */
export function placed(charges: readonly Charge[], places: readonly BudgetPlace[]): PlacedCharge[] {
  return charges.flatMap((charge) => {
    const place = places.find(({ code }) => code === charge.code);
    return place === undefined ? [] : [{ charge, place }];
  });
}

/**
 * Charges budgets for a decision and writes the ledger. Throws BudgetMoved where a guarded counter would go above its
 * limit; the transaction then rolls back. Rolling windows are guarded by the evaluation in the same transaction.
 */
export async function chargeBudgets(tx: Tx, decisionId: string, charges: readonly PlacedCharge[], at: Date): Promise<void> {
  for (const { charge, place } of charges) {
    const delta = BigInt(charge.delta);
    if (place.window !== null) {
      const counter = { ...key(place), window: place.window, delta };
      const changed =
        charge.limit === null
          ? await tx.statement("budget.chargeException", { ...counter, limit: 0n })
          : await tx.statement("budget.charge", { ...counter, limit: BigInt(charge.limit) });
      if (changed !== 1) throw new BudgetMoved();
    }
    await tx.insert("BudgetEntry", { id: newId(), decisionId, ...key(place), window: place.window, kind: "charge", delta, at });
  }
}

/** Gives back what a decision took, each to the window it was taken from. Answers how many budgets. */
export async function releaseBudgets(tx: Tx, decisionId: string): Promise<number> {
  const charged = await tx.list("BudgetEntry", { decisionId, kind: "charge" });
  for (const { budget, subject, window, delta, at } of charged) {
    if (window !== null) await tx.statement("budget.release", { budget, subject, window, delta });
    // The instant of the charge: in a rolling window both leave together.
    await tx.insert("BudgetEntry", { id: newId(), decisionId, budget, subject, window, kind: "release", delta: -delta, at });
  }
  return charged.length;
}
