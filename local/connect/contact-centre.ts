import type { Clock } from '../clock.ts';
import type { CallEvent } from '../call-event.ts';
import type { Deployment } from '../deployment.ts';
import type { ActionStarted, Override } from './action-started.ts';
import type { FlowTransition } from './branch.ts';
import type {
  Agent,
  ContactCentre,
  ContactDescription,
  CurrentMetrics,
  InputAsked,
  InstanceQuotas,
  Invocation,
  OutboundRequest,
  OutboundRinging,
  Proficiency,
  RefusedCall,
  Staffing,
  TaskRequest,
  Telephone,
} from './centre.ts';
import type { ContactRecord } from './contact.ts';
import { cutContact } from './cut-contacts.ts';
import type { InstanceFaults } from './instance-faults.ts';
import { agentsOf, queueMetrics } from './queue-metrics.ts';
import { TooManyCalls } from './refused-calls.ts';
import type { ShownView } from './screens.ts';
import type { StandIns } from './stand-ins.ts';
import { Switchboard, type SwitchboardDependencies } from './switchboard.ts';
import { createTelephone } from './telephone.ts';
import type { ThirdPartyCall } from './third-party.ts';

/** A withheld number reaches the line as this word, or as nothing. */
const withheldNumbers = new Set(['', 'anonymous']);

/**
 * Amazon Connect on a laptop: interprets the flows of a deployment, queues callers, rings agents, makes calls.
 * Throws FlowRefused, with every reason, where a flow cannot be run here.
 */
export function createContactCentre(dependencies: SwitchboardDependencies): ContactCentre {
  return new LocalContactCentre(dependencies);
}

class LocalContactCentre implements ContactCentre {
  readonly #switchboard: Switchboard;
  readonly #clock: Clock;
  readonly #deployment: Deployment;
  readonly #newId: () => string;

  constructor(dependencies: SwitchboardDependencies) {
    this.#switchboard = new Switchboard(dependencies);
    this.#clock = dependencies.clock;
    this.#deployment = dependencies.deployment;
    this.#newId = dependencies.newId;
  }

  get faults(): InstanceFaults {
    return this.#switchboard.faults;
  }

  get quotas(): InstanceQuotas {
    return this.#switchboard.quotas;
  }

  get standIns(): StandIns {
    return this.#switchboard.standIns;
  }

