import type { Clock } from '../clock.ts';
import type { InstanceQuotas, RefusedCall, Telephone } from './centre.ts';
import { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { ContactRegistry } from './contact-registry.ts';
import type { InstanceFaults } from './instance-faults.ts';
import { createTelephone } from './telephone.ts';

interface RefusedCallsSettings {
  clock: Clock;
  log: ContactLog;
  contacts: ContactRegistry;
  faults: InstanceFaults;
  quotas: InstanceQuotas;
}

/** The instance makes no further call at this moment. */
export class TooManyCalls extends Error {}

/** Calls that no flow ever hears of: they leave no contact behind, and Connect only counts them. */
export class RefusedCalls {
  readonly #settings: RefusedCallsSettings;
  readonly #listeners: ((reason: RefusedCall) => void)[] = [];

  constructor(settings: RefusedCallsSettings) {
    this.#settings = settings;
  }

  listen(listener: (reason: RefusedCall) => void): void {
    this.#listeners.push(listener);
  }

  /** Why a person who rings now would be refused; undefined where they would not. */
  ofInbound(): RefusedCall | undefined {
    return this.#settings.faults.meets({ of: 'number' }) ? 'number' : this.ofAnyCall();
  }

  ofAnyCall(): RefusedCall | undefined {
    const { contacts, quotas } = this.#settings;
    const { concurrentCalls = Infinity } = quotas;
    return concurrentCalls < Infinity && contacts.callsUnderWay() >= concurrentCalls ? 'quota' : undefined;
  }

  tell(reason: RefusedCall): void {
    for (const listener of this.#listeners) listener(reason);
  }

  /** The telephone of somebody who hears a busy tone, and is alone again at once. */
  busyTelephone(id: string, numbers: { customer: string | undefined; system: string }): Telephone {
    const { clock, log } = this.#settings;
    const description = { id, initiationMethod: 'INBOUND', initiatedAt: new Date(clock.now()) } as const;
    const contact = new Contact({ description, attributes: {} }, numbers);
    contact.ended = true;
    clock.at(clock.now(), () => log.tell(contact, { kind: 'ended', outcome: 'dropped', text: 'busy tone' }));
    return createTelephone(contact, clock, () => undefined, 'none');
  }
}
