import { isoWithOffset } from '../../domain/administration/local-time.ts';
import type { CallEvent } from '../call-event.ts';
import type { Clock } from '../clock.ts';
import type { ContactEvent } from './centre.ts';
import type { CentreAgent } from './agents.ts';
import type { Contact, ContactRecord, ContactState } from './contact.ts';
import type { EventDetails } from './flow-run.ts';

interface ContactLogSettings {
  clock: Clock;
  /** Of the administration, for the offset of every line's time. */
  timeZone: string;
  onContactEvent(event: ContactEvent): void;
  onContactRecord?: ((record: ContactRecord) => void) | undefined;
  queueArnOf(queueId: string): string | undefined;
}

/** Tells what happens: call events to the listeners on this laptop, contact events as EventBridge would get them. */
export class ContactLog {
  readonly #settings: ContactLogSettings;
  readonly #listeners: ((event: CallEvent) => void)[] = [];

  constructor(settings: ContactLogSettings) {
    this.#settings = settings;
  }

  listen(listener: (event: CallEvent) => void): void {
    this.#listeners.push(listener);
  }

  tell(contact: Contact | undefined, details: EventDetails, place?: { flow: string; action: string | null }): void {
    const at = isoWithOffset(new Date(this.#settings.clock.now()), this.#settings.timeZone);
    const { flow, action } = place ?? { flow: null, action: null };
    const event: CallEvent = { at, contactId: contact?.id ?? '', ...details, flow, action };
    for (const listener of this.#listeners) listener(event);
  }

  /** Moves a contact to a state. */
  move(contact: Contact, to: ContactState): void {
    const from = contact.state;
    contact.state = to;
    this.tell(contact, { kind: 'state', of: 'contact', from, to, text: `${from} -> ${to}` });
  }

  /** Agents at the desk are told of; simulated ones are too many. */
  agentChanged(agent: CentreAgent, from: string): void {
    if (agent.simulated) return;
    const contact = agent.offer?.contact ?? agent.contact;
    const to = agent.state;
    this.tell(contact, { kind: 'state', of: 'agent', from, to, text: `${agent.name}: ${from} -> ${to}` });
  }

  /** Once the contact is complete, and again whenever something of it has changed since. */
  sendRecord(record: ContactRecord): void {
    record.description.recordedAt = new Date(this.#settings.clock.now());
    this.#settings.onContactRecord?.(record);
  }

  contactEvent(eventType: ContactEvent['eventType'], contact: Pick<Contact, 'record' | 'agentArn'>): void {
    if (eventType === 'COMPLETED') this.sendRecord(contact.record);
    const description = { ...contact.record.description };
    const { id: contactId, initiationMethod, queueId } = description;
    this.#settings.onContactEvent({
      eventType,
      contactId,
      initiationMethod,
      queueArn: queueId === undefined ? undefined : this.#settings.queueArnOf(queueId),
      agentArn: contact.agentArn,
      at: new Date(this.#settings.clock.now()),
      description,
    });
  }
}
