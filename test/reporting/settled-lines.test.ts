import * as fc from 'fast-check';
import type { PreparedContact, PreparedDelivery, PreparedLine } from '../../domain/reporting/prepared-lines.ts';
import { inventedLines } from '../../local/bench/invented-lines.ts';
import { seededRandom } from '../../local/random.ts';
import { booking, contact, day, rowsOf, timeZone } from './told-lines.ts';

const bytes = (lines: Iterable<PreparedLine>): string => JSON.stringify(rowsOf(lines));

function shuffled<Item>(items: readonly Item[], seed: number): Item[] {
  const random = seededRandom(seed);
  const all = [...items];
  for (let last = all.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [all[last], all[other]] = [all[other] as Item, all[last] as Item];
  }
  return all;
}

/** A version of a contact that no longer holds: nobody was reached yet. */
const older = (line: PreparedContact): PreparedContact => ({
  ...line,
  agentConnectedAt: null,
  endedAt: null,
  attributes: {},
  lastUpdateAt: new Date(Date.parse(line.lastUpdateAt) - 60_000).toISOString(),
});

/** A telling of the same with its keys in another order, as another program may write them. */
const rewritten = <Line extends PreparedLine>(line: Line): Line =>
  Object.fromEntries(Object.entries(line).toReversed()) as unknown as Line;

const sms: PreparedLine = {
  line: 'sms',
  id: 'claim',
  contactId: 'c',
  bookingId: 'b',
  template: 'confirmation',
  country: 'FR',
  parts: 1,
  outcome: 'sent',
  reason: '',
  messageId: 'm',
  at: `${day}T09:00:00.000Z`,
};

describe('the rows of a day', () => {
  it('are the same bytes whatever comes twice, late, in versions that no longer hold, and in whatever order', () => {
    const seeds = fc.record({ day: fc.nat(1000), order: fc.nat(1000), twice: fc.integer({ min: 1, max: 5 }) });
    fc.assert(
      fc.property(seeds, ({ day: seed, order, twice }) => {
        const lines = [...inventedLines({ day, timeZone, calls: 60, seed })].map(({ line }) => line);
        const again = lines.filter((_, index) => index % twice === 0).map(rewritten);
        const olderOnes = lines.filter((line) => line.line === 'contact').map(older);
        const told = bytes(lines);
        expect(bytes(shuffled([...lines, ...again, ...olderOnes], order))).toBe(told);
      }),
      { numRuns: 25 },
    );
  });

  it('are the same in any order where two records of a contact were updated at the same instant', () => {
    const one = contact({ contactId: 'c', at: '10:05', queued: 20, agent: 50, ends: 90 });
    const other = { ...one, agentConnectedAt: null, handleSeconds: 0 };
    expect(bytes([one, other])).toBe(bytes([other, one]));
  });

  it('are the same in whatever order, and with whatever order of keys, where two tellings of an SMS differ', () => {
    const one: PreparedLine = { ...sms, template: 'moved' };
    const other: PreparedLine = { ...sms, country: 'RE' };
    const told = new Set(
      [
        [one, other],
        [other, one],
        [rewritten(one), other],
        [one, rewritten(other)],
      ].map(bytes),
    );
    expect(told.size).toBe(1);
  });

  it('take the later of two records of a contact', () => {
    const early = contact({ contactId: 'c', at: '10:05', queued: 20, left: 40, attributes: { stage: 'arrival' } });
    const late = { ...early, agentConnectedAt: early.dequeuedAt, lastUpdateAt: '2026-12-20T10:00:00Z' };
    for (const lines of [
      [early, late],
      [late, early],
    ])
      expect(rowsOf(lines).calls[0]?.outcome).toBe('answered');
  });

  it('are without what is of another day', () => {
    const strangers = [contact({ at: '23:59', date: '2026-11-23' }), contact({ at: '00:00', date: '2026-11-25' })];
    expect(rowsOf(strangers)).toEqual({ calls: [], bookings: [], messages: [], persons: [] });
    expect(rowsOf([contact({ at: '00:00' }), contact({ at: '23:59' })]).calls).toHaveLength(2);
  });

  it('refuse a line of no kind', () => {
    expect(() => rowsOf([{ line: 'ticket' } as unknown as PreparedLine])).toThrow('of no kind');
  });
});