  ring(from: string, entry = this.#deployment.entryFlowArn): Telephone {
    const { resources, contacts, log, calls, refusedCalls } = this.#switchboard;
    const flow = resources.flow(entry);
    if (!flow) throw new Error(`no entry flow ${entry}`);
    const customer = withheldNumbers.has(from) ? undefined : from;
    const numbers = { customer, system: this.#deployment.number };
    const refusal = refusedCalls.ofInbound();
    if (refusal) {
      refusedCalls.tell(refusal);
      return refusedCalls.busyTelephone(this.#newId(), numbers);
    }
    const contact = contacts.create(
      { id: this.#newId(), initiationMethod: 'INBOUND', initiatedAt: new Date(this.#clock.now()) },
      {},
      numbers,
    );
    log.contactEvent('INITIATED', contact);
    // The caller has the telephone in hand before the flow begins.
    this.#clock.at(this.#clock.now(), () => {
      if (!contact.ended) calls.connect(contact, flow);
    });
    return createTelephone(contact, this.#clock, (latest) => calls.end(latest, 'caller'));
  }

  onOutboundCall(listener: (call: OutboundRinging) => void): void {
    this.#switchboard.dialler.listen(listener);
  }

  onRefusedCall(listener: (reason: RefusedCall) => void): void {
    this.#switchboard.refusedCalls.listen(listener);
  }

  onTransfer(listener: (call: ThirdPartyCall) => void): void {
    this.#switchboard.transfers.listen(listener);
  }

  onEvent(listener: (event: CallEvent) => void): void {
    this.#switchboard.log.listen(listener);
  }

  onInputAsked(listener: (contactId: string, asked: InputAsked) => void): void {
    this.#switchboard.inputListeners.push(listener);
  }

  onAction(listener: (started: ActionStarted) => Override | undefined): void {
    this.#switchboard.actionListeners.push(listener);
  }

  onTransition(listener: (transition: FlowTransition) => void): void {
    this.#switchboard.transitionListeners.push(listener);
  }

  onInvocation(listener: (invocation: Invocation) => void): void {
    this.#switchboard.invocationListeners.push(listener);
  }

  onView(listener: (view: ShownView) => void, of: 'desk' | 'everybody' = 'desk'): void {
    this.#switchboard.screens.listen(listener, of);
  }

  agents(): Agent[] {
    return this.#switchboard.workforce.agents();
  }

  quickConnects(): string[] {
    return this.#deployment.quickConnects.map(({ name }) => name);
  }

  logIn(name: string, channels?: readonly ('VOICE' | 'TASK')[], proficiencies?: readonly Proficiency[]): Agent {
    return this.#switchboard.workforce.logIn(name, channels, proficiencies);
  }

  queueSizes(): { queueArn: string; name: string; waiting: number }[] {
    const lines = this.#switchboard.router.lines();
    return lines.map(({ queue, size }) => ({ queueArn: queue.arn, name: queue.name, waiting: size }));
  }

  staffQueue(queueArn: string, staffing: Staffing): void {
    const { router, workforce } = this.#switchboard;
    workforce.staff(router.line(queueArn).queue.arn, staffing);
  }

  addWaitingCallers(queueArn: string, count: number): void {
    this.#switchboard.router.addWaitingCallers(queueArn, count);
  }

  restore(records: readonly ContactRecord[], cutMilliseconds: number): void {
    const { contacts, log } = this.#switchboard;
    for (const record of records) {
      const restored = cutContact(record, cutMilliseconds);
      contacts.restore(restored);
      const { disconnectedAt, recordedAt } = record.description;
      if (disconnectedAt === undefined) log.contactEvent('DISCONNECTED', { record: restored, agentArn: undefined });
      // Whoever had yet to write it up will not.
      if (recordedAt === undefined) log.contactEvent('COMPLETED', { record: restored, agentArn: undefined });
    }
  }

  currentMetrics(queueIds: string[]): CurrentMetrics[] {
    const { resources, router, workforce, agentQueues } = this.#switchboard;
    const queues = queueIds.map((id) => resources.queue(id)).filter((queue) => queue !== undefined);
    return queues.map(({ arn }) =>
      queueMetrics(router.line(arn), agentsOf(workforce, agentQueues, arn), this.#clock.now()),
    );
  }

  contactMetrics(contactId: string): { positionInQueue: number } | undefined {
    const waiting = this.#switchboard.contacts.underWay(contactId)?.waiting;
    return waiting && { positionInQueue: waiting.line.positionOf(waiting) };
  }

  startOutboundVoiceContact(request: OutboundRequest): { contactId: string } {
    const { outbound, refusedCalls } = this.#switchboard;
    const refusal = refusedCalls.ofAnyCall();
    if (refusal) {
      refusedCalls.tell(refusal);
      throw new TooManyCalls('the quota of concurrent calls is reached');
    }
    return outbound.start(request);
  }

  describeContact(contactId: string): ContactDescription | undefined {
    const record = this.#switchboard.contacts.record(contactId);
    return record && { ...record.description };
  }

  stopContact(contactId: string): boolean {
    const contact = this.#switchboard.contacts.underWay(contactId);
    if (contact) this.#switchboard.calls.end(contact, 'api');
    return contact !== undefined;
  }

  startTaskContact(request: TaskRequest): { contactId: string } {
    return this.#switchboard.tasks.start(request);
  }

  associatedContacts(contactId: string): ContactDescription[] {
    return this.#switchboard.contacts.family(contactId).map(({ description }) => ({ ...description }));
  }

  attributes(contactId: string): Record<string, string> | undefined {
    const record = this.#switchboard.contacts.record(contactId);
    return record && { ...record.attributes };
  }

  updateAttributes(contactId: string, attributes: Record<string, string>): boolean {
    const record = this.#switchboard.contacts.record(contactId);
    if (!record) return false;
    record.attributes = { ...record.attributes, ...attributes };
    if (record.description.recordedAt !== undefined) this.#switchboard.log.sendRecord(record);
    return true;
  }

  deleteCustomerNumber(contactId: string): ReturnType<ContactCentre['deleteCustomerNumber']> {
    return this.#switchboard.contacts.deleteCustomerNumber(contactId);
  }
}
