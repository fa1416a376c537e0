import type { Clock } from '../clock.ts';
import type { Deployment } from '../deployment.ts';
import type { LambdaInvoker } from '../lambda/invoker.ts';
import type { ActionStarted, Override } from './action-started.ts';
import type { FlowTransition } from './branch.ts';
import { AgentQueues } from './agent-queues.ts';
import { AgentTransfers } from './agent-transfers.ts';
import { Calls } from './calls.ts';
import type { ContactEvent, InputAsked, InstanceQuotas, Invocation } from './centre.ts';
import type { ContactRecord } from './contact.ts';
import { ContactLog } from './contact-log.ts';
import { ContactRegistry } from './contact-registry.ts';
import { Conversations } from './conversations.ts';
import { Dialler } from './dialler.ts';
import { createFlowHost } from './flow-host.ts';
import { FlowResources } from './flow-resources.ts';
import { FlowRunner } from './flow-runner.ts';
import { Guides } from './guides.ts';
import { InstanceFaults } from './instance-faults.ts';
import { OutboundCalls } from './outbound.ts';
import { QueueDoor } from './queue-door.ts';
import { QueuedCallbacks } from './queued-callbacks.ts';
import { QueueTransfers } from './queue-transfers.ts';
import { RefusedCalls } from './refused-calls.ts';
import { ResourceIndex } from './resource-index.ts';
import { Router } from './router.ts';
import { Screens } from './screens.ts';
import { StandIns } from './stand-ins.ts';
import { Tasks } from './tasks.ts';
import { ThirdPartyTransfers } from './third-party-transfers.ts';
import type { UnknownResources } from './unknown-resources.ts';
import { Workforce } from './workforce.ts';

export interface SwitchboardDependencies {
  deployment: Deployment;
  clock: Clock;
  lambdas: LambdaInvoker;
  /** In [0, 1), seeded: handle times are drawn from it. */
  random: () => number;
  onContactEvent: (event: ContactEvent) => void;
  /** Told before the event of the contact's completion; and again when its attributes change later. */
  onContactRecord?: ((record: ContactRecord) => void) | undefined;
  newId: () => string;
  /** ISO codes of the countries that the instance may ring. */
  allowedCountries: readonly string[];
  /** Calls beyond are refused: see `InstanceQuotas`. */
  concurrentCalls?: number | undefined;
  /** What stands in for what the deployment lacks; without it, such resources are not there. */
  unknown?: UnknownResources | undefined;
}

/** The parts of a contact centre, wired to each other. Throws FlowRefused where a flow cannot be run here. */
export class Switchboard {
  readonly faults = new InstanceFaults();
  readonly standIns = new StandIns();
  readonly quotas: InstanceQuotas;
  readonly contacts = new ContactRegistry();
  readonly resources: ResourceIndex;
  readonly agentQueues: AgentQueues;
  readonly flowResources: FlowResources;
  readonly log: ContactLog;
  readonly workforce: Workforce;
  readonly router: Router;
  readonly door: QueueDoor;
  readonly dialler: Dialler;
  readonly calls: Calls;
  readonly outbound: OutboundCalls;
  readonly callbacks: QueuedCallbacks;
  readonly refusedCalls: RefusedCalls;
  readonly transfers: ThirdPartyTransfers;
  readonly queueTransfers: QueueTransfers;
  readonly tasks: Tasks;
  readonly screens: Screens;
  readonly guides: Guides;
  readonly inputListeners: ((contactId: string, asked: InputAsked) => void)[] = [];
  readonly actionListeners: ((started: ActionStarted) => Override | undefined)[] = [];
  readonly transitionListeners: ((transition: FlowTransition) => void)[] = [];
  readonly invocationListeners: ((invocation: Invocation) => void)[] = [];
  readonly #conversations: Conversations;
  readonly #agentTransfers: AgentTransfers;

