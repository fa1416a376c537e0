import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { isActive } from '../../domain/callback/booking.ts';
import type { Booking, BookSlotParameters, BookSlotResult } from '../../domain/callback/contract.ts';
import { newBooking } from '../../domain/callback/new-booking.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { callerItemKey, shardCapacities, shardOrder } from '../../domain/callback/shards.ts';
import { slotsAhead, type Slot } from '../../domain/callback/slots.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { expressions, ledger, marshal, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { bookingItem, callerIsFree, takeSeat, toBooking, writeTogether } from './booking-ledger.ts';
import { languageOf } from './flow-parameters.ts';
import { readFreeSlots } from './free-slots.ts';

interface Dependencies {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

type Outcome = { status: 'booked' | 'already'; booking: Booking } | { status: 'full' | 'busy' | 'closed' };

/**
 * Books one seat for one person, or says why not. A retry of the same dialogue gets the booking that the first one made.
 * Throws where the flow asks for what is not configured, and where the ledger cannot be reached.
 */
export function bookSlot(dependencies: Dependencies) {
  return async (event: unknown): Promise<BookSlotResult> => {
    const { contactId, outboundCallerId, parameters } = readFlowInvocation(event);
    const { rules: line, now: clock } = dependencies;
    const asked = parse(parameters);
    const now = clock();
    const callUs = outboundCallerId ?? line.publicNumber;
    const wanted = newBooking({ ...asked, contactId, callUs }, dependencies.ledgerKey, now);
    const slot = slotsAhead(line, asked.queue, now, { leadMinutes: 0 }).find(({ start }) => start === asked.slot);
    const outcome: Outcome = slot ? await bookInSomeShard(dependencies, slot, wanted, now) : { status: 'closed' };
    log('slotBooking', {
      administration: line.id,
      queue: asked.queue,
      slot: asked.slot,
      contactId,
      status: outcome.status,
    });
    return answer(outcome, asked, line, now);
  };
}

/** The caller's own shard first, unread; where it is full, those of the others that are read as having room. */
async function bookInSomeShard(
  dependencies: Dependencies,
  slot: Slot,
  wanted: Omit<Booking, 'shard'>,
  now: Date,
): Promise<Outcome> {
  const order = shardOrder(wanted.callerKey, slot.shards);
  const capacities = shardCapacities(slot.seats, slot.shards);
  const book = (shard: number): Promise<Outcome> =>
    bookSeat(dependencies, { ...wanted, shard }, capacities[shard] ?? 0, now);
  const [own, ...others] = order;
  if (own === undefined) return { status: 'full' };
  const outcome = await book(own);
  if (outcome.status !== 'full' || others.length === 0) return outcome;

  const { free } = await readFreeSlots(dependencies.ledger, wanted.queue, [slot], 1);
  const rooms = free[0]?.shardsWithRoom ?? [];
  for (const shard of others.filter((other) => rooms.includes(other))) {
    const next = await book(shard);
    if (next.status !== 'full') return next;
  }
  return { status: 'full' };
}

/** The seat and the person's one item, both or neither. */
async function bookSeat(
  { ledger: table, rules: { retentionDays } }: Dependencies,
  booking: Booking,
  capacity: number,
  now: Date,
): Promise<Outcome> {
  if (capacity < 1) return { status: 'full' };
  const notWritten = await writeTogether(table, [
    takeSeat(table, booking, capacity, retentionDays.bookings),
    takeCaller(table, booking, retentionDays.bookings, now),
  ]).catch((error: unknown) => unlessWritten(table, booking, error));
  if (notWritten === undefined) return { status: 'booked', booking };
  if (notWritten === 'busy') return { status: 'busy' };
  const [, callerReason] = notWritten;
  const found = callerReason?.code === 'ConditionalCheckFailed' ? toBooking(callerReason.found) : undefined;
  if (found?.id === booking.id) return isActive(found) ? { status: 'booked', booking: found } : { status: 'closed' };
  return found ? { status: 'already', booking: found } : { status: 'full' };
}

/** A connection may break after the write: what the ledger holds decides whether it failed. Throws the error where it did. */
async function unlessWritten(table: Ledger, { callerKey, id }: Booking, error: unknown): Promise<undefined> {
  const key = callerItemKey(callerKey);
  const found = toBooking((await table.getMany([key], { consistent: true })).get(key));
  if (found?.id !== id) throw error;
}

const takeCaller = ({ tableName }: Ledger, booking: Booking, retentionDays: number, now: Date) => ({
  Put: {
    TableName: tableName,
    Item: marshal(bookingItem(booking, retentionDays)),
    ...expressions(
      callerIsFree,
      { '#ttl': 'ttl', '#state': 'state' },
      {
        ':id': booking.id,
        ':now': Math.floor(now.getTime() / 1000),
        ':done': 'done',
        ':exhausted': 'exhausted',
        ':cancelled': 'cancelled',
      },
    ),
  },
});

function answer(outcome: Outcome, asked: BookSlotParameters, line: LineRules, now: Date): BookSlotResult {
  const speak = phrases(asked.language);
  const nothing = { callerKey: '', bookingId: '', revision: '' };
  if (!('booking' in outcome)) {
    const why = { full: speak.slotGone, busy: speak.slotBusy, closed: speak.slotPast };
    const status = outcome.status === 'closed' ? 'closed' : 'full';
    return { status, announcement: why[outcome.status], ...nothing };
  }
  const { id, revision, state, slot, callerKey, numberKind, code } = outcome.booking;
  const when = spokenSlot(line, slot, now);
  if (outcome.status === 'already') {
    const announcement = state === 'booked' ? speak.already(when) : speak.alreadyUnderWay;
    return { status: 'already', announcement, ...nothing };
  }
  const announcement =
    numberKind === 'landline' ? `${speak.booked(when)} ${speak.codeTwice(code)}` : speak.booked(when);
  return { status: 'booked', announcement, callerKey, bookingId: id, revision: String(revision) };
}

function parse(parameters: Record<string, string>): BookSlotParameters {
  const { queue = '', number = '', numberKind, slot = '', dialogue = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  if (numberKind !== 'mobile' && numberKind !== 'landline') throw new Error(`no such kind of number: ${numberKind}`);
  if (dialogue === '') throw new Error('no dialogue');
  return { queue, number, numberKind, slot, dialogue, language: languageOf(parameters) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = bookSlot({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
