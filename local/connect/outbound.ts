import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { Calls } from './calls.ts';
import type { OutboundRequest } from './centre.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { Dialler } from './dialler.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { ResourceIndex } from './resource-index.ts';

interface OutboundSettings {
  clock: Clock;
  deployment: Deployment;
  resources: ResourceIndex;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  dialler: Dialler;
  newId: () => string;
}

/** Calls that the contact centre makes: `StartOutboundVoiceContact`. */
export class OutboundCalls {
  readonly #settings: OutboundSettings;
  readonly #contactIds = new Map<string, string>();

  constructor(settings: OutboundSettings) {
    this.#settings = settings;
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
    const { calls, dialler } = this.#settings;
    dialler.ring(contact, {
      to,
      ringTimeoutSeconds,
      answered: () => calls.connect(contact, flow),
      unanswered: (reason) => calls.end(contact, reason),
    });
  }
}
