import type { Clock } from '../clock.ts';
import { interruption } from './interruption.ts';

/** What a caller says to a bot: the intent that it understands, and the values of its slots. */
export interface Said {
  intent: string;
  slots: Record<string, string>;
}

/** What the service keeps of keys that no input has asked for yet. */
const LONGEST_TYPED_AHEAD = 30;

/**
 * Keys go only to the input that is asked for; pressed at another time, they are lost, as in Connect, unless the flow
 * buffers them. Words are lost but where a bot listens.
 */
export class Keypad {
  #keys: KeyInput | undefined;
  #bot: KeyInput<string | Said> | undefined;
  /** Keys that wait for an input; undefined where the flow buffers none. */
  #typedAhead: string[] | undefined;
  #keyTypedAhead: (() => void) | undefined;

  press(key: string): void {
    const input = this.#bot ?? this.#keys;
    if (input) return input.receive(key);
    if (!this.#typedAhead || this.#typedAhead.length >= LONGEST_TYPED_AHEAD) return;
    this.#typedAhead.push(key);
    this.#keyTypedAhead?.();
  }

  get buffers(): boolean {
    return this.#typedAhead !== undefined;
  }

  get typedAhead(): string {
    return this.#typedAhead?.join('') ?? '';
  }

  startBuffering(): void {
    this.#typedAhead ??= [];
  }

  /** Returns the keys that were waiting. */
  stopBuffering(): string {
    const { typedAhead } = this;
    this.#typedAhead = undefined;
    return typedAhead;
  }

  clearTypedAhead(): void {
    if (this.#typedAhead) this.#typedAhead = [];
  }

  /** `listener` is called for every key that is buffered, until another one is given. */
  onTypedAhead(listener: (() => void) | undefined): void {
    this.#keyTypedAhead = listener;
  }

  say(said: Said): void {
    this.#bot?.receive(said);
  }

  /** From now until `close`, keys go to this input. */
  open(clock: Clock, signal: AbortSignal): KeyInput {
    const waiting = this.#typedAhead?.splice(0);
    this.#keys = new KeyInput(
      clock,
      signal,
      (left) => {
        this.#keys = undefined;
        this.#typedAhead?.push(...left);
      },
      waiting,
    );
    return this.#keys;
  }

  /** From now until `close`, keys and words go to this input; a bot is told no key of before. */
  openToSpeech(clock: Clock, signal: AbortSignal): KeyInput<string | Said> {
    this.clearTypedAhead();
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
  readonly #buffered: Heard[];
  #waiting: ((key: Heard) => void) | undefined;

  /** `close` is given what came in and was not taken. */
  constructor(clock: Clock, signal: AbortSignal, close: (left: Heard[]) => void, waiting: Heard[] = []) {
    this.#clock = clock;
    this.#signal = signal;
    this.#buffered = waiting;
    this.close = () => close(this.#buffered);
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
