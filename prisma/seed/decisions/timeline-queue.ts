interface Entry {
  readonly at: number;
  readonly order: number;
  readonly run: () => void;
}

/** Things that happen, played in the order of their instants; what happens may add what happens later. */
export class TimelineQueue {
  private readonly heap: Entry[] = [];
  private added = 0;

  add(at: Date, run: () => void): void {
    this.added += 1;
    this.heap.push({ at: at.getTime(), order: this.added, run });
    let index = this.heap.length - 1;
    while (index > 0) {
      const parent = (index - 1) >> 1;
      if (!this.before(index, parent)) break;
      this.swap(index, parent);
      index = parent;
    }
  }

  /** Plays everything up to and including an instant; what lies later never happens. */
  playUntil(end: Date): void {
    for (let first = this.heap[0]; first !== undefined && first.at <= end.getTime(); first = this.heap[0]) {
      this.removeFirst();
      first.run();
    }
  }

  private removeFirst(): void {
    const last = this.heap.pop();
    if (last === undefined || this.heap.length === 0) return;
    this.heap[0] = last;
    let index = 0;
    for (;;) {
      const [left, right] = [2 * index + 1, 2 * index + 2];
      let least = index;
      if (left < this.heap.length && this.before(left, least)) least = left;
      if (right < this.heap.length && this.before(right, least)) least = right;
      if (least === index) return;
      this.swap(index, least);
      index = least;
    }
  }

  private before(a: number, b: number): boolean {
    const [first, second] = [this.heap[a], this.heap[b]];
    if (first === undefined || second === undefined) return false;
    return first.at < second.at || (first.at === second.at && first.order < second.order);
  }

  private swap(a: number, b: number): void {
    const [first, second] = [this.heap[a], this.heap[b]];
    if (first === undefined || second === undefined) return;
    this.heap[a] = second;
    this.heap[b] = first;
  }
}
