import type { PolicyDocument } from "../../schemas.ts";
import type { BudgetPlace } from "../budget-places.ts";

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
  sum: number;
  entries: number;
}

interface Entry {
  readonly at: number;
  readonly subject: string;
  readonly slot: Slot;
  delta: number;
}

/** A release leaves the window together with its charge, so it takes the charge itself away. */
function takeAway(entry: Entry): void {
  entry.slot.sum -= entry.delta;
  entry.delta = 0;
}

/** Sums of the last n·24 hours by subject. Entries come in order of time and leave the same way, each once. */
class RollingCounter {
  readonly #reach: number;
  readonly #bySubject = new Map<string, Slot>();
  #entries: Entry[] = [];
  #first = 0;

  constructor(readonly days: number) {
    this.#reach = days * DAY_MS;
  }

  used(subject: string, now: number): number {
    this.#forget(now);
    return this.#bySubject.get(subject)?.sum ?? 0;
  }

  add(subject: string, delta: number, at: number): Entry {
    this.#forget(at);
    let slot = this.#bySubject.get(subject);
    if (slot === undefined) this.#bySubject.set(subject, (slot = { sum: 0, entries: 0 }));
    const entry = { at, subject, slot, delta };
    slot.sum += delta;
    slot.entries += 1;
    this.#entries.push(entry);
    return entry;
  }

  /** The window is (now − n·24 h, now]. */
  #forget(now: number): void {
    const entries = this.#entries;
    for (; this.#first < entries.length; this.#first += 1) {
      const entry = entries[this.#first] as Entry;
      if (entry.at > now - this.#reach) break;
      takeAway(entry);
      entry.slot.entries -= 1;
      if (entry.slot.entries === 0) this.#bySubject.delete(entry.subject);
    }
    if (this.#first < 1024 || this.#first * 2 < entries.length) return;
    this.#entries = entries.slice(this.#first);
    this.#first = 0;
  }
}

/** A charge that was booked, to be handed back where it is taken back. */
export interface Booking {
  readonly counter: CalendarCounter | undefined;
  readonly window: string;
  readonly subject: string;
  readonly delta: number;
  /** One of each rolling window of the budget. */
  readonly entries: readonly Entry[];
}

interface BudgetCounters {
  readonly calendar: Map<string, CalendarCounter>;
  readonly rolling: RollingCounter[];
}

/**
 * What is consumed of every budget, by its code: a counter belongs to the code, so versions share it. A rolling window
 * counts every charge of the code, whatever kind of window it was made for, as the ledger does. Calls come in order of
 * time; memory is bounded by the windows that are open.
 */
export class Counters {
  readonly #budgets = new Map<string, BudgetCounters>();

  /** @param documents every version that will book or ask */
  constructor(documents: Iterable<Pick<PolicyDocument, "budgets">>) {
    for (const { budgets } of documents) {
      for (const { code, window } of budgets) {
        let counters = this.#budgets.get(code);
        if (counters === undefined) this.#budgets.set(code, (counters = { calendar: new Map(), rolling: [] }));
        if (typeof window === "string") counters.calendar.set(window, counters.calendar.get(window) ?? new CalendarCounter());
        else if (!counters.rolling.some(({ days }) => days === window.rollingDays)) counters.rolling.push(new RollingCounter(window.rollingDays));
      }
    }
  }

  /** Consumed at a place, in the budget's unit. */
  used(place: BudgetPlace, now: number): number {
    const { window } = place.budget;
    const counters = this.#of(place.code);
    if (typeof window === "string") return counters.calendar.get(window)?.used(place.window ?? "", place.subject) ?? 0;
    return counters.rolling.find(({ days }) => days === window.rollingDays)?.used(place.subject, now) ?? 0;
  }

  /** Adds to a place. */
  book({ code, subject, budget, window }: BudgetPlace, delta: number, at: number): Booking {
    const { calendar, rolling } = this.#of(code);
    const counter = typeof budget.window === "string" ? calendar.get(budget.window) : undefined;
    counter?.add(window ?? "", subject, delta);
    return { counter, window: window ?? "", subject, delta, entries: rolling.map((each) => each.add(subject, delta, at)) };
  }

  /** Gives back what a charge took, to the windows it was taken from. */
  takeBack({ counter, window, subject, delta, entries }: Booking): void {
    counter?.add(window, subject, -delta);
    entries.forEach(takeAway);
  }

  #of(code: string): BudgetCounters {
    const counters = this.#budgets.get(code);
    if (counters === undefined) throw new RangeError(`a budget of no version given: ${code}`);
    return counters;
  }
}
