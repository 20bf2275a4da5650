import type { PastCase } from "./past-case.ts";

const DAY_MS = 86_400_000;

type CaseRefs = Pick<PastCase, "caseRef" | "orderRef" | "subjects" | "decidedAt" | "caseGoesOn">;

/** What was added for one case, to be handed back where it is taken out. */
export interface CaseEntry {
  readonly byCase: string | null;
  readonly order: OrderEntry | null;
  readonly amount: number;
}

interface OrderEntry {
  readonly key: string;
  readonly decidedAt: number;
  readonly caseRef: string | null;
  readonly amount: number;
  /** When it is out of reach of whoever decides from then on. */
  readonly until: number;
}

/**
 * What was granted or approved in the same case: the same `caseRef`, or the same customer and order decided in
 * (now − 24 h, now]; each once, by group of gestures. Kept are the open 24 hours and the cases that go on.
 */
export class CaseTotals {
  readonly #byCase = new Map<string, number>();
  readonly #byOrder = new Map<string, OrderEntry[]>();
  #leaving: OrderEntry[] = [];
  #first = 0;

  /** Minor units that count against a case limit. */
  total(refs: CaseRefs, group: string): number {
    const now = refs.decidedAt;
    this.#forget(now);
    let total = refs.caseRef === null ? 0 : (this.#byCase.get(caseKey(refs.caseRef, group)) ?? 0);
    const key = orderKey(refs, group);
    for (const entry of key === null ? [] : (this.#byOrder.get(key) ?? [])) {
      const counted = refs.caseRef !== null && entry.caseRef === refs.caseRef;
      if (!counted && entry.decidedAt > now - DAY_MS) total += entry.amount;
    }
    return total;
  }

  /** Nobody asks for this case again. */
  end({ caseRef, caseGoesOn }: CaseRefs, groups: Iterable<string>): void {
    if (caseRef === null || caseGoesOn) return;
    for (const group of groups) this.#byCase.delete(caseKey(caseRef, group));
  }

  /** Adds what was given in a case. */
  add(refs: CaseRefs, group: string, amount: number): CaseEntry {
    const { caseRef, decidedAt } = refs;
    const byCase = caseRef === null || !refs.caseGoesOn ? null : caseKey(caseRef, group);
    if (byCase !== null) this.#byCase.set(byCase, (this.#byCase.get(byCase) ?? 0) + amount);
    const key = orderKey(refs, group);
    if (key === null) return { byCase, order: null, amount };
    const order = { key, decidedAt, caseRef, amount, until: decidedAt + DAY_MS };
    const entries = this.#byOrder.get(key);
    if (entries === undefined) this.#byOrder.set(key, [order]);
    else entries.push(order);
    this.#leaving.push(order);
    return { byCase, order, amount };
  }

  /** Takes out what was added. */
  takeOut({ byCase, order, amount }: CaseEntry): void {
    const total = byCase === null ? undefined : this.#byCase.get(byCase);
    if (byCase !== null && total !== undefined) this.#byCase.set(byCase, total - amount);
    if (order !== null) this.#remove(order);
  }

  #remove(entry: OrderEntry): void {
    const entries = this.#byOrder.get(entry.key);
    const at = entries?.indexOf(entry) ?? -1;
    if (entries === undefined || at < 0) return;
    if (entries.length === 1) this.#byOrder.delete(entry.key);
    else entries.splice(at, 1);
  }

  /** Lets go what is out of reach; an approval that came late waits behind earlier ones, which only keeps it longer. */
  #forget(now: number): void {
    const leaving = this.#leaving;
    for (; this.#first < leaving.length; this.#first += 1) {
      const entry = leaving[this.#first] as OrderEntry;
      if (entry.until > now) break;
      this.#remove(entry);
    }
    if (this.#first < 1024 || this.#first * 2 < leaving.length) return;
    this.#leaving = leaving.slice(this.#first);
    this.#first = 0;
  }
}

const caseKey = (caseRef: string, group: string) => `${group}\n${caseRef}`;

function orderKey({ orderRef, subjects: { customerRef } }: CaseRefs, group: string): string | null {
  return orderRef === null || customerRef === null ? null : `${group}\n${customerRef}\n${orderRef}`;
}
