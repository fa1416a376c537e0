import type { RoutingStep } from '../../flow-language/routing-criteria.ts';
import type { hookNames } from '../../flow-language/specification/settings.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { ContactDescription } from './centre.ts';
import type { CentreAgent } from './agents.ts';
import { interruption } from './interruption.ts';
import { Keypad } from './keypad.ts';
import type { CallFacts } from './outcome.ts';
import type { CallbackPlan } from './queued-callbacks.ts';
import type { FarEnd } from './third-party.ts';
import type { Waiting } from './waiting-line.ts';

/** In Connect's words, as `state` events tell them. */
export type ContactState =
  | 'initiated'
  | 'connectedToSystem'
  | 'queued'
  | 'connecting'
  | 'connectedToAgent'
  | 'connectedToThirdParty'
  | 'customerRemaining'
  | 'disconnected';

export type EventHook = (typeof hookNames)[number];

/** What stays of a contact after its end. */
export interface ContactRecord {
  description: ContactDescription;
  attributes: Record<string, string>;
}

/** A link, a number or a text that an agent sees beside a task. */
export interface TaskReference {
  Type: string;
  Value: string;
}

/** The documented priority of a contact that sets none; 1 is the highest. */
export const DEFAULT_QUEUE_PRIORITY = 5;

/** A call under way. */
export class Contact {
  readonly record: ContactRecord;
  /** E.164; undefined where it is withheld. */
  readonly customerNumber: string | undefined;
  systemNumber: string;
  readonly keypad = new Keypad();
  readonly hooks = new Map<EventHook, string>();
  /** Hooks whose flow a flow has switched off. */
  readonly disabledHooks = new Set<EventHook>();
  /** User-defined tags, in the order they were set. */
  tags: Record<string, string> = {};
  /** The last task that a flow has created for this contact. */
  lastTaskId: string | undefined;
  /** Who took the call that was made: a person, or a machine. */
  answeredBy: 'caller' | 'machine' | undefined;
  /** Rings whoever is called back, with that caller ID, and says whether they answered: while an outbound whisper is to do so. */
  completeCall: ((callerId: string | undefined) => Promise<boolean>) | undefined;
  readonly loopCounts = new Map<string, number>();
  readonly facts: CallFacts = {
    queued: false,
    agentReached: false,
    booked: false,
    promise: undefined,
    calledBack: false,
    transferred: false,
    closed: false,
    informed: false,
  };
  state: ContactState = 'initiated';
  /** Somebody is there to hear the flows: nobody is in a task, nor in a callback until it is answered. */
  onLine = true;
  ended = false;
  /** The agent has put the talk on hold. */
  onHold = false;
  targetQueue: DeployedQueue | undefined;
  queuePriority = DEFAULT_QUEUE_PRIORITY;
  queueTimeAdjustmentSeconds = 0;
  /** Whom it is offered to at first, in its queue. */
  routingSteps: readonly RoutingStep[] = [];
  /** When its wait began, where that was before it was queued: a callback keeps the place of the call it comes from. */
  waitsSince: number | undefined;
  waiting: Waiting | undefined;
  agent: CentreAgent | undefined;
  /** The agent who talked with the caller, if any did. */
  agentArn: string | undefined;
  /** An agent still writes up this call. */
  inAfterContactWork = false;
  voice = 'Joanna';
  data: {
    Name?: string;
    Description?: string;
    LanguageCode?: string;
    CustomerId?: string;
    References?: Record<string, TaskReference>;
  } = {};
  /** Where the caller's audio is streamed to, as flows and functions read it; undefined where it never was. */
  audioStream: Record<string, string> | undefined;
  /** Set by a flow; where none sets it, the number to call back is the caller's own. */
  callbackNumber: string | undefined;
  /** What this contact was created by, if it is a queued callback. */
  callback: CallbackPlan | undefined;
  /** Ends the ringing of the telephone that is called. */
  stopRinging: (() => void) | undefined;
  /** Whom the caller was handed over to, and the end of that line while it lasts. */
  transferredTo: string | undefined;
  farEnd: FarEnd | undefined;
  /** Where the caller is by now, whom the agent has passed on. */
  continuedBy: Contact | undefined;
  readonly #runs = new Set<AbortController>();

  constructor(record: ContactRecord, numbers: { customer: string | undefined; system: string }) {
    this.record = record;
    this.customerNumber = numbers.customer;
    this.systemNumber = numbers.system;
  }

  /** The caller ID of a call of ours, in place of the queue's. */
  showNumber(callerId: string): void {
    this.systemNumber = callerId;
    this.record.description.systemNumber = callerId;
  }

  get id(): string {
    return this.record.description.id;
  }

  get channel(): 'VOICE' | 'TASK' | 'CHAT' {
    return this.record.description.channel ?? 'VOICE';
  }

  /** The contact in which this caller is now. */
  get latest(): Contact {
    return this.continuedBy?.latest ?? this;
  }

  /** Goes on with what flows have set for the contact before. */
  continueFrom(previous: Contact): void {
    for (const [hook, flow] of previous.hooks) this.hooks.set(hook, flow);
    for (const hook of previous.disabledHooks) this.disabledHooks.add(hook);
    this.tags = { ...previous.tags };
    this.voice = previous.voice;
    this.data = { ...previous.data };
    this.waitsSince = previous.waitsSince;
    this.queuePriority = previous.queuePriority;
    this.queueTimeAdjustmentSeconds = previous.queueTimeAdjustmentSeconds;
    this.routingSteps = previous.routingSteps;
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
