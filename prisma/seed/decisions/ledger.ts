import type { BudgetPlace } from "#modules/empowerment/domain/budget-places.ts";
import type { Insert } from "#platform/transaction.server.ts";

type EntryRow = Insert<"BudgetEntry">;
type CounterRow = Insert<"BudgetCounter">;

/** One budget to charge: with a limit it must hold, without one it is counted only. */
export interface PlacedCharge {
  readonly place: BudgetPlace;
  readonly limit: number | null;
  /** Minor units, or 1. */
  readonly delta: number;
}

const keyOf = (place: Pick<BudgetPlace, "code" | "subject">, window: string) => `${place.code}\n${place.subject}\n${window}`;

/** The budgets in memory, kept as recording keeps them: counters for calendar windows, the ledger for rolling ones. */
export class Ledger {
  readonly entries: EntryRow[] = [];
  readonly counters = new Map<string, CounterRow>();
  private readonly rolling = new Map<string, EntryRow[]>();
  private readonly byDecision = new Map<string, EntryRow[]>();

  usage(places: readonly BudgetPlace[], now: Date): Record<string, number> {
    const usage: Record<string, number> = {};
    for (const place of places) {
      usage[place.code] =
        place.window === null
          ? (this.rolling.get(keyOf(place, "")) ?? []).reduce((sum, { at, delta }) => (at > place.after && at <= now ? sum + Number(delta) : sum), 0)
          : Number(this.counters.get(keyOf(place, place.window))?.consumed ?? 0n);
    }
    return usage;
  }

  charge(decisionId: string, charges: readonly PlacedCharge[], at: Date, newId: () => string): void {
    for (const { place, limit, ...taken } of charges) {
      const delta = BigInt(taken.delta);
      const entry: EntryRow = { id: newId(), decisionId, budget: place.code, subject: place.subject, window: place.window, kind: "charge", delta, at };
      this.add(entry);
      if (place.window === null) continue;
      const key = keyOf(place, place.window);
      const consumed = (this.counters.get(key)?.consumed ?? 0n) + delta;
      if (limit !== null && consumed > BigInt(limit)) throw new RangeError(`${place.code} of ${place.subject} would be overspent`);
      this.counters.set(key, { budget: place.code, subject: place.subject, window: place.window, consumed, limit: limit === null ? consumed : BigInt(limit) });
    }
  }

  /** Gives back what a decision took; a release carries the instant of its charge. */
  release(decisionId: string, newId: () => string): void {
    for (const charge of this.byDecision.get(decisionId) ?? []) {
      this.add({ ...charge, id: newId(), kind: "release", delta: -charge.delta });
      const key = keyOf({ code: charge.budget, subject: charge.subject }, charge.window ?? "");
      const counter = charge.window == null ? undefined : this.counters.get(key);
      if (counter) this.counters.set(key, { ...counter, consumed: counter.consumed - charge.delta });
    }
    this.byDecision.delete(decisionId);
  }

  private add(entry: EntryRow): void {
    this.entries.push(entry);
    if (entry.kind === "charge") this.byDecision.set(entry.decisionId, [...(this.byDecision.get(entry.decisionId) ?? []), entry]);
    if (entry.window !== null) return;
    const key = keyOf({ code: entry.budget, subject: entry.subject }, "");
    const list = this.rolling.get(key);
    if (list) list.push(entry);
    else this.rolling.set(key, [entry]);
  }
}
