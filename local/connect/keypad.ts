import type { Clock } from '../clock.ts';
import { interruption } from './interruption.ts';

/** What a caller says to a bot: the intent that it understands, and the values of its slots. */
export interface Said {
  intent: string;
  slots: Record<string, string>;
}

/** Keys go only to the input that is asked for; pressed at another time, they are lost, as in Connect. So are words, but where a bot listens. */
export class Keypad {
  #keys: KeyInput | undefined;
  #bot: KeyInput<string | Said> | undefined;

  press(key: string): void {
    (this.#bot ?? this.#keys)?.receive(key);
  }

  say(said: Said): void {
    this.#bot?.receive(said);
  }

  /** From now until `close`, keys go to this input. */
  open(clock: Clock, signal: AbortSignal): KeyInput {
    this.#keys = new KeyInput(clock, signal, () => {
      this.#keys = undefined;
    });
    return this.#keys;
  }

  /** From now until `close`, keys and words go to this input. */
  openToSpeech(clock: Clock, signal: AbortSignal): KeyInput<string | Said> {
    this.#bot = new KeyInput(clock, signal, () => {
      this.#bot = undefined;
    });
    return this.#bot;
  }
}

export class KeyInput<Heard = string> {
  readonly close: () => void;
  readonly #clock: Clock;
  readonly #signal: AbortSignal;
  readonly #buffered: Heard[] = [];
  #waiting: ((key: Heard) => void) | undefined;

  constructor(clock: Clock, signal: AbortSignal, close: () => void) {
    this.#clock = clock;
    this.#signal = signal;
    this.close = close;
  }

  receive(key: Heard): void {
    if (this.#waiting) this.#waiting(key);
    else this.#buffered.push(key);
  }

  /** The next key, or undefined after that time without one. */
  next(withinSeconds: number): Promise<Heard | undefined> {
    const signal = this.#signal;
    return new Promise((resolve, reject) => {
      if (signal.aborted) return reject(interruption);
      const buffered = this.#buffered.shift();
      if (buffered !== undefined) return resolve(buffered);
      const settle = (key: Heard | undefined): void => {
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
