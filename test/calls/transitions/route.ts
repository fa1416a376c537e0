import type { Entry, Place } from './flow-map.ts';

/** A broken service is a detour: a way that needs none is preferred. */
const costs: Record<Entry['kind'], number> = { next: 1, condition: 1, otherwise: 1, leave: 1, error: 6 };

/** An hour that is over by the time it is chosen: half an hour goes by on the way. */
const costOfDawdling = 40;
const costOf = ({ kind, name }: Entry): number => (name === 'Equals closed' ? costOfDawdling : costs[kind]);

interface Search {
  /** What is still to be walked. */
  wanted: (entry: Entry) => boolean;
  /** What cannot be had in these circumstances. */
  closed: (entry: Entry) => boolean;
  /** Of ways that are as good, each turn takes another one. */
  turn: number;
}

/** The cheapest way from a place to the next entry wanted, that entry included; undefined where none can be reached. */
export function routeFrom(start: Place, { wanted, closed, turn }: Search): Entry[] | undefined {
  const byCost: { place: Place; via: Via | undefined }[][] = [[{ place: start, via: undefined }]];
  const reached = new Set<Place>();
  for (let cost = 0; cost < byCost.length; cost += 1) {
    for (const { place, via } of byCost[cost] ?? []) {
      if (reached.has(place)) continue;
      reached.add(place);
      const open = rotated(
        [...place.entries, ...place.leaves].filter((entry) => !closed(entry)),
        turn,
      );
      const goal = open.find((entry) => wanted(entry) && returns(entry)) ?? open.find(wanted);
      if (goal) return entriesOf({ entry: goal, via });
      for (const entry of open) {
        (byCost[cost + costOf(entry)] ??= []).push({ place: entry.to, via: { entry, via } });
      }
    }
  }
  return undefined;
}

interface Via {
  entry: Entry;
  via: Via | undefined;
}

function entriesOf(last: Via): Entry[] {
  const entries: Entry[] = [];
  for (let via: Via | undefined = last; via; via = via.via) entries.unshift(via.entry);
  return entries;
}

/** Leads back to where it leaves, at once or by one action: so a call that takes it still has the others before it. */
const returns = ({ from, to }: Entry): boolean => to === from || to.entries.some((entry) => entry.to === from);

const rotated = (entries: Entry[], turn: number): Entry[] => {
  const first = turn % Math.max(1, entries.length);
  return [...entries.slice(first), ...entries.slice(0, first)];
};
