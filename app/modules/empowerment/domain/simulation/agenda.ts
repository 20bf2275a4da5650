interface Appointment {
  readonly at: number;
  readonly turn: number;
  readonly act: () => void;
}

/** What will happen at instants to come, earliest first; of two at one instant the one entered first. */
export class Agenda {
  readonly #heap: Appointment[] = [];
  #turns = 0;

  /** Enters an act. */
  add(at: number, act: () => void): void {
    const heap = this.#heap;
    const entered = { at, turn: (this.#turns += 1), act };
    let place = heap.push(entered) - 1;
    while (place > 0) {
      const above = (place - 1) >> 1;
      const parent = heap[above] as Appointment;
      if (!isBefore(entered, parent)) break;
      heap[place] = parent;
      place = above;
    }
    heap[place] = entered;
  }

  /** Does everything up to an instant, itself included. */
  playUntil(now: number): void {
    for (let next = this.#heap[0]; next !== undefined && next.at <= now; next = this.#heap[0]) {
      this.#dropFirst();
      next.act();
    }
  }

  #dropFirst(): void {
    const heap = this.#heap;
    const last = heap.pop();
    if (last === undefined || heap.length === 0) return;
    let place = 0;
    for (;;) {
      const left = 2 * place + 1;
      if (left >= heap.length) break;
      const right = left + 1;
      const child = right < heap.length && isBefore(heap[right] as Appointment, heap[left] as Appointment) ? right : left;
      const below = heap[child] as Appointment;
      if (!isBefore(below, last)) break;
      heap[place] = below;
      place = child;
    }
    heap[place] = last;
  }
}

function isBefore(a: Appointment, b: Appointment): boolean {
  return a.at < b.at || (a.at === b.at && a.turn < b.turn);
}
