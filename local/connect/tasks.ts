import type { Clock } from '../clock.ts';
import type { Calls } from './calls.ts';
import type { TaskRequest } from './centre.ts';
import type { Contact, TaskReference } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { FlowDocument } from '../../flow-language/flow-document.ts';
import type { ResourceIndex } from './resource-index.ts';

/** What `CreateTask` and `StartTaskContact` ask for. */
export interface TaskPlan {
  flow: FlowDocument;
  name: string;
  description: string | undefined;
  attributes: Record<string, string>;
  references: Record<string, TaskReference>;
  delaySeconds: number;
  previousContactId?: string | undefined;
  relatedContactId?: string | undefined;
}
interface TaskSettings {
  clock: Clock;
  resources: ResourceIndex;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  newId: () => string;
}

/** Work for agents that nobody rings for: it runs a flow, waits in a queue, and is offered to agents at the desk. */
export class Tasks {
  readonly #settings: TaskSettings;
  readonly #contactIds = new Map<string, string>();

  constructor(settings: TaskSettings) {
    this.#settings = settings;
  }

  /** The same client token gives the same contact. Throws where the flow does not exist. */
  start({ flowId, clientToken, description, ...request }: TaskRequest): { contactId: string } {
    const known = this.#contactIds.get(clientToken);
    if (known !== undefined) return { contactId: known };
    const flow = this.#settings.resources.flow(flowId);
    if (!flow) throw new Error(`no flow ${flowId}`);
    const { id } = this.create({ ...request, description, flow });
    this.#contactIds.set(clientToken, id);
    return { contactId: id };
  }

  create(plan: TaskPlan): Contact {
    const { clock, contacts, log, calls, newId } = this.#settings;
    const { flow, name, description, references, delaySeconds, previousContactId, relatedContactId } = plan;
    const contact = contacts.create(
      {
        id: newId(),
        channel: 'TASK',
        initiationMethod: 'API',
        initiatedAt: new Date(clock.now()),
        initialContactId: contacts.initialOf(previousContactId),
        previousContactId,
        relatedContactId,
      },
      plan.attributes,
      { customer: undefined, system: '' },
    );
    contact.onLine = false;
    contact.data = {
      Name: name,
      ...(description !== undefined && { Description: description }),
      References: references,
    };
    log.contactEvent('INITIATED', contact);
    clock.at(clock.now() + delaySeconds * 1000, () => {
      if (!contact.ended) calls.connect(contact, flow);
    });
    return contact;
  }
}