  constructor(dependencies: SwitchboardDependencies) {
    const { deployment, clock, newId } = dependencies;
    const { contacts, faults } = this;
    this.quotas = { concurrentCalls: dependencies.concurrentCalls };
    const resources = new ResourceIndex(deployment, dependencies.unknown);
    this.resources = resources;
    this.agentQueues = new AgentQueues(deployment, () => workforce.agents());
    this.flowResources = new FlowResources(resources, this.agentQueues, faults);
    const log = this.#keepLog(dependencies);
    this.log = log;
    this.refusedCalls = new RefusedCalls({ clock, log, contacts, faults, quotas: this.quotas });
    const workforce = this.#hireWorkforce(dependencies);
    this.workforce = workforce;
    const router = new Router({
      clock,
      queues: deployment.queues,
      queue: (arn) => resources.queue(arn),
      agentQueues: this.agentQueues,
      workforce,
      accepted: (contact, agent) => void this.#conversations.begin(contact, agent),
      offered: (contact, agent) => this.guides.open(contact, agent, 'DefaultAgentUI'),
      withdrawn: (agent) => this.guides.close(agent),
    });
    this.router = router;
    this.screens = new Screens(clock);
    this.guides = new Guides({
      clock,
      resources,
      contacts,
      log,
      screens: this.screens,
      calls: () => calls,
      flows: () => flows,
      newId,
    });
    const door = new QueueDoor({ clock, log, router, resources: this.flowResources, faults });
    this.door = door;
    const dialler = new Dialler({ clock, log, callerHangsUp: (contact) => this.calls.end(contact, 'caller') });
    this.dialler = dialler;
    const host = createFlowHost(this, dependencies);
    const flows = new FlowRunner(host);
    const calls = new Calls({ host, log, router, workforce, flows, forget: (contact) => contacts.forget(contact) });
    this.calls = calls;
    this.outbound = new OutboundCalls({ clock, deployment, resources, contacts, log, calls, dialler, newId });
    this.callbacks = new QueuedCallbacks({ clock, deployment, contacts, log, calls, door, newId });
    this.transfers = new ThirdPartyTransfers({ clock, log, router });
    this.queueTransfers = new QueueTransfers({ clock, contacts, log, calls, door, newId });
    this.tasks = new Tasks({ clock, resources, contacts, log, calls, newId });
    this.#conversations = new Conversations({
      host,
      log,
      workforce,
      flows,
      dialler,
      agentHangsUp: (agent) => calls.agentHangsUp(agent),
      unanswered: (contact, reason) => this.callbacks.unanswered(contact, reason),
    });
    const conversations = this.#conversations;
    this.#agentTransfers = new AgentTransfers({
      clock,
      deployment,
      resources,
      contacts,
      log,
      calls,
      flows,
      conversations,
      newId,
    });
  }

  #keepLog({ clock, deployment, onContactEvent, onContactRecord }: SwitchboardDependencies): ContactLog {
    return new ContactLog({
      clock,
      timeZone: deployment.hours[0]?.timeZone ?? 'UTC',
      onContactEvent,
      onContactRecord,
      queueArnOf: (queueId) => this.resources.queue(queueId)?.arn,
    });
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
        hold: (agent) => this.#conversations.hold(agent),
        resume: (agent) => this.#conversations.resume(agent),
        transfer: (agent, quickConnect) => this.#agentTransfers.start(agent, quickConnect),
        goAvailable: (agent) => this.workforce.makeAvailable(agent),
        goOffline: (agent) => this.workforce.takeOffline(agent),
        shown: (agent) => this.screens.of(agent),
        changed: (agent, from) => this.log.agentChanged(agent, from),
      },
      talkEnded: (contact, agent) => this.guides.open(contact, agent, 'DisconnectAgentUI'),
      workEnded: (agent) => this.guides.close(agent),
      writtenUp: (contact) => this.calls.complete(contact),
    });
  }
}
