import type { Booking, BookingEvent } from '../../domain/callback/contract.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey, placesKey, slotKey } from '../../domain/callback/shards.ts';
import type { LocalDynamoDb } from '../../local/dynamodb/start.ts';
import { lineRules, tuesdayMorning } from './fixtures.ts';
import { flowEvent, startLedger, tableName } from './local-ledger.ts';
import { playedConnect } from './played-connect.ts';

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
type Rules = ReturnType<typeof lineRules>;
type Changes = Record<string, string>;

/** The functions that a caller's keys reach, on the ledger of that engine; see `startLedger`. */
export async function openBookingDesk(endpoint?: string): Promise<BookingDesk> {
  let now = tuesdayMorning;
  const database = await startLedger(() => now, endpoint);
  const runtime = await import('../../lambdas/runtime/dynamodb.ts');
  const functions = {
    ledger: runtime.ledger(tableName),
    ...(await import('../../lambdas/callback/book-slot.ts')),
    ...(await import('../../lambdas/callback/offer-slots.ts')),
    ...(await import('../../lambdas/callback/keep-place.ts')),
    ...(await import('../../lambdas/callback/find-booking.ts')),
    ...(await import('../../lambdas/callback/move-booking.ts')),
    ...(await import('../../lambdas/callback/cancel-booking.ts')),
  };
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
  keepPlace: typeof import('../../lambdas/callback/keep-place.ts').keepPlace;
  findBooking: typeof import('../../lambdas/callback/find-booking.ts').findBooking;
  moveBooking: typeof import('../../lambdas/callback/move-booking.ts').moveBooking;
  cancelBooking: typeof import('../../lambdas/callback/cancel-booking.ts').cancelBooking;
}

/** A line whose queue nobody else books in: each test has its own ledger. */
const lineOf =
  ({ ledger, ...functions }: Functions, now: () => Date) =>
  (callback: Partial<Rules['callback']> = { seats: 5 }, changed: Partial<Rules> = {}) => {
    const queue = `queue-${(persons += 1)}`;
    const rules = lineRules(callback, {
      queues: { [queue]: { agents: { default: 60 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} } },
      ...changed,
    });
    const events: BookingEvent[] = [];
    const bus = {
      put: async (_source: string, _type: string, details: readonly object[]) => {
        events.push(...(details as BookingEvent[]));
      },
    };
    const connect = playedConnect();
    const dependencies = { rules, ledger, bus, connect, ledgerKey: key, now };
    const offer = functions.offerSlots(dependencies);
    const book = functions.bookSlot(dependencies);
    const keep = functions.keepPlace(dependencies);
    const find = functions.findBooking(dependencies);
    const move = functions.moveBooking(dependencies);
    const cancel = functions.cancelBooking(dependencies);
    const itemOf = (number: string) => ledger.get(callerItemKey(callerKey(number, key)));
    const asked = (number: string, { callUs, callerId, ...changes }: Changes) => {
      const parameters = { queue, number, numberKind: 'mobile', dialogue: '1', language: 'fr', ...changes };
      return [parameters, { queueNumber: callUs, callerId }] as const;
    };
    return {
      ledger,
      queue,
      events,
      connect,
      offer: (number: string, changes: Changes = {}) => offer(flowEvent('contact', ...asked(number, changes))),
      book: (number: string, changes: Changes = {}, contactId = `contact-${(persons += 1)}`) =>
        book(flowEvent(contactId, ...asked(number, { slot, ...changes }))),
      keep: (number: string, changes: Changes = {}, contactId = `contact-${(persons += 1)}`) =>
        keep(flowEvent(contactId, ...asked(number, changes))),
      /** Rings from that number, and keys in another one with its code where `changes` name them. */
      find: (callerId: string, changes: Changes = {}) =>
        find(flowEvent('contact', { number: callerId, code: '', language: 'fr', ...changes }, { callerId })),
      move: (found: Changes | object, start: string, contactId = 'contact') =>
        move(flowEvent(contactId, { ...(found as Changes), slot: start, language: 'fr' })),
      cancel: (found: Changes | object) => cancel(flowEvent('contact', { ...(found as Changes), language: 'fr' })),
      seats: async (start = slot, shard = 0) => (await ledger.get(slotKey(queue, start, shard)))?.['seats'],
      placesOf: async ({ shard }: Booking) => await ledger.get(placesKey(queue, shard)),
      /** The person's item, as the ledger keeps it. */
      itemOf,
      bookingOf: async (number: string) => readBooking(await itemOf(number)),
      /** What came of the booking meanwhile. */
      alter: async (number: string, changes: Partial<Booking>) => {
        await ledger.put({ ...(await itemOf(number)), ...changes });
      },
    };
  };
