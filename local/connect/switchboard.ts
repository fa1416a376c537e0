import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import { Calls } from './calls.ts';
import type { ContactEvent, InputAsked } from './centre.ts';
import type { Contact } from './contact.ts';
import { ContactLog } from './contact-log.ts';
import { ContactRegistry } from './contact-registry.ts';
import type { FlowHost } from './flow-run.ts';
import { OutboundCalls } from './outbound.ts';
import { queueMetrics } from './queue-metrics.ts';
import { ResourceIndex } from './resource-index.ts';
import { Router } from './router.ts';
import { Workforce } from './workforce.ts';

export interface SwitchboardDependencies {
  deployment: Deployment;
  clock: Clock;
  lambdas: LambdaInvoker;
  /** In [0, 1), seeded: handle times are drawn from it. */
  random: () => number;
  onContactEvent: (event: ContactEvent) => void;
  newId: () => string;
}

/** The parts of a contact centre, wired to each other. Throws FlowRefused where a flow cannot be run here. */
export class Switchboard {
  readonly resources: ResourceIndex;
  readonly contacts = new ContactRegistry();
  readonly log: ContactLog;
  readonly workforce: Workforce;
  readonly router: Router;
  readonly calls: Calls;
  readonly outbound: OutboundCalls;
  readonly inputListeners: ((contactId: string, asked: InputAsked) => void)[] = [];

  constructor(dependencies: SwitchboardDependencies) {
    const { deployment, clock, newId } = dependencies;
    this.resources = new ResourceIndex(deployment);
    this.log = new ContactLog({
      clock,
      timeZone: deployment.hours[0]?.timeZone ?? 'UTC',
      onContactEvent: dependencies.onContactEvent,
      queueArnOf: (queueId) => this.resources.queue(queueId)?.arn,
    });
    this.workforce = this.#hireWorkforce(dependencies);
    this.router = new Router({
      clock,
      queues: deployment.queues,
      workforce: this.workforce,
      accepted: (contact, agent) => void this.calls.converse(contact, agent),
    });
    const { contacts, log, router, workforce, resources } = this;
    const forget = (contact: Contact): void => contacts.forget(contact);
    this.calls = new Calls({ host: this.#flowHost(dependencies), log, router, workforce, forget });
    this.outbound = new OutboundCalls({ clock, deployment, resources, contacts, log, calls: this.calls, newId });
  }

  #hireWorkforce({ clock, random, deployment, newId }: SwitchboardDependencies): Workforce {
    return new Workforce({
      clock,
      random,
      newAgentIdentity: () => {
        const id = newId();
        return { id, arn: `${deployment.instanceArn}/agent/${id}` };
      },
      actions: {
        accept: (agent) => this.router.accept(agent),
        refuse: (agent) => this.router.miss(agent),
        hangUp: (agent) => this.calls.agentHangsUp(agent),
        goAvailable: (agent) => this.workforce.makeAvailable(agent),
        goOffline: (agent) => this.workforce.takeOffline(agent),
        changed: (agent, from) => this.log.agentChanged(agent, from),
      },
      writtenUp: (contact) => this.calls.complete(contact),
    });
  }

  #flowHost({ clock, random, deployment, lambdas }: SwitchboardDependencies): FlowHost {
    return {
      clock,
      random,
      deployment,
      lambdas,
      resources: this.resources,
      tell: (contact, details, place) => this.log.tell(contact, details, place),
      inputAsked: (contact, asked) => {
        for (const listener of this.inputListeners) listener(contact.id, asked);
      },
      joinQueue: (contact) => this.#joinQueue(contact, clock),
      reorder: (contact) => this.router.reorder(contact),
      metrics: (queueArn) => queueMetrics(this.router.line(queueArn), this.workforce, clock.now()),
    };
  }

  /** Told before the queue is joined: an agent may ring, and accept, at that very moment. */
  #joinQueue(contact: Contact, clock: Clock): boolean {
    const { targetQueue } = contact;
    if (!targetQueue || this.router.line(targetQueue.arn).isFull) return false;
    contact.facts.queued = true;
    contact.record.description.queueId = targetQueue.id;
    contact.record.description.enqueuedAt = new Date(clock.now());
    this.log.move(contact, 'queued');
    this.log.contactEvent('QUEUED', contact);
    if (!contact.ended) this.router.join(contact, targetQueue.arn);
    return true;
  }
}
