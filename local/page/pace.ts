import type { Clock } from '../clock.ts';
import { RequestFault } from './requests.ts';

/** How the page lets time pass: at real speed or faster, or ahead of real time up to an instant. All lines share it. */
export class Pace {
  readonly #clock: Clock;
  #speed = 1;
  #advancing = false;

  constructor(clock: Clock) {
    this.#clock = clock;
    clock.follow(this.#speed);
  }

  get now(): number {
    return this.#clock.now();
  }

  get speed(): number {
    return this.#speed;
  }

  get advancing(): boolean {
    return this.#advancing;
  }

  follow(speed: number): void {
    this.#speed = speed;
    this.#clock.follow(speed);
  }

  /** Time moves freely, then follows the real one again; ends early where `reached`. @throws RequestFault while time moves already */
  async advance(untilMilliseconds: number, reached: () => boolean): Promise<void> {
    if (this.#advancing) throw new RequestFault('L’horloge avance déjà.');
    this.#advancing = true;
    try {
      await this.#clock.runWhile(() => !this.#advancing || reached(), untilMilliseconds);
    } finally {
      this.#advancing = false;
    }
  }

  stopAdvancing(): void {
    this.#advancing = false;
  }
}
