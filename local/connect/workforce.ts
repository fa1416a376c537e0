import type { Clock } from '../clock.ts';
import type { Proficiency, Staffing } from './centre.ts';
import { type AgentActions, CentreAgent, exponentialMilliseconds } from './agents.ts';
import { endTalk, endWriteUp } from './agent-part.ts';
import type { Contact } from './contact.ts';
import { SimulatedStaff } from './simulated-staff.ts';

/** Then a desk agent is available again without asking. */
const AFTER_CONTACT_WORK_MILLISECONDS = 10_000;

interface WorkforceSettings {
  clock: Clock;
  random: () => number;
  newAgentIdentity(): { id: string; arn: string };
  actions: AgentActions;
  /** The agent's part of the talk is over; and, at the desk, what is left to write up begins. */
  talkEnded(contact: Contact, agent: CentreAgent): void;
  /** The agent is done with whatever it was. */
  workEnded(agent: CentreAgent): void;
  /** The desk agent has written up the contact. */
  writtenUp(contact: Contact): void;
}

/** Who serves: agents at the desk, who serve every queue, and simulated ones, each on one queue. */
export class Workforce {
  readonly #settings: WorkforceSettings;
  readonly #desk: CentreAgent[] = [];
  readonly #staffs = new Map<string, SimulatedStaff>();
  #whenFree: () => void = () => undefined;

  constructor(settings: WorkforceSettings) {
    this.#settings = settings;
  }

  /** Called whenever somebody becomes free. */
  onFree(listener: () => void): void {
    this.#whenFree = listener;
  }

  agents(): CentreAgent[] {
    return [...this.#desk, ...[...this.#staffs.values()].flatMap((staff) => staff.agents())];
  }

  deskAgents(): readonly CentreAgent[] {
    return this.#desk;
  }

  staffOf(queueArn: string): SimulatedStaff | undefined {
    return this.#staffs.get(queueArn);
  }

  logIn(
    name: string,
    channels?: readonly Contact['channel'][],
    proficiencies: readonly Proficiency[] = [],
  ): CentreAgent {
    const agent = new CentreAgent({ ...this.#settings.newAgentIdentity(), name }, this.#settings.actions);
    if (channels !== undefined) agent.channels = channels;
    agent.proficiencies = proficiencies;
    this.#desk.push(agent);
    this.#whenFree();
    return agent;
  }

  staff(queueArn: string, { busyAgents, freeAgents, handleTimeSeconds }: Staffing): void {
    const staff = new SimulatedStaff(handleTimeSeconds);
    this.#staffs.set(queueArn, staff);
    for (let index = 0; index < busyAgents + freeAgents; index++) {
      const identity = { ...this.#settings.newAgentIdentity(), name: `simulated ${index + 1}` };
      const agent = new CentreAgent(identity, this.#settings.actions, staff);
      staff.add(agent);
      if (index < busyAgents) this.occupy(agent);
      else staff.becomeFree(agent);
    }
    this.#whenFree();
  }

  /** Keeps a simulated agent busy with nobody in particular. */
  occupy(agent: CentreAgent): void {
    agent.become('busy');
    this.#after(this.handleMilliseconds(agent), () => this.makeAvailable(agent));
  }

  /** How long this simulated agent takes for a contact. */
  handleMilliseconds({ staff }: CentreAgent): number {
    return exponentialMilliseconds(staff?.handleTimeSeconds ?? 0, this.#settings.random);
  }

  /** The agent's part of the contact is over; at the desk, it is still to be written up. */
  release(agent: CentreAgent, contact: Contact): void {
    endTalk(contact, this.#now());
    if (agent.simulated) {
      endWriteUp(contact, this.#now());
      return this.makeAvailable(agent);
    }
    contact.inAfterContactWork = true;
    agent.become('afterContactWork');
    this.#settings.talkEnded(contact, agent);
    this.#after(AFTER_CONTACT_WORK_MILLISECONDS, () => {
      if (agent.contact === contact) this.makeAvailable(agent);
    });
  }

  makeAvailable(agent: CentreAgent): void {
    this.#endWork(agent, 'available');
    agent.staff?.becomeFree(agent);
    this.#whenFree();
  }

  takeOffline(agent: CentreAgent): void {
    this.#endWork(agent, 'offline');
  }

  #endWork(agent: CentreAgent, state: 'available' | 'offline'): void {
    const { contact } = agent;
    agent.contact = undefined;
    this.#settings.workEnded(agent);
    agent.become(state);
    if (!contact?.inAfterContactWork) return;
    contact.inAfterContactWork = false;
    endWriteUp(contact, this.#now());
    this.#settings.writtenUp(contact);
  }

  #now(): Date {
    return new Date(this.#settings.clock.now());
  }

  #after(milliseconds: number, action: () => void): void {
    this.#settings.clock.at(this.#settings.clock.now() + milliseconds, action);
  }
}
