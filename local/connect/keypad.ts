import type { Clock } from '../clock.ts';
import { interruption } from './interruption.ts';

/** Keys go only to the input that is asked for; pressed at another time, they are lost, as in Connect. */
export class Keypad {
  #input: KeyInput | undefined;

  press(key: string): void {
    this.#input?.receive(key);
  }

  /** From now until `close`, keys go to this input. */
  open(clock: Clock, signal: AbortSignal): KeyInput {
    this.#input = new KeyInput(clock, signal, () => {
      this.#input = undefined;
    });
    return this.#input;
  }
}

export class KeyInput {
  readonly close: () => void;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #buffered: string[] = [];
  #waiting: ((key: string) => void) | undefined;

  constructor(clock: Clock, signal: AbortSignal, close: () => void) {
    this.#clock = clock;
    this.#signal = signal;
    this.close = close;
  }

  receive(key: string): void {
    if (this.#waiting) this.#waiting(key);
    else this.#buffered.push(key);
  }

  /** The next key, or undefined after that time without one. */
  next(withinSeconds: number): Promise<string | undefined> {
    const signal = this.#signal;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(interruption);
      const buffered = this.#buffered.shift();
      if (buffered !== undefined) return resolve(buffered);
      const settle = (key: string | undefined): void => {
        this.#waiting = undefined;
        cancelTimeout();
        signal.removeEventListener('abort', onAbort);
        resolve(key);
      };
      const onAbort = (): void => {
        cancelTimeout();
        reject(interruption);
      };
      const cancelTimeout = this.#clock.at(this.#clock.now() + withinSeconds * 1000, () => settle(undefined));
      this.#waiting = settle;
      signal.addEventListener('abort', onAbort, { once: true });
    });
  }
}
