import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { CentreAgent } from './agents.ts';
import type { Calls } from './calls.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { Conversations } from './conversations.ts';
import type { FlowRunner } from './flow-runner.ts';
import type { ResourceIndex } from './resource-index.ts';

interface TransferSettings {
  clock: Clock;
  deployment: Deployment;
  resources: ResourceIndex;
  contacts: ContactRegistry;
  log: ContactLog;
  calls: Calls;
  flows: FlowRunner;
  conversations: Conversations;
  newId: () => string;
}

/**
 * Quick connects to queues. The caller is on hold while the agent hears the transfer flow of a new contact, which has the attributes of the
 * first one and none of its hooks. An agent who stays until a colleague answers is not played: who transfers leaves.
 */
export class AgentTransfers {
  readonly #settings: TransferSettings;

  constructor(settings: TransferSettings) {
    this.#settings = settings;
  }

  /** Throws where there is no such quick connect. */
  start(agent: CentreAgent, quickConnect: string): void {
    const { deployment, resources, conversations } = this.#settings;
    const { contact } = agent;
    const found = deployment.quickConnects.find(({ name }) => name === quickConnect);
    const flow = resources.flow(found?.flowArn ?? '');
    const queue = resources.queue(found?.queueArn ?? '');
    if (!flow || !queue) throw new Error(`no quick connect ${quickConnect}`);
    if (!contact?.onLine) return;
    conversations.holdForTransfer(agent);
    const next = this.#continuation(contact);
    next.targetQueue = queue;
    agent.transferring = next;
    void this.#settings.flows.run(next, flow, 'agent').then(() => this.#settle(agent, contact, next));
  }

  #continuation(contact: Contact): Contact {
    const { clock, contacts, log, newId } = this.#settings;
    const next = contacts.continueAs(
      contact,
      { id: newId(), initiationMethod: 'TRANSFER', initiatedAt: new Date(clock.now()) },
      { customer: contact.customerNumber, system: contact.systemNumber },
    );
    next.waitsSince = contact.waitsSince ?? contact.record.description.initiatedAt.getTime();
    log.contactEvent('INITIATED', next);
    return next;
  }

  #settle(agent: CentreAgent, contact: Contact, next: Contact): void {
    const { calls, conversations } = this.#settings;
    agent.transferring = undefined;
    if (contact.ended) return calls.end(next, 'caller');
    if (!next.facts.queued || next.ended) {
      calls.end(next, 'flow');
      return conversations.resume(agent);
    }
    contact.continuedBy = next;
    contact.record.description.transferCompletedAt = new Date(this.#settings.clock.now());
    calls.end(contact, 'agent');
    if (next.waiting && !next.agent) void calls.waitInQueue(next);
  }
}
