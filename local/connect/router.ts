import type { Clock } from '../clock.ts';
import { stepAfter } from '../../flow-language/routing-criteria.ts';
import type { DeployedQueue } from '../deployment.ts';
import type { AgentQueues } from './agent-queues.ts';
import type { CentreAgent } from './agents.ts';
import { type Contact, DEFAULT_QUEUE_PRIORITY } from './contact.ts';
import type { SimulatedStaff } from './simulated-staff.ts';
import { foremost, type Waiting, WaitingLine } from './waiting-line.ts';
import type { Workforce } from './workforce.ts';

/** Connect gives an agent 20 s to accept. */
const RING_MILLISECONDS = 20_000;
const SIMULATED_RING_MILLISECONDS = 1000;

interface RouterSettings {
  clock: Clock;
  queues: DeployedQueue[];
  /** A queue that came later: one that stands in for a queue nobody has given. */
  queue(arn: string): DeployedQueue | undefined;
  agentQueues: AgentQueues;
  workforce: Workforce;
  accepted(contact: Contact, agent: CentreAgent): void;
  /** It rings at an agent, who may let it pass; `withdrawn`: it rings there no more, and was not accepted. */
  offered(contact: Contact, agent: CentreAgent): void;
  withdrawn(agent: CentreAgent): void;
}

/** Brings those who wait and those who serve together. */
export class Router {
  readonly #settings: RouterSettings;
  readonly #lines: Map<string, WaitingLine>;
  /** Tasks wait apart: they count for no caller, and simulated agents do not do them. */
  readonly #taskLines: Map<string, WaitingLine>;
  /** Each agent's own, by its ARN, once somebody has waited there. */
  readonly #agentLines = new Map<string, WaitingLine>();
  #sequence = 0;

  constructor(settings: RouterSettings) {
    this.#settings = settings;
    this.#lines = new Map(settings.queues.map((queue) => [queue.arn, new WaitingLine(queue)]));
    this.#taskLines = new Map(settings.queues.map((queue) => [queue.arn, new WaitingLine(queue)]));
    settings.workforce.onFree(() => this.#match());
  }

  lines(): WaitingLine[] {
    return [...this.#lines.values()];
  }

  /** Throws where no queue has that ARN. */
  line(queueArn: string, channel: Contact['channel'] = 'VOICE'): WaitingLine {
    const lines = this.#linesOf(channel);
    const line = lines.get(queueArn) ?? this.#agentLine(queueArn);
    if (line) return line;
    const queue = this.#settings.queue(queueArn);
    if (!queue) throw new Error(`no queue ${queueArn}`);
    const later = new WaitingLine(queue);
    lines.set(queueArn, later);
    return later;
  }

  #agentLine(queueArn: string): WaitingLine | undefined {
    const known = this.#agentLines.get(queueArn);
    const queue = this.#settings.agentQueues.byArn(queueArn);
    if (known || !queue) return known;
    const line = new WaitingLine(queue);
    this.#agentLines.set(queueArn, line);
    return line;
  }

  #linesOf(channel: Contact['channel']): Map<string, WaitingLine> {
    return channel === 'TASK' ? this.#taskLines : this.#lines;
  }

  join(contact: Contact, queueArn: string): void {
    const line = this.line(queueArn, contact.channel);
    contact.waiting = this.#waiting(line, contact);
    line.add(contact.waiting);
    this.#matchAfterEachStep(contact.waiting);
    this.#match();
  }

  /** Offers a contact that may be waiting as its routing criteria now say. */
  applyCriteria({ waiting, routingSteps }: Contact): void {
    if (!waiting) return;
    waiting.steps = routingSteps;
    waiting.stepsSince = this.#settings.clock.now();
    this.#matchAfterEachStep(waiting);
    this.#match();
  }

