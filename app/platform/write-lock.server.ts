import { BusyError } from "./busy.server.ts";

interface Waiter {
  readonly start: () => void;
}

/** After so long in one process's hands the lock rests for a moment, so that another process gets its turn. */
const TURN_MS = 20;
const REST_MS = 1;

/** First come, first served lock of the one writer connection in this process. */
export class WriteLock {
  #held = false;
  #turnStartedAt = 0;
  readonly #waiters: Waiter[] = [];

  /**
   * Waits for the lock until `deadline` (performance.now() milliseconds); answers the function that gives it back.
   * Throws BusyError when the deadline passes first.
   */
  async acquire(deadline: number): Promise<() => void> {
    if (!this.#held) {
      this.#held = true;
      this.#turnStartedAt = performance.now();
    } else {
      await this.#queue(deadline);
    }
    let released = false;
    return () => {
      if (released) return;
      released = true;
      this.#next();
    };
  }

  #queue(deadline: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        start: () => {
          clearTimeout(timer);
          resolve();
        },
      };
      const timer = setTimeout(() => {
        const place = this.#waiters.indexOf(waiter);
        if (place >= 0) this.#waiters.splice(place, 1);
        reject(new BusyError("locked"));
      }, Math.max(0, deadline - performance.now()));
      this.#waiters.push(waiter);
    });
  }

  #next(): void {
    if (this.#waiters.length === 0) {
      this.#held = false;
      return;
    }
    if (performance.now() - this.#turnStartedAt < TURN_MS) {
      this.#start();
      return;
    }
    setTimeout(() => {
      this.#turnStartedAt = performance.now();
      this.#start();
    }, REST_MS);
  }

  #start(): void {
    const waiter = this.#waiters.shift();
    if (waiter === undefined) this.#held = false;
    else waiter.start();
  }
}
