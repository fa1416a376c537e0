import type { Booking } from '../../domain/callback/contract.ts';
import { slotKey } from '../../domain/callback/shards.ts';
import { slotsAhead } from '../../domain/callback/slots.ts';
import { doNotWriteKey } from '../../domain/sms/ledger-keys.ts';
import { isToBeReminded, slotsToRemind } from '../../domain/sms/reminders.ts';
import { lineRules } from '../callback/fixtures.ts';
import { booking } from './example-booking.ts';
import { later, noon, openSmsDesk, type SmsDesk } from './sms-desk.ts';
import { accepted } from './sms-service.ts';

const line = lineRules({ seats: 120 });
const slot = '2026-11-24T13:30:00.000Z';
/** Twenty minutes before the hour. */
const near = later(130);
let desk: SmsDesk;
let lambda: typeof import('../../lambdas/sms/remind-callers.ts');

beforeAll(async () => {
  desk = await openSmsDesk();
  lambda = await import('../../lambdas/sms/remind-callers.ts');
});
afterAll(() => desk.close());
afterEach(() => desk.reset());

const remind = (at = near) => {
  const { table, carrier, bus } = desk;
  return lambda.remindCallers({ table, carrier, bus, line, now: () => at })();
};

/** Bookings of that slot, in the seats of a shard. */
async function seated(changes: Partial<Booking>[], shard = 0): Promise<Booking[]> {
  const bookings = await Promise.all(changes.map((change) => desk.given(change)));
  const seats = new Set(bookings.map(({ callerKey }) => callerKey));
  await desk.table.put({ pk: slotKey('allocations', slot, shard), seats, ttl: 4_000_000_000 });
  return bookings;
}

describe('the slots whose callers are reminded', () => {
  it.each([
    [12, []],
    [15, []],
    [16, [slot]],
    [25, [slot]],
    [26, []],
  ])('%s minutes before are %j', (minutes, starts) => {
    expect(slotsToRemind(line, 'allocations', later(150 - minutes)).map(({ start }) => start)).toEqual(starts);
  });

  it('are each found, twice at most, by a run every five minutes', () => {
    const morning = new Date('2026-11-24T07:02:00.000Z');
    const runs = Array.from({ length: 12 * 9 }, (_, run) => later(5 * run, morning));
    const found = runs.flatMap((run) => slotsToRemind(line, 'allocations', run).map(({ start }) => start));
    const all = slotsAhead(line, 'allocations', morning, { horizonDays: 0 }).map(({ start }) => start);
    expect([...new Set(found)]).toEqual(all);
    for (const start of all) expect(found.filter((other) => other === start)).toHaveLength(2);
  });
});

describe('a person is reminded', () => {
  const slots = slotsToRemind(line, 'allocations', near);
  it.each<[string, Partial<Booking>, boolean]>([
    ['of an hour booked long before', {}, true],
    ['not of one booked two hours before', { changedAt: later(10).toISOString() }, false],
    ['of one moved earlier than that', { changedAt: later(9).toISOString(), revision: 3 }, true],
    ['not on a landline', { numberKind: 'landline' }, false],
    ['not of a cancelled callback', { state: 'cancelled' }, false],
    ['not once we have tried', { state: 'missed' }, false],
    ['not of another hour', { slot: '2026-11-24T14:00:00.000Z' }, false],
    ['not where the callback was put off', { dueAt: '2026-11-25T08:00:00.000Z' }, false],
  ])('%s', (_, changes, expected) => {
    expect(isToBeReminded({ ...booking, ...changes }, slots, near)).toBe(expected);
  });
});

describe('a run of reminders', () => {
  it('writes once to each whose hour is near, in every shard, and says the hour and the code', async () => {
    await seated([{}, { numberKind: 'landline', number: '+33142345678' }, { state: 'cancelled', revision: 2 }]);
    await seated([{ language: 'en' }], 2);
    await Promise.all([remind(), remind()]);
    await remind(later(5, near));
    const bodies = desk.service.requests.map(({ MessageBody }) => String(MessageBody)).toSorted();
    expect(bodies).toEqual([
      "CAF : nous vous rappelons tout à l'heure, entre 14h30 et 15h. Restez près du téléphone. Code 482. Pour changer, appelez le 3230.",
      'CAF: we will call you shortly, between 14:30 and 15:00. Keep your telephone near you. Code 482. To change, ring 3230.',
    ]);
    expect(desk.printed.join('')).toContain('"code":"reminders","administration":"caf","queue":"allocations","due":2');
  });

  it('leaves out who wishes no SMS', async () => {
    const [one] = await seated([{}]);
    await desk.table.put({ pk: doNotWriteKey(one?.callerKey ?? ''), at: noon.toISOString() });
    await remind();
    expect(desk.service.requests).toEqual([]);
  });

  it('never writes again where it is not known whether the SMS left', async () => {
    await seated([{}]);
    desk.service.answers = ['hangUp', accepted];
    await remind();
    await remind(later(5, near));
    expect(desk.service.requests).toHaveLength(1);
  });

  it('goes on where one fails, and fails at its end', async () => {
    await seated([{}, {}, {}]);
    const { table, carrier, bus } = desk;
    let writes = 0;
    const failing: typeof table = {
      ...table,
      put: (...write) => ((writes += 1) === 1 ? Promise.reject(new Error('no ledger')) : table.put(...write)),
    };
    const run = lambda.remindCallers({ table: failing, carrier, bus, line, now: () => near });
    await expect(run()).rejects.toThrow('reminders that failed: 1');
    expect(desk.service.requests).toHaveLength(2);
  });

  it('is nothing where no hour is near', async () => {
    await remind(new Date('2026-11-24T21:00:00.000Z'));
    expect(desk.service.requests).toEqual([]);
  });

  it('is told in the log without a number, a text or a code', () => {
    expect(desk.printed.join('')).not.toMatch(/\+33|612345678|rappelons|482/);
  });
});
