import type { Booking } from '../../domain/callback/contract.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import { callerItemKey, slotKey } from '../../domain/callback/shards.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { lineRules, tuesdayMorning } from './fixtures.ts';
import { flowEvent, startLedger, tableName } from './local-ledger.ts';

/** The slot that is asked for unless a test names another. */
export const slot = '2026-11-24T09:30:00.000Z';
export const key = Buffer.from('ledger key of the tests');
let persons = 0;

export const person = (): string => `+336${String((persons += 1)).padStart(8, '0')}`;

export interface BookingDesk {
  database: LocalDynamoDb;
  /** What the functions take for the present. */
  now: Date;
  line: ReturnType<typeof lineOf>;
}
type Callback = ReturnType<typeof lineRules>['callback'];

/** The functions that offer and book, on the ledger of that engine; see `startLedger`. */
export async function openBookingDesk(endpoint?: string): Promise<BookingDesk> {
  let now = tuesdayMorning;
  const database = await startLedger(() => now, endpoint);
  const runtime = await import('../../lambdas/runtime/dynamodb.ts');
  const booking = await import('../../lambdas/callback/book-slot.ts');
  const offering = await import('../../lambdas/callback/offer-slots.ts');
  const functions = { ledger: runtime.ledger(tableName), ...booking, ...offering };
  return {
    database,
    get now() {
      return now;
    },
    set now(instant) {
      now = instant;
    },
    line: lineOf(functions, () => now),
  };
}

interface Functions {
  ledger: ReturnType<typeof import('../../lambdas/runtime/dynamodb.ts').ledger>;
  bookSlot: typeof import('../../lambdas/callback/book-slot.ts').bookSlot;
  offerSlots: typeof import('../../lambdas/callback/offer-slots.ts').offerSlots;
}

/** A line whose queue nobody else books in: each test has its own ledger. */
const lineOf =
  ({ ledger, bookSlot, offerSlots }: Functions, now: () => Date) =>
  (callback: Partial<Callback> = { seats: 5 }) => {
    const queue = `queue-${(persons += 1)}`;
    const rules = lineRules(callback, {
      queues: { [queue]: { agents: { default: 60 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} } },
    });
    const dependencies = { rules, ledger, ledgerKey: key, now };
    const offer = offerSlots(dependencies);
    const book = bookSlot(dependencies);
    return {
      ledger,
      queue,
      offer: (number: string) => offer(flowEvent('contact', { queue, number, language: 'fr' })),
      book: (number: string, changes: Record<string, string> = {}, contactId = `contact-${(persons += 1)}`) => {
        const parameters = { queue, number, numberKind: 'mobile', slot, dialogue: '1', language: 'fr', ...changes };
        return book(flowEvent(contactId, parameters, changes['callUs']));
      },
      seats: async (start = slot, shard = 0) => (await ledger.get(slotKey(queue, start, shard)))?.['seats'],
      bookingOf: async (number: string) =>
        (await ledger.get(callerItemKey(callerKey(number, key)))) as unknown as Booking | undefined,
    };
  };
