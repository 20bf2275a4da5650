/** Keeps members spread evenly over all that pass by, without knowing how many will: every n-th, n doubling when full. */
export class Spread<T> {
  #kept: T[] = [];
  #step = 1;
  #seen = 0;

  /** @param most how many are answered at the end */
  constructor(private readonly most: number) {}

  /** Offers the next one; `make` is called only when it is kept. */
  offer(make: () => T): void {
    const turn = this.#seen;
    this.#seen += 1;
    if (turn % this.#step !== 0) return;
    this.#kept.push(make());
    if (this.#kept.length < 2 * this.most) return;
    this.#kept = this.#kept.filter((_, at) => at % 2 === 0);
    this.#step *= 2;
  }

  /** At most `most`, first to last. */
  members(): T[] {
    const { length } = this.#kept;
    if (length <= this.most) return [...this.#kept];
    return Array.from({ length: this.most }, (_, at) => this.#kept[Math.floor((at * length) / this.most)] as T);
  }
}
