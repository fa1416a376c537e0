/** The discrete-event clock: time stands still while work is in flight, and moves only from one event to the next. */
export interface Clock {
  /** Milliseconds since the epoch, of the simulated time. */
  now(): number;
  /** Runs `action` at that instant (at once if it is past); events of one instant run in the order they were set. Returns its cancellation. */
  at(timeMilliseconds: number, action: () => void): () => void;
  /** Resolves after that much simulated time. */
  sleep(milliseconds: number, signal?: AbortSignal): Promise<void>;
  /** Holds time still until the promise settles: every real wait (a Lambda, an endpoint, a database) goes through it. */
  during<T>(work: Promise<T>): Promise<T>;
  /** Moves time freely to that instant, running every event on the way. */
  runUntil(timeMilliseconds: number): Promise<void>;
  /** Moves time freely until the condition holds or no event is left; returns whether it holds. */
  runWhile(condition: () => boolean, untilMilliseconds: number): Promise<boolean>;
  /** Lets simulated time follow real time times `speed`, until stopped. */
  follow(speed: number): void;
  stop(): void;
}
