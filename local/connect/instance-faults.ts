/** A kind of thing that flows name, which can be made to vanish. */
export type VanishingResource = 'queue' | 'hours' | 'flow' | 'prompt';

/** What a flow asks of the services behind the instance. */
type Occasion =
  | { of: 'speech'; text: string; contactId: string }
  | { of: 'voice' | 'language'; code: string }
  | { of: 'attributes'; contactId: string }
  | { of: 'transfer' }
  | { of: 'view'; contactId: string }
  | { of: 'number' }
  | { of: VanishingResource | 'capacity' | 'flowSystem'; names: readonly string[] };

interface Fault {
  meets(occasion: Occasion): boolean;
  times: number;
}

/**
 * Faults of the services that stand behind an instance: what a flow meets when speech, attributes or a resource fail. They change those
 * services, never a flow: which branch is taken stays the flow's own affair. Each lasts until `clear`, or for the number of `times` that a
 * flow meets it. To fail at one action only, inject from `ContactCentre.onTransition` or `onEvent`, which are told before the next action.
 */
export class InstanceFaults {
  readonly #faults: Fault[] = [];

  /** Text to speech refuses what is to be said: of one contact, of texts that contain some words, or everything. */
  refuseSpeech(only: { containing?: string; contactId?: string; times?: number } = {}): void {
    const { containing = '', contactId, times = Infinity } = only;
    this.#inject(times, (occasion) => {
      if (occasion.of !== 'speech' || !occasion.text.includes(containing)) return false;
      return contactId === undefined || occasion.contactId === contactId;
    });
  }

  /** A voice, by its name, is no longer known. */
  withdrawVoice(voice: string, times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'voice' && occasion.code === voice);
  }

  /** A language, by its code, is no longer known. */
  withdrawLanguage(code: string, times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'language' && occasion.code === code);
  }

  /** The store of attributes refuses to write, of one contact or of all. Filling it up is `UpdateContactAttributes` of the API. */
  throttleAttributes(only: { contactId?: string; times?: number } = {}): void {
    const { contactId, times = Infinity } = only;
    this.#inject(times, (occasion) => {
      return occasion.of === 'attributes' && (contactId === undefined || occasion.contactId === contactId);
    });
  }

  /** A resource, by its id, ARN or name, is not found by flows; `times`: it is unavailable for so many of their look-ups. */
  vanish(resource: VanishingResource, name: string, times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === resource && occasion.names.includes(name));
  }

  /** A queue, by its id, ARN or name, takes nobody more. */
  fillQueue(name: string, times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'capacity' && occasion.names.includes(name));
  }

  /** No call can be handed over to an outside number: the service fails, whatever that number does. */
  refuseTransfers(times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'transfer');
  }

  /** A screen cannot be shown, of one guide or of all. */
  refuseViews(only: { contactId?: string; times?: number } = {}): void {
    const { contactId, times = Infinity } = only;
    this.#inject(times, (occasion) => {
      return occasion.of === 'view' && (contactId === undefined || occasion.contactId === contactId);
    });
  }

  /** A flow, by its id, ARN or name, fails for want of the system that runs it: no branch of it is taken, and the call ends. */
  crashFlow(name: string, times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'flowSystem' && occasion.names.includes(name));
  }

  /** The line's number leads to no flow: callers hear that it is not in service. */
  detachNumber(times = Infinity): void {
    this.#inject(times, (occasion) => occasion.of === 'number');
  }

  clear(): void {
    this.#faults.length = 0;
  }

  /** Asked by the centre. Whether a fault meets what a flow does; that fault is then used up by one. */
  meets(occasion: Occasion): boolean {
    const fault = this.#faults.find((candidate) => candidate.times > 0 && candidate.meets(occasion));
    if (fault) fault.times -= 1;
    return fault !== undefined;
  }

  #inject(times: number, meets: Fault['meets']): void {
    this.#faults.push({ meets, times });
  }
}
