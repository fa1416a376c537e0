import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Clock } from './clock.ts';
import { type ClockEvent, ClockEvents } from './clock-events.ts';

/** Node's timers cannot wait longer than 2^31 ms; waking once a minute costs nothing. */
const LONGEST_REAL_WAIT_MILLISECONDS = 60_000;

interface Pace {
  speed: number;
  realAnchor: number;
  timeAnchor: number;
}

/**
 * A clock that starts at that instant, in milliseconds since the epoch, and stands still until it is run or told to follow real time.
 * `lookaheadMilliseconds`: how far events may go on while work is in flight that began before them. Then the cores share the work of many
 * callers, and the order in which works of the same moment end is no longer the same twice: for loads, not for scripts.
 */
export function createEventClock(startMilliseconds: number, { lookaheadMilliseconds = 0 } = {}): Clock {
  return new EventClock(startMilliseconds, lookaheadMilliseconds);
}

class EventClock implements Clock {
  readonly #events = new ClockEvents();
  #time: number;
  #sequence = 0;
  readonly #lookaheadMilliseconds: number;
  /** When each began, the oldest first. */
  readonly #inFlight = new Set<{ since: number }>();
  #waiting: (() => void)[] = [];
  #running = false;
  #turn: Promise<unknown> = Promise.resolve();
  #pace: Pace | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(startMilliseconds: number, lookaheadMilliseconds: number) {
    this.#time = startMilliseconds;
    this.#lookaheadMilliseconds = lookaheadMilliseconds;
  }

  now(): number {
    if (this.#pace && this.#inFlight.size === 0 && !this.#running) {
      const { speed, realAnchor, timeAnchor } = this.#pace;
      const paced = Math.floor(timeAnchor + (performance.now() - realAnchor) * speed);
      this.#time = Math.max(this.#time, Math.min(paced, this.#events.peek()?.timeMilliseconds ?? Infinity));
    }
    return this.#time;
  }

  at(timeMilliseconds: number, action: () => void): () => void {
    const event: ClockEvent = {
      timeMilliseconds: Math.max(timeMilliseconds, this.now()),
      sequence: this.#sequence++,
      action,
    };
    this.#events.add(event);
    this.#arm();
    return () => {
      event.action = undefined;
    };
  }

  sleep(milliseconds: number, signal?: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      if (signal?.aborted) return reject(signal.reason);
      const onAbort = (): void => {
        cancel();
        reject(signal?.reason);
      };
      const cancel = this.at(this.now() + milliseconds, () => {
        signal?.removeEventListener('abort', onAbort);
        resolve();
      });
      signal?.addEventListener('abort', onAbort, { once: true });
    });
  }

  async during<T>(work: Promise<T>): Promise<T> {
    const begun = { since: this.now() };
    this.#inFlight.add(begun);
    try {
      return await work;
    } finally {
      this.#inFlight.delete(begun);
      if (this.#inFlight.size === 0) this.#becomeIdle();
      else if (this.#lookaheadMilliseconds > 0) this.#wake();
    }
  }

  async runUntil(timeMilliseconds: number): Promise<void> {
    await this.runWhile(() => false, timeMilliseconds);
    this.#time = Math.max(this.#time, timeMilliseconds);
    this.#anchor();
  }

  runWhile(condition: () => boolean, untilMilliseconds: number): Promise<boolean> {
    // Two runs at once would take events while the other's work is under way: they take turns.
    const run = this.#turn.then(() => this.#run(condition, untilMilliseconds));
    this.#turn = run.catch(() => undefined);
    return run;
  }

  follow(speed: number): void {
    this.stop();
    this.#pace = { speed, realAnchor: performance.now(), timeAnchor: this.#time };
    this.#arm();
  }

  stop(): void {
    this.now();
    this.#pace = undefined;
    clearTimeout(this.#timer);
  }

  async #run(condition: () => boolean, untilMilliseconds: number): Promise<boolean> {
    this.now();
    this.#running = true;
    try {
      for (;;) {
        await this.#settled();
        if (condition()) return true;
        const next = this.#events.peek();
        if (!next) return false;
        if (next.timeMilliseconds > untilMilliseconds) {
          this.#time = Math.max(this.#time, untilMilliseconds);
          return false;
        }
        this.#events.take();
        this.#time = next.timeMilliseconds;
        next.action?.();
      }
    } finally {
      this.#running = false;
      this.#anchor();
    }
  }

  /** Resolves once nothing is in flight that the next event waits for, and everything that the last one set off has been done. */
  async #settled(): Promise<void> {
    do {
      if (this.#mustWait()) await new Promise<void>((resolve) => this.#waiting.push(resolve));
      await nextTurn();
    } while (this.#mustWait());
  }

  #mustWait(): boolean {
    const [oldest] = this.#inFlight;
    if (oldest === undefined) return false;
    const next = this.#events.peek()?.timeMilliseconds ?? Infinity;
    return this.#lookaheadMilliseconds === 0 || next > oldest.since + this.#lookaheadMilliseconds;
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }

  #becomeIdle(): void {
    this.#wake();
    this.#anchor();
  }

  #anchor(): void {
    if (!this.#pace) return;
    this.#pace.realAnchor = performance.now();
    this.#pace.timeAnchor = this.#time;
    this.#arm();
  }

  #arm(): void {
    if (!this.#pace || this.#running || this.#inFlight.size > 0) return;
    clearTimeout(this.#timer);
    const next = this.#events.peek();
    if (!next) return;
    const realWait = (next.timeMilliseconds - this.now()) / this.#pace.speed;
    this.#timer = setTimeout(
      () => void this.runWhile(() => false, this.now()),
      Math.min(Math.max(realWait, 0), LONGEST_REAL_WAIT_MILLISECONDS),
    );
  }
}
