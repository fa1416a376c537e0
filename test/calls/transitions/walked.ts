import type { FlowTransition } from '../../../local/connect/branch.ts';
import { type Entry, entryTaken, type FlowMap } from './flow-map.ts';

/** Which entries of the published flows calls have taken. */
export class Walked {
  readonly #map: FlowMap;
  readonly #taken = new Set<Entry>();

  constructor(map: FlowMap) {
    this.#map = map;
  }

  /** @throws Error where it is an entry that nobody should be able to take */
  note(transition: FlowTransition): Entry {
    const entry = entryTaken(this.#map, transition);
    this.#taken.add(entry);
    return entry;
  }

  has(entry: Entry): boolean {
    return this.#taken.has(entry);
  }

  get count(): number {
    return this.#taken.size;
  }

  /** What no call has taken, a line each: flow, action, entry. */
  missed(): string[] {
    return this.#map.entries
      .filter((entry) => !this.#taken.has(entry))
      .map(({ from, name, to }) => `${from.flow} ${from.action} (${from.type}): ${name}, to ${to.action}`);
  }
}
