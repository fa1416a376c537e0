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

/** A clock that starts at that instant, in milliseconds since the epoch, and stands still until it is run or told to follow real time. */
export function createEventClock(startMilliseconds: number): Clock {
  return new EventClock(startMilliseconds);
}

class EventClock implements Clock {
  readonly #events = new ClockEvents();
  #time: number;
  #sequence = 0;
  #inFlight = 0;
  #whenIdle: (() => void)[] = [];
  #running = false;
  #turn: Promise<unknown> = Promise.resolve();
  #pace: Pace | undefined;
  #timer: NodeJS.Timeout | undefined;

  constructor(startMilliseconds: number) {
    this.#time = startMilliseconds;
  }

  now(): number {
    if (this.#pace && this.#inFlight === 0 && !this.#running) {
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
    this.now();
    this.#inFlight++;
    try {
      return await work;
    } finally {
      this.#inFlight--;
      if (this.#inFlight === 0) this.#becomeIdle();
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

  /** Resolves once nothing is in flight and everything that the last event set off has been done. */
  async #settled(): Promise<void> {
    do {
      if (this.#inFlight > 0) await new Promise<void>((resolve) => this.#whenIdle.push(resolve));
      await nextTurn();
    } while (this.#inFlight > 0);
  }

  #becomeIdle(): void {
    const waiting = this.#whenIdle;
    this.#whenIdle = [];
    for (const resolve of waiting) resolve();
    this.#anchor();
  }

  #anchor(): void {
    if (!this.#pace) return;
    this.#pace.realAnchor = performance.now();
    this.#pace.timeAnchor = this.#time;
    this.#arm();
  }

  #arm(): void {
    if (!this.#pace || this.#running || this.#inFlight > 0) return;
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
