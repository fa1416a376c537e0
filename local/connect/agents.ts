import type { Requirement } from '../../flow-language/routing-criteria.ts';
import type { Agent, Proficiency } from './centre.ts';
import type { Contact } from './contact.ts';
import { firstNameFor } from './first-names.ts';
import type { ShownView } from './screens.ts';
import type { SimulatedStaff } from './simulated-staff.ts';
import type { Waiting } from './waiting-line.ts';

/** What an agent's workplace does to the contact centre, and is told by it. */
export interface AgentActions {
  accept(agent: CentreAgent): void;
  refuse(agent: CentreAgent): void;
  hangUp(agent: CentreAgent): void;
  hold(agent: CentreAgent): void;
  resume(agent: CentreAgent): void;
  transfer(agent: CentreAgent, quickConnect: string): void;
  goAvailable(agent: CentreAgent): void;
  goOffline(agent: CentreAgent): void;
  shown(agent: CentreAgent): ShownView | undefined;
  changed(agent: CentreAgent, from: Agent['state']): void;
}

/** An agent at the desk of the page, or a simulated one. */
export class CentreAgent implements Agent {
  readonly id: string;
  readonly arn: string;
  readonly name: string;
  /** Where a simulated agent works; undefined for one at the desk. */
  readonly staff: SimulatedStaff | undefined;
  /** What this agent's routing profile brings. */
  channels: readonly Contact['channel'][] = ['VOICE', 'TASK'];
  proficiencies: readonly Proficiency[] = [];
  /** What rings at this agent. */
  offer: Waiting | undefined;
  stopRinging: (() => void) | undefined;
  /** The contact talked with, or written up. */
  contact: Contact | undefined;
  /** Where this agent is about to pass the caller on. */
  transferring: Contact | undefined;
  readonly #actions: AgentActions;
  #state: Agent['state'] = 'available';

  constructor(identity: { id: string; arn: string; name: string }, actions: AgentActions, staff?: SimulatedStaff) {
    this.id = identity.id;
    this.arn = identity.arn;
    this.name = identity.name;
    this.staff = staff;
    this.#actions = actions;
  }

  /** An agent at the desk is called as at log-in. */
  get firstName(): string {
    return this.simulated ? firstNameFor(this.id) : this.name;
  }

  get simulated(): boolean {
    return this.staff !== undefined;
  }

  get state(): Agent['state'] {
    return this.#state;
  }

  get contactId(): string | undefined {
    return (this.offer?.contact ?? this.contact)?.id;
  }

  get talking(): boolean {
    return this.contact?.agent === this && this.contact.facts.agentReached;
  }

  get shown(): ShownView | undefined {
    return this.#actions.shown(this);
  }

  get onHold(): boolean {
    return this.talking && this.contact?.onHold === true;
  }

  get transferContactId(): string | undefined {
    return this.transferring?.id;
  }

  meets(requirements: readonly Requirement[]): boolean {
    return requirements.every((required) => {
      if ('agentIds' in required) return required.agentIds.some((id) => id === this.id || id === this.arn);
      const { name, value, level } = required;
      return this.proficiencies.some((own) => own.name === name && own.value === value && own.level >= level);
    });
  }

  become(state: Agent['state']): void {
    if (state === this.#state) return;
    const from = this.#state;
    this.#state = state;
    this.#actions.changed(this, from);
  }

  accept(): void {
    if (this.#state === 'ringing') this.#actions.accept(this);
  }

  refuse(): void {
    if (this.#state === 'ringing') this.#actions.refuse(this);
  }

  hangUp(): void {
    if (this.#state === 'busy') this.#actions.hangUp(this);
  }

  hold(): void {
    if (this.talking) this.#actions.hold(this);
  }

  resume(): void {
    if (this.talking) this.#actions.resume(this);
  }

  transfer(quickConnect: string): void {
    if (this.talking) this.#actions.transfer(this, quickConnect);
  }

  /** A call under way or ringing is not affected: hang up or refuse it first. */
  setState(state: 'available' | 'offline'): void {
    if (this.#state === 'busy' || this.#state === 'ringing') return;
    if (state === this.#state) return;
    if (state === 'available') this.#actions.goAvailable(this);
    else this.#actions.goOffline(this);
  }
}

/** An exponential time of that mean, in milliseconds. */
export function exponentialMilliseconds(meanSeconds: number, random: () => number): number {
  return Math.round(-meanSeconds * 1000 * Math.log(1 - random()));
}
