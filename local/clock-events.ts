export interface ClockEvent {
  timeMilliseconds: number;
  /** Order of setting: breaks ties of one instant. */
  sequence: number;
  /** Undefined once cancelled, so that nothing it refers to is kept. */
  action: (() => void) | undefined;
}

/** What is to come, soonest first: a binary heap, in which cancelled events stay until they surface. */
export class ClockEvents {
  #heap: ClockEvent[] = [];

  add(event: ClockEvent): void {
    let index = this.#heap.length;
    while (index > 0) {
      const parentIndex = (index - 1) >> 1;
      const parent = this.#heap[parentIndex];
      if (!parent || isBefore(parent, event)) break;
      this.#heap[index] = parent;
      index = parentIndex;
    }
    this.#heap[index] = event;
  }

  /** The next event that was not cancelled. */
  peek(): ClockEvent | undefined {
    while (this.#heap[0] && !this.#heap[0].action) this.#removeFirst();
    return this.#heap[0];
  }

  take(): ClockEvent | undefined {
    const first = this.peek();
    if (first) this.#removeFirst();
    return first;
  }

  #removeFirst(): void {
    const last = this.#heap.pop();
    if (!last || this.#heap.length === 0) return;
    let index = 0;
    for (;;) {
      const childIndex = this.#soonerChild(index);
      const child = this.#heap[childIndex];
      if (!child || isBefore(last, child)) break;
      this.#heap[index] = child;
      index = childIndex;
    }
    this.#heap[index] = last;
  }

  #soonerChild(index: number): number {
    const left = this.#heap[2 * index + 1];
    const right = this.#heap[2 * index + 2];
    return left && right && isBefore(right, left) ? 2 * index + 2 : 2 * index + 1;
  }
}

function isBefore(one: ClockEvent, other: ClockEvent): boolean {
  return (one.timeMilliseconds - other.timeMilliseconds || one.sequence - other.sequence) < 0;
}
