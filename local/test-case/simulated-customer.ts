import type { Clock } from '../clock.ts';
import type { ContactCentre, Telephone } from '../connect/centre.ts';

/** Between the end of what is being said and the first key. */
const millisecondsBeforeAKey = 500;

/** Keys what it is told to once what is being said, or done, is over. */
export class SimulatedCustomer {
  readonly #centre: ContactCentre;
  readonly #clock: Clock;
  #telephone: Telephone | undefined;
  #keys = '';

  constructor(centre: ContactCentre, clock: Clock) {
    this.#centre = centre;
    this.#clock = clock;
  }

  get contactId(): string | undefined {
    return this.#telephone?.contactId;
  }

  /** Returns the id of the contact. */
  call(from: string, flow: string | undefined): string {
    const telephone = this.#centre.ring(from, flow);
    this.#telephone = telephone;
    this.#centre.onInputAsked((contactId, { promptSeconds }) => {
      if (contactId === telephone.contactId) this.#pressAfter(promptSeconds);
    });
    this.#centre.onTransition(({ contactId }) => {
      if (contactId === telephone.contactId) this.#pressAfter(0);
    });
    return telephone.contactId;
  }

  key(keys: string): void {
    this.#keys += keys;
  }

  hangUp(): void {
    this.#telephone?.hangUp();
  }

  #pressAfter(seconds: number): void {
    const keys = this.#keys;
    this.#keys = '';
    if (keys === '') return;
    this.#clock.at(this.#clock.now() + seconds * 1000 + millisecondsBeforeAKey, () => this.#telephone?.press(keys));
  }
}