const delivery = (status: string, isFinal: boolean, at: string): PreparedDelivery => ({
  line: 'delivery',
  messageId: 'm',
  status,
  isFinal,
  parts: 2,
  priceUsd: 0.149,
  at: `${day}T${at}.000Z`,
});

describe('an SMS', () => {
  it('has the final status, whenever it comes', () => {
    const lines = [delivery('PENDING', false, '09:00:09'), sms, delivery('UNREACHABLE', true, '09:00:05')];
    for (const order of [lines, lines.toReversed()]) {
      expect(rowsOf(order).messages).toEqual([
        {
          message: 'claim',
          call_id: 'c',
          template: 'confirmation',
          country: 'FR',
          parts: 2,
          outcome: 'undelivered',
          reason: 'UNREACHABLE',
          price_usd: 0.149,
        },
      ]);
    }
  });

  it.each([
    ['DELIVERED', true, 'delivered'],
    ['SUCCESSFUL', true, 'delivered'],
    ['SUCCESSFUL', false, 'accepted'],
    ['UNKNOWN', true, 'accepted'],
  ])('of which the last word is %s (final: %s) is %s', (status, isFinal, outcome) => {
    expect(rowsOf([sms, delivery(status, isFinal, '09:01:00')]).messages[0]?.outcome).toBe(outcome);
  });

  it.each(['refused', 'withheld', 'unknown'] as const)('that was %s stays so', (outcome) => {
    const asked: PreparedLine = { ...sms, outcome, reason: 'SPEND_LIMIT', messageId: '' };
    expect(rowsOf([asked]).messages[0]).toMatchObject({ outcome, reason: 'SPEND_LIMIT', price_usd: 0 });
  });
});

describe('a person', () => {
  it('is reached on the day, or within two days, by a call of either side', () => {
    const rows = rowsOf([
      contact({ at: '09:10', person: '2026-a', queued: 20, agent: 40 }),
      contact({ at: '09:10', person: '2026-b', queued: 20, left: 40 }),
      contact({ at: '09:20', person: '2026-b', queued: 20, left: 40 }),
      contact({ at: '09:10', date: '2026-11-25', person: '2026-b', queued: 20, agent: 40 }),
      contact({ at: '09:10', person: '2026-c', queued: 20, left: 40 }),
      contact({ at: '09:10', date: '2026-11-25', person: '2026-d', queued: 20, agent: 40 }),
    ]);
    expect(rows.persons).toEqual([
      { person: '2026-a', calls: 1, reached_same_day: true, reached_two_days: true },
      { person: '2026-b', calls: 2, reached_same_day: false, reached_two_days: true },
      { person: '2026-c', calls: 1, reached_same_day: false, reached_two_days: false },
    ]);
  });

  it('is reached by a callback to another telephone, too', () => {
    const call = contact({ contactId: 'c', at: '09:10', person: '2026-a', queued: 20, left: 40 });
    const told = booking(
      { bookingId: 'b', contactId: 'c', slot: '14:00' },
      { at: '09:11', from: 'none', to: 'booked' },
    );
    const attributes = { bookingId: 'b', attempt: '1' };
    const ours = contact({ at: '14:01', person: '2026-mobile', method: 'API', picksUp: 5, agent: 30, attributes });
    expect(rowsOf([call, ...told, ours]).persons).toEqual([
      { person: '2026-a', calls: 1, reached_same_day: true, reached_two_days: true },
    ]);
  });

  it('is not known to be reached within two days before they are over, nor where the next has another year’s hashes', () => {
    const call = contact({ at: '09:10', person: '2026-a', queued: 20, agent: 40 });
    const newYear = contact({ at: '09:10', date: '2026-11-25', person: '2027-x' });
    expect(rowsOf([call], { isOver: false }).persons[0]?.reached_two_days).toBeNull();
    expect(rowsOf([call, newYear]).persons[0]).toMatchObject({ reached_same_day: true, reached_two_days: null });
  });
});
