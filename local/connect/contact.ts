import type { DeployedQueue } from '../deployment.ts';
import type { ContactDescription } from './centre.ts';
import type { CentreAgent } from './agents.ts';
import { interruption } from './interruption.ts';
import { Keypad } from './keypad.ts';
import type { CallFacts } from './outcome.ts';
import type { Waiting } from './waiting-line.ts';

/** In Connect's words, as `state` events tell them. */
export type ContactState =
  | 'initiated'
  | 'connectedToSystem'
  | 'queued'
  | 'connecting'
  | 'connectedToAgent'
  | 'customerRemaining'
  | 'disconnected';

export const eventHooks = [
  'CustomerQueue',
  'CustomerWhisper',
  'AgentWhisper',
  'CustomerRemaining',
  'CustomerHold',
  'AgentHold',
] as const;
export type EventHook = (typeof eventHooks)[number];

/** What stays of a contact after its end. */
export interface ContactRecord {
  description: ContactDescription;
  attributes: Record<string, string>;
}

/** The documented priority of a contact that sets none; 1 is the highest. */
export const DEFAULT_QUEUE_PRIORITY = 5;

/** A call under way. */
export class Contact {
  readonly record: ContactRecord;
  /** E.164; undefined where it is withheld. */
  readonly customerNumber: string | undefined;
  readonly systemNumber: string;
  readonly keypad = new Keypad();
  readonly hooks = new Map<EventHook, string>();
  readonly loopCounts = new Map<string, number>();
  readonly facts: CallFacts = {
    queued: false,
    agentReached: false,
    booked: false,
    closed: false,
    informed: false,
  };
  state: ContactState = 'initiated';
  ended = false;
  targetQueue: DeployedQueue | undefined;
  queuePriority = DEFAULT_QUEUE_PRIORITY;
  queueTimeAdjustmentSeconds = 0;
  waiting: Waiting | undefined;
  agent: CentreAgent | undefined;
  /** The agent who talked with the caller, if any did. */
  agentArn: string | undefined;
  /** An agent still writes up this call. */
  inAfterContactWork = false;
  voice = 'Joanna';
  data: { Name?: string; Description?: string; LanguageCode?: string; CustomerId?: string } = {};
  readonly #runs = new Set<AbortController>();

  constructor(record: ContactRecord, numbers: { customer: string | undefined; system: string }) {
    this.record = record;
    this.customerNumber = numbers.customer;
    this.systemNumber = numbers.system;
  }

  get id(): string {
    return this.record.description.id;
  }

  /** A signal for a flow that begins; aborted when the caller or an agent interrupts it. */
  beginRun(): { signal: AbortSignal; done: () => void } {
    const run = new AbortController();
    this.#runs.add(run);
    return { signal: run.signal, done: () => this.#runs.delete(run) };
  }

  interruptRuns(): void {
    for (const run of this.#runs) run.abort(interruption);
    this.#runs.clear();
  }
}
