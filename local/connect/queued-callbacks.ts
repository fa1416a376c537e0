import type { Clock } from '../clock.ts';
import type { DeployedQueue, Deployment } from '../deployment.ts';
import type { Calls } from './calls.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { Unanswered } from './outcome.ts';
import type { QueueDoor } from './queue-door.ts';

/** What `CreateCallbackContact` asks for. */
export interface CallbackPlan {
  number: string;
  queue: DeployedQueue;
  /** Sets the new contact up and queues it; without it, it joins the queue with Connect's defaults. */
  creationFlow: FlowDocument | undefined;
  initialDelaySeconds: number;
  /** Calls after the first one that nobody answered. */
  retries: number;
  retryDelaySeconds: number;
  /** E.164; absent: the queue's. */
  callerId: string | undefined;
}
interface CallbackSettings {
  clock: Clock;
  deployment: Deployment;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  door: QueueDoor;
  newId: () => string;
}

/** Nobody answers at an invalid number, however often it is called. */
const worthRetrying: Unanswered[] = ['noAnswer', 'busy', 'refused'];

/** Connect's own queued callbacks: the contact waits in a queue without a person on the line, an agent accepts it, and only then is the person rung. */
export class QueuedCallbacks {
  readonly #settings: CallbackSettings;

  constructor(settings: CallbackSettings) {
    this.#settings = settings;
  }

  /** The id of the new contact, which keeps the place of the call that asked for it; undefined where the queue is full. */
  create(asking: Contact, plan: CallbackPlan): string | undefined {
    const { clock, door, calls } = this.#settings;
    if (door.refusal(plan.queue, 'VOICE') !== undefined) return undefined;
    const contact = this.#callback(asking, plan);
    contact.waitsSince = asking.waiting?.since ?? asking.record.description.initiatedAt.getTime();
    asking.facts.booked = true;
    const { creationFlow } = plan;
    // The service ignores the initial delay where there is a creation flow.
    const delaySeconds = creationFlow ? 0 : plan.initialDelaySeconds;
    clock.at(clock.now() + delaySeconds * 1000, () => {
      if (contact.ended) return;
      if (creationFlow) void calls.follow(contact, creationFlow);
      else door.enter(contact, plan.queue);
    });
    return contact.id;
  }

  /** Ends the attempt; another one is a new contact, set up as this one was, which goes back to its place after the delay. */
  unanswered(contact: Contact, reason: Unanswered): void {
    const { clock, calls, door } = this.#settings;
    const plan = contact.callback;
    calls.end(contact, reason);
    if (!plan || plan.retries === 0 || !worthRetrying.includes(reason)) return;
    const queue = contact.targetQueue ?? plan.queue;
    const again = this.#callback(contact, { ...plan, queue, retries: plan.retries - 1 });
    again.continueFrom(contact);
    clock.at(clock.now() + plan.retryDelaySeconds * 1000, () => {
      if (!again.ended) door.enter(again, queue);
    });
  }

  #callback(previous: Contact, plan: CallbackPlan): Contact {
    const { clock, deployment, contacts, log, newId } = this.#settings;
    const contact = contacts.continueAs(
      previous,
      { id: newId(), initiationMethod: 'CALLBACK', initiatedAt: new Date(clock.now()) },
      { customer: plan.number, system: plan.callerId ?? (plan.queue.outboundCallerId || deployment.number) },
    );
    contact.onLine = false;
    contact.callback = plan;
    contact.facts.calledBack = true;
    contact.targetQueue = plan.queue;
    log.contactEvent('INITIATED', contact);
    return contact;
  }
}
