import type { FlowTransition } from '../../../local/connect/branch.ts';
import type { ContactCentre } from '../../../local/connect/centre.ts';
import { breakService } from './broken-services.ts';
import type { Entry, FlowMap, Place } from './flow-map.ts';
import type { Lasting } from './lasting.ts';
import { routeFrom } from './route.ts';
import type { Walked } from './walked.ts';

/** How often a way may turn out otherwise than wished, in the same circumstances, before it counts as closed. */
const patience = 8;
const mostChances = 2;
/** How many calls in a row head for the same entry and walk nothing new, before it is given up in these circumstances. */
const mostCallsInVain = 2;

/** A callback is offered every few minutes: who is to be offered one is taken for somebody who was not yet, so as not to wait for long. */
const isOffered = ({ from, kind }: Entry): boolean => from.action === 'what-is-offered' && kind === 'condition';

const comparesMemory = ({ from: { type, parameters } }: Entry): boolean =>
  type === 'Compare' && String(parameters['ComparisonValue']).startsWith('$.Attributes.');

export interface Way {
  at: Place;
  /** From there to the next entry wanted; undefined where there is none. */
  route: Entry[] | undefined;
}

/** Shows callers the way to what nobody has walked yet, and breaks a service where that lies behind its failure. */
export class Guide {
  readonly #map: FlowMap;
  readonly #walked: Walked;
  readonly #centre: ContactCentre;
  readonly #ways = new Map<string, Map<string, Way>>();
  readonly #queues = new Map<string, string>();
  /** To be raised from call to call. */
  turn = 0;
  readonly #chances = new Map<Entry, number>();
  readonly #inVain = new Map<Entry, number>();
  readonly #failures = new Map<Entry, number>();
  readonly #lasting: Lasting;

  constructor(map: FlowMap, walked: Walked, centre: ContactCentre, lasting: Lasting) {
    this.#map = map;
    this.#walked = walked;
    this.#centre = centre;
    this.#lasting = lasting;
    lasting.breaks();
  }

  routeFrom(place: Place): Entry[] | undefined {
    return routeFrom(place, {
      wanted: (entry) =>
        entry.kind !== 'leave' &&
        !this.#walked.has(entry) &&
        this.#lasting.wants(entry) &&
        (this.#inVain.get(entry) ?? 0) < mostCallsInVain,
      turn: this.turn,
      closed: (entry) => (this.#failures.get(entry) ?? 0) >= patience || this.#lasting.closes(entry),
    });
  }

  /** Whether a call that begins with this flow can still walk something. */
  canStart(flow: string): boolean {
    const start = this.#map.starts.get(flow);
    return start !== undefined && this.routeFrom(start) !== undefined;
  }

  /** To be told of every transition; the way that follows from it. */
  follow(transition: FlowTransition): Way {
    const entry = this.#walked.note(transition);
    const ways = this.#waysOf(transition.contactId);
    const expected = ways.get(entry.from.flow)?.route;
    const way: Way = { at: entry.to, route: this.#routeAfter(entry, expected) };
    ways.set(entry.from.flow, way);
    this.#noteQueue(transition.contactId, entry.from);
    this.#centre.faults.clear();
    this.#lasting.breaks();
    const [next] = way.route ?? [];
    // Who is passed on enters the queue of the quick connect.
    const queueArn = this.#queues.get(transition.contactId) ?? this.#centre.quickConnects()[0] ?? '';
    if (way.route?.some(isOffered)) this.#centre.updateAttributes(transition.contactId, { offeredAt: '' });
    if (next?.kind === 'error') breakService(this.#centre, next, { id: transition.contactId, queueArn });
    return way;
  }

  #routeAfter(entry: Entry, expected: Entry[] | undefined): Entry[] | undefined {
    this.#failures.delete(entry);
    // Who has something repeated is still on the way.
    if (entry.to === entry.from && expected && !this.#walked.has(expected.at(-1) ?? entry)) return expected;
    const [wished, ...rest] = expected ?? [];
    if (wished !== undefined && wished !== entry && wished.from === entry.from) this.fail(wished);
    const goal = rest.at(-1);
    if (wished === entry && goal && !this.#walked.has(goal)) return rest;
    return this.routeFrom(entry.to);
  }

  fail(entry: Entry): void {
    // A callback is offered every few minutes: who waits comes to it.
    if (entry.from.action === 'what-is-offered') return;
    this.#failures.set(entry, (this.#failures.get(entry) ?? 0) + 1);
  }

  close(entry: Entry): void {
    this.#failures.set(entry, patience);
  }

  /** What a contact remembers is its own: the next one may remember something else. */
  #giveAnotherChance(entry: Entry): void {
    const chances = this.#chances.get(entry) ?? mostChances;
    if (!comparesMemory(entry) || chances === 0) return;
    this.#chances.set(entry, chances - 1);
    this.#failures.delete(entry);
  }

  wayOf(contactId: string, isThere: (place: Place) => boolean): Way | undefined {
    return [...this.#waysOf(contactId).values()].findLast(({ at }) => isThere(at));
  }

  /** Whether this caller is still to enter that flow. */
  leadsInto(contactId: string, flow: string): boolean {
    return [...this.#waysOf(contactId).values()].some(({ route }) => {
      const [wished] = route ?? [];
      return wished?.kind === 'leave' && wished.to.flow === flow;
    });
  }

  /** Whether another flow may still begin by itself for who waits: a whisper, a survey. */
  awaits(contactId: string): boolean {
    return [...this.#waysOf(contactId).values()].some(({ route }) => this.#isAwaited(contactId, route?.[0]));
  }

  #isAwaited(contactId: string, wished: Entry | undefined): boolean {
    return wished?.kind === 'leave' && !this.#waysOf(contactId).has(wished.to.flow);
  }

  /** A call is over: the flows that it should still have entered have not begun. */
  end(contactId: string, isFruitless: boolean): void {
    for (const { route } of this.#waysOf(contactId).values()) {
      const [wished] = route ?? [];
      if (wished && this.#isAwaited(contactId, wished)) this.fail(wished);
      const goal = route?.at(-1);
      if (goal && isFruitless) this.#inVain.set(goal, (this.#inVain.get(goal) ?? 0) + 1);
    }
    this.#ways.delete(contactId);
    for (const [entry, failures] of this.#failures) if (failures >= patience) this.#giveAnotherChance(entry);
  }

  #waysOf(contactId: string): Map<string, Way> {
    const ways = this.#ways.get(contactId) ?? new Map<string, Way>();
    this.#ways.set(contactId, ways);
    return ways;
  }

  #noteQueue(contactId: string, { type, parameters }: Place): void {
    if (type === 'UpdateContactTargetQueue') this.#queues.set(contactId, String(parameters['QueueId']));
  }
}