  #matchAfterEachStep({ steps, stepsSince }: Waiting): void {
    let at = stepsSince;
    for (const { seconds } of steps) {
      if (seconds === undefined) return;
      at += seconds * 1000;
      this.#settings.clock.at(at, () => this.#match());
    }
  }

  addWaitingCallers(queueArn: string, count: number): void {
    const line = this.line(queueArn);
    for (let added = 0; added < count; added++) line.add(this.#waiting(line, undefined));
    this.#match();
  }

  leave(contact: Contact): void {
    const { waiting } = contact;
    if (!waiting) return;
    contact.waiting = undefined;
    waiting.line.remove(waiting);
    this.#noteDequeued(contact);
    const agent = waiting.offeredTo;
    if (!agent) return;
    this.#endOffer(agent);
    this.#settings.withdrawn(agent);
    this.#settings.workforce.makeAvailable(agent);
  }

  #noteDequeued({ record }: Contact): void {
    record.description.dequeuedAt = new Date(this.#settings.clock.now());
  }

  /** Places a contact that may be waiting where its priority now puts it. */
  reorder(contact: Contact): void {
    const { waiting } = contact;
    if (!waiting) return;
    waiting.line.remove(waiting);
    waiting.priority = contact.queuePriority;
    waiting.since = (contact.waitsSince ?? waiting.enqueuedAt) - contact.queueTimeAdjustmentSeconds * 1000;
    waiting.line.add(waiting);
  }

  accept(agent: CentreAgent): void {
    const waiting = agent.offer;
    if (!waiting) return;
    this.#endOffer(agent);
    waiting.line.remove(waiting);
    const { contact } = waiting;
    if (!contact) return this.#settings.workforce.occupy(agent);
    contact.waiting = undefined;
    this.#noteDequeued(contact);
    agent.contact = contact;
    agent.become('busy');
    this.#settings.accepted(contact, agent);
  }

  /** Not accepted in time, or refused: the contact, which kept its place, rings elsewhere. */
  miss(agent: CentreAgent): void {
    if (!agent.offer) return;
    agent.become('missed');
    this.#endOffer(agent);
    this.#settings.withdrawn(agent);
    this.#match();
  }

  /** Their own contacts first; then desk agents: the person at the desk is there to be rung. */
  #match(): void {
    for (const line of this.#agentLines.values()) this.#matchOwn(line);
    for (const agent of this.#settings.workforce.deskAgents()) {
      if (agent.state !== 'available') continue;
      const lines = agent.channels.flatMap((channel) => [...this.#linesOf(channel).values()]);
      const waiting = foremost(lines.flatMap((line) => this.#nextForDesk(line, agent) ?? []));
      if (!waiting) continue;
      this.#ring(agent, waiting, RING_MILLISECONDS, () => this.miss(agent));
    }
    for (const line of this.lines()) {
      const staff = this.#settings.workforce.staffOf(line.queue.arn);
      if (staff) this.#matchStaff(line, staff);
    }
  }

  #matchOwn(line: WaitingLine): void {
    const agent = this.#settings.agentQueues.ownerOf(line.queue.arn);
    const waiting = line.firstContactToOffer(
      ({ contact }) => agent?.channels.includes(contact?.channel ?? 'VOICE') ?? false,
    );
    if (!agent || agent.state !== 'available' || !waiting) return;
    if (!agent.staff) return this.#ring(agent, waiting, RING_MILLISECONDS, () => this.miss(agent));
    if (agent.staff.take(agent)) this.#ring(agent, waiting, SIMULATED_RING_MILLISECONDS, () => this.accept(agent));
  }

  /** Whether its routing criteria let that agent serve it; `undefined` is a simulated one, who is good at nothing in particular. */
  #mayServe({ steps, stepsSince }: Waiting, agent: CentreAgent | undefined): boolean {
    const step = stepAfter(steps, (this.#settings.clock.now() - stepsSince) / 1000);
    return step === undefined || (agent?.meets(step.requirements) ?? false);
  }

  #matchStaff(line: WaitingLine, staff: SimulatedStaff): void {
    const next = (): Waiting | undefined => line.firstToOffer((waiting) => this.#mayServe(waiting, undefined));
    for (let waiting = next(); waiting; waiting = next()) {
      const agent = staff.takeFree();
      if (!agent) return;
      this.#ring(agent, waiting, SIMULATED_RING_MILLISECONDS, () => this.accept(agent));
    }
  }

  /** Nobody can talk with a caller who only counts: simulated agents serve such callers, and where there are none they are passed over. */
  #nextForDesk(line: WaitingLine, agent: CentreAgent): Waiting | undefined {
    const first = line.firstToOffer();
    const served = (this.#settings.workforce.staffOf(line.queue.arn)?.agents().length ?? 0) > 0;
    if (first && !first.contact && served) return undefined;
    return line.firstContactToOffer((waiting) => this.#mayServe(waiting, agent));
  }

  #ring(agent: CentreAgent, waiting: Waiting, milliseconds: number, then: () => void): void {
    waiting.offeredTo = agent;
    agent.offer = waiting;
    agent.stopRinging = this.#settings.clock.at(this.#settings.clock.now() + milliseconds, then);
    agent.become('ringing');
    const { description } = waiting.contact?.record ?? {};
    if (description) description.agentConnectionAttempts = (description.agentConnectionAttempts ?? 0) + 1;
    if (waiting.contact && agent.offer === waiting) this.#settings.offered(waiting.contact, agent);
  }

  #endOffer(agent: CentreAgent): void {
    agent.stopRinging?.();
    agent.stopRinging = undefined;
    if (agent.offer) agent.offer.offeredTo = undefined;
    agent.offer = undefined;
  }

  #waiting(line: WaitingLine, contact: Contact | undefined): Waiting {
    const now = this.#settings.clock.now();
    return {
      line,
      contact,
      priority: contact?.queuePriority ?? DEFAULT_QUEUE_PRIORITY,
      since: (contact?.waitsSince ?? now) - (contact?.queueTimeAdjustmentSeconds ?? 0) * 1000,
      enqueuedAt: now,
      steps: this.#agentLines.has(line.queue.arn) ? [] : (contact?.routingSteps ?? []),
      stepsSince: now,
      sequence: this.#sequence++,
      offeredTo: undefined,
    };
  }
}
