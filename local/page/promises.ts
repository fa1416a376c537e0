import { isoWithOffset } from '../../domain/administration/local-time.ts';
import type { BookingEvent, MissedReason } from '../../domain/callback/contract.ts';

/** Times are ISO 8601 with the offset of the administration; `slot` is null for a place kept in the queue. */
export interface Promised {
  id: string;
  queue: string;
  slot: string | null;
  states: { at: string; state: BookingEvent['to']; reason: MissedReason | null }[];
}
/** What became of a promise. `broken`: we did not call in time, or nobody was there to talk; `unanswered`: we called, in vain. */
export type Fate = 'due' | 'kept' | 'broken' | 'unanswered' | 'cancelled';

const ended: readonly string[] = ['done', 'exhausted', 'cancelled'];
const ourFault: readonly unknown[] = ['notAttempted', 'noAgent'];

/** As the file for supervisors says it. */
const fateWords: Record<Fate, string> = {
  due: 'à tenir',
  kept: 'tenue',
  broken: 'non tenue',
  unanswered: 'sans réponse',
  cancelled: 'annulée',
};

/** Every promise of one line since the page was started, as the ledger's events tell. */
export class Promises {
  readonly #timeZone: string;
  readonly #promised = new Map<string, Promised>();

  constructor(timeZone: string) {
    this.#timeZone = timeZone;
  }

  note({ bookingId, queue, slot, to, at, reason }: BookingEvent): void {
    const states = this.#promised.get(bookingId)?.states ?? [];
    this.#promised.set(bookingId, {
      id: bookingId,
      queue,
      slot: slot === '' ? null : this.#local(slot),
      states: [...states, { at: this.#local(at), state: to, reason: reason ?? null }],
    });
  }

  /** The newest first. */
  all(): Promised[] {
    return [...this.#promised.values()].toReversed();
  }

  /** Whether somebody is still to be called back. */
  get open(): boolean {
    return this.all().some(({ states }) => !ended.includes(states.at(-1)?.state ?? ''));
  }

  /** Those of a local day, `YYYY-MM-DD`: their hour is on it, or the place was kept on it. */
  of(day: string): Promised[] {
    return this.all().filter(({ slot, states }) => (slot ?? states[0]?.at ?? '').startsWith(day));
  }

  counts(day: string): Record<Fate, number> {
    const counts = { due: 0, kept: 0, broken: 0, unanswered: 0, cancelled: 0 };
    for (const promised of this.of(day)) counts[fateOf(promised)] += 1;
    return counts;
  }

  /** A header and a line for each promise of the day; no number, no name. */
  csv(day: string): string {
    const lines = this.of(day).map((promised) => {
      const last = promised.states.at(-1);
      return [promised.id, promised.queue, promised.slot ?? '', fateWords[fateOf(promised)], last?.state, last?.at];
    });
    const rows = [['promesse', 'file', 'heure promise', 'issue', 'état', 'depuis'], ...lines];
    return rows.map((row) => row.map((cell) => `"${cell ?? ''}"`).join(';') + '\r\n').join('');
  }

  #local(instant: string): string {
    return isoWithOffset(new Date(instant), this.#timeZone);
  }
}

function fateOf({ states }: Promised): Fate {
  const last = states.at(-1)?.state;
  if (states.some(({ reason }) => ourFault.includes(reason))) return 'broken';
  if (last === 'done' || last === 'connected') return 'kept';
  if (last === 'exhausted') return 'unanswered';
  return last === 'cancelled' ? 'cancelled' : 'due';
}
