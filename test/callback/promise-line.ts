import { callerKey } from '../../domain/callback/caller-key.ts';
import type { Booking, BookingEvent } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey, slotKey } from '../../domain/callback/shards.ts';
import { lineRules } from './fixtures.ts';
import { flowEvent, tableName } from './local-ledger.ts';
import { playedConnect } from './played-connect.ts';

const key = Buffer.from('ledger key of the tests');
const slot = '2026-11-24T09:30:00.000Z';
let queues = 0;
let persons = 0;

export interface PromiseFunctions {
  ledger: typeof import('../../lambdas/runtime/dynamodb.ts').ledger;
  bookSlot: typeof import('../../lambdas/callback/book-slot.ts').bookSlot;
  keepPlace: typeof import('../../lambdas/callback/keep-place.ts').keepPlace;
  dialDueCallbacks: typeof import('../../lambdas/callback/dial-due-callbacks.ts').dialDueCallbacks;
  noteOutcome: typeof import('../../lambdas/callback/note-outcome.ts').noteOutcome;
}

/** Once the ledger is started. */
export const importFunctions = async (): Promise<PromiseFunctions> => ({
  ...(await import('../../lambdas/runtime/dynamodb.ts')),
  ...(await import('../../lambdas/callback/book-slot.ts')),
  ...(await import('../../lambdas/callback/keep-place.ts')),
  ...(await import('../../lambdas/callback/dial-due-callbacks.ts')),
  ...(await import('../../lambdas/callback/note-outcome.ts')),
});

/** A line with a queue of its own, whose promises the dispatcher keeps on a Connect that is played. */
export function openPromiseLine(
  functions: PromiseFunctions,
  now: () => Date,
  callbackRules: Parameters<typeof lineRules>[0] = { seats: 5 },
) {
  const queue = `line-${(queues += 1)}`;
  const rules = lineRules(callbackRules, {
    queues: { [queue]: { agents: { default: 60 }, handleTimeSeconds: 360, patienceSeconds: 360, hours: {} } },
  });
  const ledger = functions.ledger(tableName);
  const connect = playedConnect();
  const events: BookingEvent[] = [];
  const bus = {
    put: async (_source: string, _type: string, details: readonly object[]) => {
      events.push(...(details as BookingEvent[]));
    },
  };
  const dependencies = {
    rules,
    ledger,
    bus,
    connect,
    ledgerKey: key,
    queueIds: { [queue]: 'queue-id' },
    callbackFlowIds: { fr: 'callback-flow', en: 'callback-flow-en' },
    now,
  };
  const bookSlot = functions.bookSlot(dependencies);
  const keepPlace = functions.keepPlace(dependencies);
  const note = functions.noteOutcome(dependencies);
  const bookingUnder = async (caller: string): Promise<Booking> => {
    const booking = readBooking(await ledger.get(callerItemKey(caller), { consistent: true }));
    if (booking === undefined) throw new Error('nothing is promised to this person');
    return booking;
  };
  const aRequest = (changes: Record<string, string>) => {
    const number = `+336${String((persons += 1)).padStart(8, '0')}`;
    return { queue, number, numberKind: 'mobile', dialogue: '1', language: 'fr', ...changes };
  };
  return {
    queue,
    ledger,
    connect,
    events,
    told: () => events.map(({ from, to, sms }) => [from, to, ...(sms ? [sms] : [])].join(' ')),
    pass: functions.dialDueCallbacks(dependencies),
    book: async (contactId = 'arrival', start = slot, changes: Record<string, string> = {}) => {
      const parameters = aRequest({ slot: start, ...changes });
      const { number } = parameters;
      const { status, revision, bookingId } = await bookSlot(flowEvent(contactId, parameters));
      expect(status).toBe('booked');
      connect.attributes.set(contactId, { callerKey: callerKey(number, key), bookingId, revision });
      return number;
    },
    /** A place is kept, and unless Connect fails to, it makes a queued callback of it. */
    keep: async (contactId = 'arrival', callback: string | undefined = `callback of ${contactId}`) => {
      const parameters = aRequest({});
      const { number } = parameters;
      const { status, revision, bookingId } = await keepPlace(flowEvent(contactId, parameters));
      expect(status).toBe('kept');
      const attributes = { callerKey: callerKey(number, key), bookingId, revision };
      connect.attributes.set(contactId, attributes);
      if (callback !== '') {
        connect.callbacks.set(contactId, [callback]);
        connect.attributes.set(callback, attributes);
        connect.contacts.set(callback, { initiationMethod: 'CALLBACK' });
      }
      return number;
    },
    bookingOf: (number: string) => bookingUnder(callerKey(number, key)),
    seats: async (start: string) => (await ledger.get(slotKey(queue, start, 0)))?.['seats'],
    answered: (call = connect.calls.at(-1)!) => {
      const { callerKey: caller, bookingId, revision } = call.attributes;
      const parameters = { outcome: 'answered', callerKey: caller!, bookingId: bookingId!, revision: revision! };
      return note(flowEvent(`call-${call.clientToken}`, parameters));
    },
    /** Its person is in a call of their own, and speaks to an agent now in place of being called. */
    resume: async (contactId: string, number: string) => {
      const caller = callerKey(number, key);
      const booking = await bookingUnder(caller);
      const named = { callerKey: caller, bookingId: booking.id, revision: String(booking.revision) };
      connect.attributes.set(contactId, { ...named, resumes: 'yes' });
      connect.contacts.set(contactId, {});
      return note(flowEvent(contactId, { outcome: 'resuming', ...named }));
    },
    wentOn: (contactId: string, facts: { connectedToAgentAt?: Date; connectedToSystemAt?: Date }) => {
      connect.contacts.set(contactId, { ...connect.contacts.get(contactId), ...facts });
      return note({ detail: { contactId, eventType: 'CONNECTED_TO_AGENT' } });
    },
    ended: (
      contactId: string,
      facts: { disconnectReason?: string; connectedToAgentAt?: Date; connectedToSystemAt?: Date } = {},
    ) => {
      connect.contacts.set(contactId, { ...connect.contacts.get(contactId), ...facts, disconnectedAt: now() });
      return note({ detail: { contactId, eventType: 'DISCONNECTED' } });
    },
  };
}
