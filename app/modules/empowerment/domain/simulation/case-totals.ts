import type { PastCase } from "./past-case.ts";

const DAY_MS = 86_400_000;

type CaseRefs = Pick<PastCase, "caseRef" | "orderRef" | "subjects" | "decidedAt" | "caseGoesOn">;

/** What was given in a case by one group of gestures. */
interface CaseSum {
  readonly group: string;
  total: number;
}

interface OrderEntry {
  readonly orderRef: string;
  readonly customerRef: string;
  readonly group: string;
  readonly decidedAt: number;
  readonly caseRef: string | null;
  readonly amount: number;
}

/** What was added for one case, to be handed back where it is taken out. */
export interface CaseEntry {
  readonly sum: CaseSum | null;
  readonly order: OrderEntry | null;
  readonly amount: number;
}

/**
 * What was granted or approved in the same case: the same `caseRef`, or the same customer and order decided in
 * (now − 24 h, now]; each once, by group of gestures. Kept are the open 24 hours and the cases that go on.
 */
export class CaseTotals {
  readonly #byCase = new Map<string, CaseSum[]>();
  readonly #byOrder = new Map<string, OrderEntry[]>();
  #leaving: OrderEntry[] = [];
  #first = 0;

  /** Minor units that count against a case limit. */
  total({ caseRef, orderRef, subjects: { customerRef }, decidedAt: now }: CaseRefs, group: string): number {
    this.#forget(now);
    let total = 0;
    const sums = caseRef === null ? undefined : this.#byCase.get(caseRef);
    if (sums !== undefined) for (const sum of sums) if (sum.group === group) total += sum.total;
    const entries = orderRef === null || customerRef === null ? undefined : this.#byOrder.get(orderRef);
    if (entries === undefined) return total;
    for (const entry of entries) {
      if (entry.customerRef !== customerRef || entry.group !== group || entry.decidedAt <= now - DAY_MS) continue;
      if (caseRef === null || entry.caseRef !== caseRef) total += entry.amount;
    }
    return total;
  }

  /** Lets a case go of which nobody asks again. */
  end({ caseRef, caseGoesOn }: CaseRefs): void {
    if (caseRef !== null && !caseGoesOn) this.#byCase.delete(caseRef);
  }

  /** Adds what was given in a case. */
  add({ caseRef, caseGoesOn, orderRef, subjects: { customerRef }, decidedAt }: CaseRefs, group: string, amount: number): CaseEntry {
    const sum = caseRef === null || !caseGoesOn ? null : this.#sumOf(caseRef, group);
    if (sum !== null) sum.total += amount;
    if (orderRef === null || customerRef === null) return { sum, order: null, amount };
    const order = { orderRef, customerRef, group, decidedAt, caseRef, amount };
    const entries = this.#byOrder.get(orderRef);
    if (entries === undefined) this.#byOrder.set(orderRef, [order]);
    else entries.push(order);
    this.#leaving.push(order);
    return { sum, order, amount };
  }

  /** Takes out what was added. */
  takeOut({ sum, order, amount }: CaseEntry): void {
    if (sum !== null) sum.total -= amount;
    if (order !== null) this.#remove(order);
  }

  #sumOf(caseRef: string, group: string): CaseSum {
    let sums = this.#byCase.get(caseRef);
    if (sums === undefined) this.#byCase.set(caseRef, (sums = []));
    let sum = sums.find((each) => each.group === group);
    if (sum === undefined) sums.push((sum = { group, total: 0 }));
    return sum;
  }

  #remove(entry: OrderEntry): void {
    const entries = this.#byOrder.get(entry.orderRef);
    const at = entries?.indexOf(entry) ?? -1;
    if (entries === undefined || at < 0) return;
    if (entries.length === 1) this.#byOrder.delete(entry.orderRef);
    else entries.splice(at, 1);
  }

  /** Lets go what is out of reach; an approval that came late waits behind earlier ones, which only keeps it longer. */
  #forget(now: number): void {
    const leaving = this.#leaving;
    for (; this.#first < leaving.length; this.#first += 1) {
      const entry = leaving[this.#first] as OrderEntry;
      if (entry.decidedAt > now - DAY_MS) break;
      this.#remove(entry);
    }
    if (this.#first < 1024 || this.#first * 2 < leaving.length) return;
    this.#leaving = leaving.slice(this.#first);
    this.#first = 0;
  }
}
