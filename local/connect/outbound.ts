import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { Calls } from './calls.ts';
import type { OutboundRequest, OutboundRinging, Telephone } from './centre.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { FlowDocument } from './flow-document.ts';
import type { ResourceIndex } from './resource-index.ts';
import { createTelephone } from './telephone.ts';

interface OutboundSettings {
  clock: Clock;
  deployment: Deployment;
  resources: ResourceIndex;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  newId: () => string;
}

/** Calls that the contact centre makes: `StartOutboundVoiceContact`. */
export class OutboundCalls {
  readonly #settings: OutboundSettings;
  readonly #listeners: ((call: OutboundRinging) => void)[] = [];
  readonly #contactIds = new Map<string, string>();

  constructor(settings: OutboundSettings) {
    this.#settings = settings;
  }

  listen(listener: (call: OutboundRinging) => void): void {
    this.#listeners.push(listener);
  }

  /** The same client token gives the same contact. Throws where the flow or the queue does not exist. */
  start(request: OutboundRequest): { contactId: string } {
    const known = this.#contactIds.get(request.clientToken);
    if (known !== undefined) return { contactId: known };
    const { clock, resources, log } = this.#settings;
    const flow = resources.flow(request.flowId);
    const queue = resources.queue(request.queueId);
    if (!flow || !queue) throw new Error(flow ? `no queue ${request.queueId}` : `no flow ${request.flowId}`);
    const contact = this.#create(request, queue.outboundCallerId);
    contact.targetQueue = queue;
    contact.record.description.queueId = queue.id;
    this.#contactIds.set(request.clientToken, contact.id);
    log.contactEvent('INITIATED', contact);
    clock.at(clock.now(), () => this.#ring(contact, flow, request));
    return { contactId: contact.id };
  }

  #create(request: OutboundRequest, callerId: string): Contact {
    const { clock, deployment, contacts, newId } = this.#settings;
    return contacts.create(
      { id: newId(), initiationMethod: 'API', initiatedAt: new Date(clock.now()) },
      request.attributes,
      { customer: request.to, system: callerId || deployment.number },
    );
  }

  #ring(contact: Contact, flow: FlowDocument, { to, ringTimeoutSeconds }: OutboundRequest): void {
    if (contact.ended) return;
    const { clock, calls, log } = this.#settings;
    log.tell(contact, { kind: 'ringing', to, text: to });
    const stopRinging = clock.at(clock.now() + ringTimeoutSeconds * 1000, () => calls.end(contact, 'noAnswer'));
    let rings = true;
    const pickUp = (): boolean => {
      const first = rings && !contact.ended;
      rings = false;
      stopRinging();
      return first;
    };
    const ringing: OutboundRinging = {
      contactId: contact.id,
      from: contact.systemNumber,
      to,
      answer: (by) => {
        if (pickUp()) this.#answered(contact, flow, by);
        return this.#telephone(contact, by);
      },
      refuse: (reason) => {
        if (pickUp()) calls.end(contact, reason);
      },
    };
    for (const listener of this.#listeners) listener(ringing);
  }

  /** The flow begins once the answer has been handed back, so that no input is asked of a telephone that nobody holds yet. */
  #answered(contact: Contact, flow: FlowDocument, by: 'caller' | 'machine'): void {
    const { clock, calls, log } = this.#settings;
    log.tell(contact, { kind: 'answered', by, text: '' });
    clock.at(clock.now(), () => {
      if (!contact.ended) calls.connect(contact, flow);
    });
  }

  #telephone(contact: Contact, by: 'caller' | 'machine'): Telephone {
    const { clock, calls } = this.#settings;
    return createTelephone(contact, clock, () => calls.end(contact, 'caller'), by === 'machine' ? 'none' : 'all');
  }
}
