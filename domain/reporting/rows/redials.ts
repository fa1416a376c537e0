import type { CallRow } from '../compiled-rows.ts';
import type { MadePromise } from './promises.ts';
import { byCodeUnits } from './settle.ts';
import { takenByCall } from './call-rows.ts';

/**
 * Marks the calls of who had rung before on the day and was not served then: by an agent, by what answers the call, by another service, or by
 * a callback that has reached them since. A promise alone serves nobody.
 */
export function markRedials(rows: readonly CallRow[], promises: readonly MadePromise[]): void {
  const taken = takenByCall(promises);
  const lastOf = new Map<string, CallRow>();
  for (const row of rows.filter(isOfPerson).toSorted(byTime)) {
    const last = lastOf.get(row.person);
    row.redial = last !== undefined && !wasServed(last, taken.get(last.call_id), Date.parse(row.started_at));
    lastOf.set(row.person, row);
  }
}

const isOfPerson = ({ kind, person }: CallRow): boolean => kind === 'inbound' && person !== '';
const byTime = (one: CallRow, other: CallRow): number =>
  byCodeUnits(one.started_at, other.started_at) || byCodeUnits(one.call_id, other.call_id);

function wasServed({ outcome }: CallRow, promise: MadePromise | undefined, before: number): boolean {
  if (outcome === 'callback') return promise?.voiceAt != null && promise.voiceAt <= before;
  return outcome === 'answered' || outcome === 'informed' || outcome === 'transferred';
}
