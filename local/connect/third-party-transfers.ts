import type { Clock } from '../clock.ts';
import type { Contact } from './contact.ts';
import type { ContactLog } from './contact-log.ts';
import { interruption } from './interruption.ts';
import type { Router } from './router.ts';
import type { FarEnd, ThirdPartyCall, TransferRequest, TransferResult } from './third-party.ts';

interface TransferSettings {
  clock: Clock;
  log: ContactLog;
  router: Router;
}

const deaf: FarEnd = { press: () => undefined, callerHungUp: () => undefined };

/** Hands callers over to outside numbers: `TransferParticipantToThirdParty`. */
export class ThirdPartyTransfers {
  readonly #settings: TransferSettings;
  readonly #listeners: ((call: ThirdPartyCall) => void)[] = [];

  constructor(settings: TransferSettings) {
    this.#settings = settings;
  }

  listen(listener: (call: ThirdPartyCall) => void): void {
    this.#listeners.push(listener);
  }

  /** Resolves when the far end has hung up or was not reached; rejects when the flow that asks is interrupted. */
  async transfer(
    contact: Contact,
    { to, timeLimitSeconds, callerId, digits }: TransferRequest,
    signal: AbortSignal,
  ): Promise<TransferResult> {
    this.#settings.log.tell(contact, { kind: 'ringing', to, text: to });
    if (this.#listeners.length === 0) {
      this.#connect(contact, to, deaf);
      return 'handedOver';
    }
    const { clock } = this.#settings;
    const { promise, resolve, reject } = Promise.withResolvers<TransferResult>();
    const onAbort = (): void => reject(interruption);
    signal.addEventListener('abort', onAbort, { once: true });
    let rings = true;
    const cancelTimeout = clock.at(clock.now() + timeLimitSeconds * 1000, () => {
      if (stopRinging()) resolve('late');
    });
    const stopRinging = (): boolean => {
      const first = rings && !signal.aborted;
      rings = false;
      cancelTimeout();
      return first;
    };
    this.#ring({
      contactId: contact.id,
      from: callerId ?? contact.customerNumber,
      to,
      answer: (farEnd = deaf) => {
        if (stopRinging()) {
          this.#connect(contact, to, farEnd);
          for (const key of digits.replace(/[^0-9*#]/g, '')) farEnd.press(key);
        }
        return { hangUp: () => resolve('over') };
      },
      refuse: () => {
        if (stopRinging()) resolve('failed');
      },
      handOver: () => {
        if (!stopRinging()) return;
        this.#connect(contact, to, deaf);
        resolve('handedOver');
      },
    });
    try {
      return await promise;
    } finally {
      stopRinging();
      signal.removeEventListener('abort', onAbort);
      if (!contact.ended) contact.farEnd = undefined;
    }
  }

  #ring(call: ThirdPartyCall): void {
    for (const listener of this.#listeners) listener(call);
  }

  /** Whoever is handed over waits in no queue any more. */
  #connect(contact: Contact, to: string, farEnd: FarEnd): void {
    const { log, router } = this.#settings;
    router.leave(contact);
    contact.farEnd = farEnd;
    contact.transferredTo = to;
    contact.facts.transferred = true;
    contact.record.description.transferredTo = to;
    contact.record.description.transferCompletedAt = new Date(this.#settings.clock.now());
    log.move(contact, 'connectedToThirdParty');
  }
}
