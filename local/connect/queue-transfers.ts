import type { Clock } from '../clock.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { Calls } from './calls.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { QueueDoor } from './queue-door.ts';

/** A chain has at most that many contacts, so that a caller changes queues eleven times at most. */
const LONGEST_CHAIN = 12;

interface QueueTransferSettings {
  clock: Clock;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  door: QueueDoor;
  newId: () => string;
}

/** From queue to queue: `DequeueContactAndTransferToQueue`. */
export class QueueTransfers {
  readonly #settings: QueueTransferSettings;

  constructor(settings: QueueTransferSettings) {
    this.#settings = settings;
  }

  /** The caller goes on in another contact, set up as this one and with its age; `refused`, and so are the others: all stays as it was. */
  move(contact: Contact, queue: DeployedQueue): 'moved' | 'full' | 'gone' | 'refused' {
    const { contacts, calls, door } = this.#settings;
    const { waiting, record } = contact;
    // Nobody can be taken out of a queue while an agent's telephone rings for them.
    if (!waiting || waiting.offeredTo || contacts.chainLength(record.description) >= LONGEST_CHAIN) return 'refused';
    const refusal = door.refusal(queue, contact.channel);
    if (refusal) return refusal;
    const next = this.#continuation(contact, queue);
    next.waitsSince = contact.waitsSince ?? waiting.enqueuedAt;
    contact.continuedBy = next;
    contact.transferredTo = queue.name;
    calls.end(contact, 'queueTransfer');
    door.enter(next, queue);
    if (next.waiting && !next.agent) void calls.waitInQueue(next);
    return 'moved';
  }

  #continuation(contact: Contact, queue: DeployedQueue): Contact {
    const { clock, contacts, log, newId } = this.#settings;
    const next = contacts.continueAs(
      contact,
      { id: newId(), initiationMethod: 'QUEUE_TRANSFER', initiatedAt: new Date(clock.now()) },
      { customer: contact.customerNumber, system: contact.systemNumber },
    );
    next.continueFrom(contact);
    Object.assign(next.facts, contact.facts);
    next.callbackNumber = contact.callbackNumber;
    next.targetQueue = queue;
    log.contactEvent('INITIATED', next);
    return next;
  }
}
