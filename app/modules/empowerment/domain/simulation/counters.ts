import type { PolicyBudget, PolicyDocument } from "../../schemas.ts";
import { windowAt } from "../budget-places.ts";

const DAY_MS = 86_400_000;

/** Counters of a calendar window by subject; those of windows that have ended are let go. */
class CalendarCounter {
  #window = "";
  #bySubject = new Map<string, number>();

  used(window: string, subject: string): number {
    return window === this.#window ? (this.#bySubject.get(subject) ?? 0) : 0;
  }

  add(window: string, subject: string, delta: number): void {
    if (window !== this.#window) {
      if (delta < 0) return;
      this.#window = window;
      this.#bySubject = new Map();
    }
    this.#bySubject.set(subject, (this.#bySubject.get(subject) ?? 0) + delta);
  }
}

interface Slot {
  readonly subject: string;
  sum: number;
  entries: number;
}

const SMALLEST = 1024;

/**
 * Sums of the last n·24 hours by subject. Entries come in order of time and leave the same way, each once; they stand
 * in a ring of plain numbers, since hundreds of thousands may be in the window.
 */
class RollingCounter {
  readonly #reach: number;
  readonly #bySubject = new Map<string, Slot>();
  #at = new Float64Array(SMALLEST);
  #delta = new Float64Array(SMALLEST);
  #slots = new Array<Slot | undefined>(SMALLEST).fill(undefined);
  /** Entries that have left and entries that have come, ever: entry n stands at n modulo the size of the ring. */
  #left = 0;
  #came = 0;

  constructor(readonly days: number) {
    this.#reach = days * DAY_MS;
  }

  used(subject: string, now: number): number {
    this.#forget(now);
    return this.#bySubject.get(subject)?.sum ?? 0;
  }

  /** Answers the number of the entry, to take it back by. */
  add(subject: string, delta: number, at: number): number {
    this.#forget(at);
    if (this.#came - this.#left === this.#at.length) this.#grow();
    let slot = this.#bySubject.get(subject);
    if (slot === undefined) this.#bySubject.set(subject, (slot = { subject, sum: 0, entries: 0 }));
    slot.sum += delta;
    slot.entries += 1;
    const place = this.#came % this.#at.length;
    this.#at[place] = at;
    this.#delta[place] = delta;
    this.#slots[place] = slot;
    this.#came += 1;
    return this.#came - 1;
  }

  /** A release leaves the window together with its charge, so it takes the charge itself away. */
  takeBack(entry: number): void {
    if (entry >= this.#left) this.#empty(entry % this.#at.length);
  }

  #empty(place: number): void {
    const slot = this.#slots[place];
    if (slot !== undefined) slot.sum -= this.#delta[place] as number;
    this.#delta[place] = 0;
  }

  /** The window is (now − n·24 h, now]. */
  #forget(now: number): void {
    for (; this.#left < this.#came; this.#left += 1) {
      const place = this.#left % this.#at.length;
      if ((this.#at[place] as number) > now - this.#reach) return;
      this.#empty(place);
      const slot = this.#slots[place];
      this.#slots[place] = undefined;
      if (slot !== undefined && (slot.entries -= 1) === 0) this.#bySubject.delete(slot.subject);
    }
  }

  #grow(): void {
    const [at, delta, slots] = [this.#at, this.#delta, this.#slots];
    const size = at.length;
    this.#at = new Float64Array(2 * size);
    this.#delta = new Float64Array(2 * size);
    this.#slots = new Array<Slot | undefined>(2 * size).fill(undefined);
    for (let entry = this.#left; entry < this.#came; entry += 1) {
      const place = entry % (2 * size);
      this.#at[place] = at[entry % size] as number;
      this.#delta[place] = delta[entry % size] as number;
      this.#slots[place] = slots[entry % size];
    }
  }
}

/** A charge that was booked, to be handed back where it is taken back. */
export interface Booking {
  readonly counter: CalendarCounter | null;
  readonly window: string;
  readonly subject: string;
  readonly delta: number;
  /** One of each rolling window of the budget. */
  readonly entries: readonly { readonly counter: RollingCounter; readonly entry: number }[];
}

/** Where one budget of one version is counted: in its own window, and in every rolling window of its code. */
interface BudgetCounter {
  readonly kind: "day" | "week" | "month" | null;
  readonly calendar: CalendarCounter | null;
  readonly own: RollingCounter | null;
  readonly rolling: readonly RollingCounter[];
}

/**
 * What is consumed of every budget: a counter belongs to the budget's code, so versions share it. A rolling window counts
 * every charge of the code, whatever kind of window it was made for, as the ledger does. Calls come in order of time;
 * memory is bounded by the windows that are open.
 */
export class Counters {
  readonly #byBudget = new Map<PolicyBudget, BudgetCounter>();

  /** @param documents every version that will book or ask */
  constructor(documents: readonly Pick<PolicyDocument, "budgets">[]) {
    const budgets = documents.flatMap((document) => document.budgets);
    const calendars = new Map<string, CalendarCounter>();
    const rolling = new Map<string, RollingCounter[]>();
    for (const { code, window } of budgets) {
      const own = rolling.get(code) ?? [];
      rolling.set(code, own);
      if (typeof window === "string") calendars.set(`${code} ${window}`, calendars.get(`${code} ${window}`) ?? new CalendarCounter());
      else if (!own.some(({ days }) => days === window.rollingDays)) own.push(new RollingCounter(window.rollingDays));
    }
    for (const budget of budgets) {
      const { code, window } = budget;
      const all = rolling.get(code) ?? [];
      if (typeof window === "string") this.#byBudget.set(budget, { kind: window, calendar: calendars.get(`${code} ${window}`) ?? null, own: null, rolling: all });
      else this.#byBudget.set(budget, { kind: null, calendar: null, own: all.find(({ days }) => days === window.rollingDays) ?? null, rolling: all });
    }
  }

  /** Consumed by a subject in the window of an instant, in the budget's unit. */
  used(budget: PolicyBudget, subject: string, now: Date, zone: string): number {
    const { kind, calendar, own } = this.#of(budget);
    if (kind !== null) return calendar?.used(windowAt(kind, now, zone).key, subject) ?? 0;
    return own?.used(subject, now.getTime()) ?? 0;
  }

  /** Adds to a subject's window of an instant; `kept` answers what takes it back. */
  book(budget: PolicyBudget, subject: string, delta: number, at: Date, zone: string, kept: boolean): Booking | null {
    const { kind, calendar, rolling } = this.#of(budget);
    const window = kind === null ? "" : windowAt(kind, at, zone).key;
    calendar?.add(window, subject, delta);
    const entries: { readonly counter: RollingCounter; readonly entry: number }[] = [];
    for (const counter of rolling) {
      const entry = counter.add(subject, delta, at.getTime());
      if (kept) entries.push({ counter, entry });
    }
    return kept ? { counter: calendar, window, subject, delta, entries } : null;
  }

  /** Gives back what a charge took, to the windows it was taken from. */
  takeBack({ counter, window, subject, delta, entries }: Booking): void {
    counter?.add(window, subject, -delta);
    for (const { counter: rolling, entry } of entries) rolling.takeBack(entry);
  }

  #of(budget: PolicyBudget): BudgetCounter {
    const counter = this.#byBudget.get(budget);
    if (counter === undefined) throw new RangeError(`a budget of no version given: ${budget.code}`);
    return counter;
  }
}
