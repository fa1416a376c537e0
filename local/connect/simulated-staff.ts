import type { CentreAgent } from './agents.ts';

/** The simulated agents of one queue. A later staffing is another object, so that agents of this one find no work once they are free. */
export class SimulatedStaff {
  readonly handleTimeSeconds: number;
  readonly #agents: CentreAgent[] = [];
  readonly #free: CentreAgent[] = [];

  constructor(handleTimeSeconds: number) {
    this.handleTimeSeconds = handleTimeSeconds;
  }

  agents(): readonly CentreAgent[] {
    return this.#agents;
  }

  add(agent: CentreAgent): void {
    this.#agents.push(agent);
  }

  becomeFree(agent: CentreAgent): void {
    this.#free.push(agent);
  }

  /** Whether that agent was free, and is no longer. */
  take(agent: CentreAgent): boolean {
    const index = this.#free.indexOf(agent);
    if (index !== -1) this.#free.splice(index, 1);
    return index !== -1;
  }

  /** The agent who has been free longest. */
  takeFree(): CentreAgent | undefined {
    return this.#free.shift();
  }
}
