import type { RoutingStep } from '../../flow-language/routing-criteria.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { CentreAgent } from './agents.ts';
import type { Contact } from './contact.ts';

/** Someone who waits in a queue. */
export interface Waiting {
  line: WaitingLine;
  /** Undefined for callers who only count. */
  contact: Contact | undefined;
  priority: number;
  /** When the wait began, as routing sees it: adjusted by the contact's time adjustment. */
  since: number;
  enqueuedAt: number;
  /** Whom it may be offered to, from `stepsSince` on. */
  steps: readonly RoutingStep[];
  stepsSince: number;
  /** Order of arrival: breaks ties. */
  sequence: number;
  /** The agent whom it rings at. It keeps its place until that agent accepts. */
  offeredTo: CentreAgent | undefined;
}

function comesBefore(one: Waiting, other: Waiting): boolean {
  return (one.priority - other.priority || one.since - other.since || one.sequence - other.sequence) < 0;
}

/** The contacts of one queue: lowest priority number first, then the longest wait. */
export class WaitingLine {
  readonly queue: DeployedQueue;
  readonly #waiting: Waiting[] = [];

  constructor(queue: DeployedQueue) {
    this.queue = queue;
  }

  get size(): number {
    return this.#waiting.length;
  }

  get isFull(): boolean {
    return this.queue.maxContacts !== undefined && this.#waiting.length >= this.queue.maxContacts;
  }

  add(waiting: Waiting): void {
    let low = 0;
    let high = this.#waiting.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      const other = this.#waiting[middle];
      if (other && comesBefore(waiting, other)) high = middle;
      else low = middle + 1;
    }
    this.#waiting.splice(low, 0, waiting);
  }

  remove(waiting: Waiting): void {
    const index = this.#waiting.indexOf(waiting);
    if (index !== -1) this.#waiting.splice(index, 1);
  }

  /** 1 for the next to be served; 0 where it does not wait here. */
  positionOf(waiting: Waiting): number {
    return this.#waiting.indexOf(waiting) + 1;
  }

  /** The first whom no agent's telephone rings for yet. */
  firstToOffer(mayServe: (waiting: Waiting) => boolean = () => true): Waiting | undefined {
    return this.#waiting.find((waiting) => !waiting.offeredTo && mayServe(waiting));
  }

  firstContactToOffer(mayServe: (waiting: Waiting) => boolean = () => true): Waiting | undefined {
    return this.firstToOffer((waiting) => waiting.contact !== undefined && mayServe(waiting));
  }

  oldestAgeSeconds(now: number): number {
    const oldest = this.#waiting.reduce((earliest, { enqueuedAt }) => Math.min(earliest, enqueuedAt), now);
    return Math.floor((now - oldest) / 1000);
  }
}

/** Who comes first over several queues. */
export function foremost(candidates: Waiting[]): Waiting | undefined {
  return candidates.reduce<Waiting | undefined>(
    (first, candidate) => (first && !comesBefore(candidate, first) ? first : candidate),
    undefined,
  );
}
