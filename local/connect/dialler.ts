import type { Clock } from '../clock.ts';
import type { OutboundRinging } from './centre.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import type { Unanswered } from './outcome.ts';
import { createTelephone } from './telephone.ts';

interface DiallerSettings {
  clock: Clock;
  log: ContactLog;
  callerHangsUp(contact: Contact): void;
}
interface Dialling {
  to: string;
  ringTimeoutSeconds: number;
  answered: () => void;
  unanswered: (reason: Unanswered) => void;
}

/** Rings telephones for contacts, whoever asks for it. */
export class Dialler {
  readonly #settings: DiallerSettings;
  readonly #listeners: ((call: OutboundRinging) => void)[] = [];

  constructor(settings: DiallerSettings) {
    this.#settings = settings;
  }

  listen(listener: (call: OutboundRinging) => void): void {
    this.#listeners.push(listener);
  }

  /** Rings until it is answered, refused or late, or until the contact ends. */
  ring(contact: Contact, { to, ringTimeoutSeconds, answered, unanswered }: Dialling): void {
    const { clock, log } = this.#settings;
    log.tell(contact, { kind: 'ringing', to, text: to });
    let rings = true;
    const cancelTimeout = clock.at(clock.now() + ringTimeoutSeconds * 1000, () => {
      if (stopRinging()) unanswered('noAnswer');
    });
    const stopRinging = (): boolean => {
      const first = rings && !contact.ended;
      rings = false;
      cancelTimeout();
      return first;
    };
    contact.stopRinging = stopRinging;
    const ringing: OutboundRinging = {
      contactId: contact.id,
      from: contact.systemNumber,
      to,
      answer: (by) => {
        if (stopRinging()) this.#answered(contact, by, answered);
        const hangUp = (latest: Contact): void => this.#settings.callerHangsUp(latest);
        return createTelephone(contact, clock, hangUp, by === 'machine' ? 'none' : 'all');
      },
      refuse: (reason) => {
        if (stopRinging()) unanswered(reason);
      },
    };
    for (const listener of this.#listeners) listener(ringing);
  }

  /** What follows begins once the answer has been handed back, so that no input is asked of a telephone that nobody holds yet. */
  #answered(contact: Contact, by: 'caller' | 'machine', then: () => void): void {
    const { clock, log } = this.#settings;
    contact.answeredBy = by;
    log.tell(contact, { kind: 'answered', by, text: '' });
    clock.at(clock.now(), () => {
      if (!contact.ended) then();
    });
  }
}
