import type { Clock } from '../clock.ts';

/** What is gathered until it is large enough, or its first has waited long enough on the clock. */
export class WaitingRecords<T> {
  readonly #clock: Clock;
  readonly #limits: { seconds: number; bytes: number };
  readonly #released: (records: readonly T[]) => void;
  #records: T[] = [];
  #bytes = 0;
  #cancel: (() => void) | undefined;

  constructor(clock: Clock, limits: { seconds: number; bytes: number }, released: (records: readonly T[]) => void) {
    this.#clock = clock;
    this.#limits = limits;
    this.#released = released;
  }

  /** What would make them more than the limit is the first of the next. */
  add(record: T, bytes: number): void {
    if (this.#bytes + bytes > this.#limits.bytes) this.release();
    this.#records.push(record);
    this.#bytes += bytes;
    this.#cancel ??= this.#clock.at(this.#clock.now() + this.#limits.seconds * 1000, () => this.release());
  }

  release(): void {
    const records = this.#records;
    this.#cancel?.();
    this.#cancel = undefined;
    this.#records = [];
    this.#bytes = 0;
    if (records.length > 0) this.#released(records);
  }
}
