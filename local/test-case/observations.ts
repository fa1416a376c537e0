import { nextObservations, unlinked } from './chains.ts';
import type { Observation, Usage } from './language.ts';

/** Without a usage, an observation is met once, and what is like it later on is not looked at. */
const onceByDefault: Usage = { type: 'Exactly', times: 1 };

interface Progress {
  readonly observation: Observation;
  /** It waits for its event: it comes after no other one, or that one was met. */
  isWaiting: boolean;
  count: number;
}

/** Why an observation is not met. */
export type Unmet =
  /** What it waited for came that many times, or not at all. */
  | { reason: 'count'; count: number; usage: Usage }
  /** None of those before it was met. */
  | { reason: 'notReached' };

/** Which observations wait, and how often each was met. */
export class Observations {
  readonly #all: Progress[];

  constructor(observations: readonly Observation[]) {
    this.#all = observations.map((observation) => ({ observation, isWaiting: false, count: 0 }));
    this.#await(unlinked(observations).map(({ Identifier }) => Identifier));
  }

  /**
   * The observations that an event meets. Where none of those that still wait for something takes it, it counts for one that says by
   * its usage how often it may happen.
   */
  meet(isMetBy: (observation: Observation) => boolean): Observation[] {
    const candidates = this.#all.filter(({ isWaiting, observation }) => isWaiting && isMetBy(observation));
    const open = candidates.filter(({ observation, count }) => count < mostOf(observation));
    for (const progress of open) progress.count++;
    if (open.length === 0) for (const progress of candidates) if (progress.observation.Usage) progress.count++;
    for (const { observation, count } of open)
      if (count >= leadingCount(observation)) this.#await(nextObservations(observation));
    return open.map(({ observation }) => observation);
  }

  get waiting(): Observation[] {
    return this.#all.filter(({ isWaiting }) => isWaiting).map(({ observation }) => observation);
  }

  /** Undefined where it is met as often as it must be. */
  unmet(observation: Observation): Unmet | undefined {
    const { isWaiting = false, count = 0 } = this.#all.find((progress) => progress.observation === observation) ?? {};
    const usage = observation.Usage ?? onceByDefault;
    if (isMet(usage, count)) return undefined;
    return isWaiting ? { reason: 'count', count, usage } : { reason: 'notReached' };
  }

  /** What may happen not at all keeps nothing that comes after it waiting. */
  #await(identifiers: readonly string[]): void {
    for (const progress of this.#all) {
      if (progress.isWaiting || !identifiers.includes(progress.observation.Identifier)) continue;
      progress.isWaiting = true;
      if (progress.observation.Usage?.type === 'AtMost') this.#await(nextObservations(progress.observation));
    }
  }
}

function mostOf({ Usage = onceByDefault }: Observation): number {
  return Usage.type === 'Exactly' || Usage.type === 'AtMost' ? Usage.times : Infinity;
}

/** From which time on what comes after it waits. */
function leadingCount({ Usage = onceByDefault }: Observation): number {
  return Usage.type === 'Exactly' || Usage.type === 'AtLeast' ? Usage.times : 1;
}

/** `Always` is every time, and at least once. */
function isMet({ type, times }: Usage, count: number): boolean {
  switch (type) {
    case 'Exactly':
      return count === times;
    case 'AtLeast':
      return count >= times;
    case 'AtMost':
      return count <= times;
    case 'Always':
      return count >= 1;
    default:
      return type satisfies never;
  }
}
