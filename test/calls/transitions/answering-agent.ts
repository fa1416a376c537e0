import type { CallEvent } from '../../../local/call-event.ts';
import type { Clock } from '../../../local/clock.ts';
import type { Agent } from '../../../local/connect/centre.ts';
import type { Line } from '../../../local/line.ts';

/** Seconds after an agent and a caller hear each other. */
const holdsAt = 1;
const resumesAt = 15;
const passesOnAt = 16;
const hangsUpAt = 30;

/** The one agent of these calls: takes whoever rings, puts them on hold for a while, passes them on where that is wanted, or hangs up. */
export class AnsweringAgent {
  readonly #agent: Agent;
  readonly #clock: Clock;

  constructor(line: Line, clock: Clock, isToBePassedOn: (contactId: string) => boolean) {
    this.#clock = clock;
    this.#agent = line.centre.logIn('Claire');
    this.leave();
    const [passOn] = line.centre.quickConnects();
    line.onEvent((event) => {
      this.#told(event);
      if (passOn === undefined || event.kind !== 'answered' || event.by !== 'agent') return;
      this.#after(passesOnAt, () => {
        if (isToBePassedOn(event.contactId)) this.#agent.transfer(passOn);
      });
    });
  }

  come(): void {
    this.#agent.setState('available');
  }

  leave(): void {
    this.#agent.setState('offline');
  }

  #told(event: CallEvent): void {
    if (event.kind === 'state' && event.of === 'agent' && event.to === 'ringing') {
      this.#after(1, () => this.#agent.accept());
    }
    if (event.kind !== 'answered' || event.by !== 'agent') return;
    this.#after(holdsAt, () => this.#agent.hold());
    this.#after(resumesAt, () => this.#agent.resume());
    this.#after(hangsUpAt, () => this.#agent.hangUp());
  }

  #after(seconds: number, action: () => void): void {
    this.#clock.at(this.#clock.now() + seconds * 1000, action);
  }
}
