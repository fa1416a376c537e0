import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { aBooking, tuesdayMorning } from './fixtures.ts';
import { startLedger, tableName } from './local-ledger.ts';

/** Every field that a booking may have. */
const whole: Required<Booking> = {
  ...aBooking(),
  callbackContactId: 'call',
  dueAt: '2026-11-24T09:50:00.000Z',
  missedReason: 'busy',
  reportedAt: '2026-11-24T09:06:00.000Z',
  reportedBy: 'claimant',
  apologies: 1,
  speechRate: '80%',
  subject: 'allocations',
};

let database: LocalDynamoDb;
let functions: typeof import('../../lambdas/callback/booking-ledger.ts') &
  typeof import('../../lambdas/callback/read-bookings.ts');
let ledger: ReturnType<typeof import('../../lambdas/runtime/dynamodb.ts').ledger>;

beforeAll(async () => {
  database = await startLedger(() => tuesdayMorning);
  functions = {
    ...(await import('../../lambdas/callback/booking-ledger.ts')),
    ...(await import('../../lambdas/callback/read-bookings.ts')),
  };
  ledger = (await import('../../lambdas/runtime/dynamodb.ts')).ledger(tableName);
});
afterAll(() => database.stop());

const store = (booking: Booking, changes: object = {}) =>
  ledger.put({ ...functions.bookingItem(booking, 30), ...changes });

describe('a stored booking', () => {
  it.each([
    ['with every field', whole],
    ['with those alone that each has', aBooking()],
  ])('%s is read as it was written', async (_, booking) => {
    await store(booking);
    expect(await functions.readBookings(ledger, [booking.callerKey])).toEqual([booking]);
  });

  it.each(Object.keys(whole))('is refused, naming %s, where that is of another kind', (field) => {
    const other = { ...whole, [field]: new Set(['other']) };
    expect(() => readBooking(other)).toThrow(`a stored booking whose ${field} cannot be read`);
  });

  it.each(Object.keys(aBooking()))('is refused without its %s', (field) => {
    const { [field as keyof Booking]: _absent, ...rest } = whole;
    expect(() => readBooking(rest)).toThrow(`a stored booking whose ${field} cannot be read`);
  });

  it('that cannot be read does not keep the others from being called', async () => {
    const [broken, sound] = [aBooking({ callerKey: 'BROKEN' }), aBooking({ callerKey: 'SOUND' })];
    await store(broken, { state: 'elsewhere' });
    await store(sound);
    const lines: string[] = [];
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (line) => lines.push(String(line)) > 0;
    const bookings = await functions.readBookings(ledger, ['BROKEN', 'SOUND']).finally(() => {
      process.stdout.write = write;
    });
    expect(bookings).toEqual([sound]);
    const reason = 'a stored booking whose state cannot be read';
    expect(lines.map((line) => JSON.parse(line))).toEqual([{ code: 'bookingUnreadable', reason }]);
  });
});
