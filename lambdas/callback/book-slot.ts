import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Language } from '../../domain/administration/language.ts';
import type { Booking, BookSlotResult } from '../../domain/callback/contract.ts';
import { newBooking } from '../../domain/callback/new-booking.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { shardCapacities, shardOrder } from '../../domain/callback/shards.ts';
import { slotsAhead, type Slot } from '../../domain/callback/slots.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { aliasOf, readBookingRequest } from './booking-request.ts';
import { seatReader } from './free-slots.ts';
import { alreadyPromised } from './promised.ts';
import { takeBooking, takeInSomeShard, type Taken, type Taking } from './take-booking.ts';

interface Dependencies {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/**
 * Books one seat for one person, or says why not. A retry of the same dialogue gets the booking that the first one made.
 * Throws where the flow asks for what is not configured, and where the ledger cannot be reached.
 */
export function bookSlot({ rules: line, ledger: table, ledgerKey: key, now: clock }: Dependencies) {
  return async (event: unknown): Promise<BookSlotResult> => {
    const invocation = readFlowInvocation(event);
    const { slot: start = '' } = invocation.parameters;
    const asked = readBookingRequest(invocation, line);
    const now = clock();
    const slot = slotsAhead(line, asked.queue, now, { leadMinutes: 0 }).find((each) => each.start === start);
    const taking = {
      ledger: table,
      retentionDays: line.retentionDays.bookings,
      alias: aliasOf(invocation, asked.number, line, key),
      now,
    };
    const outcome: Taken = slot
      ? await bookInSomeShard(taking, slot, newBooking({ ...asked, slot: start }, key, now))
      : { status: 'closed' };
    log('slotBooking', {
      administration: line.id,
      queue: asked.queue,
      slot: start,
      contactId: asked.contactId,
      status: outcome.status === 'taken' ? 'booked' : outcome.status,
    });
    return answer(outcome, asked.language, line, now);
  };
}

function bookInSomeShard(taking: Taking, slot: Slot, wanted: Omit<Booking, 'shard'>): Promise<Taken> {
  const capacities = shardCapacities(slot.seats, slot.shards);
  return takeInSomeShard(
    shardOrder(wanted.callerKey, slot.shards),
    (shard) => takeBooking(taking, { ...wanted, shard }, capacities[shard] ?? 0),
    async () => {
      const [free] = await seatReader(taking.ledger, wanted.queue).free([slot]);
      return free?.shardsWithRoom ?? [];
    },
  );
}

function answer(outcome: Taken, language: Language, line: LineRules, now: Date): BookSlotResult {
  const speak = phrases(language);
  const nothing = { callerKey: '', bookingId: '', revision: '' };
  if (!('booking' in outcome)) {
    const why = { full: speak.slotGone, busy: speak.slotBusy, closed: speak.slotPast };
    const status = outcome.status === 'closed' ? 'closed' : 'full';
    return { status, announcement: why[outcome.status], ...nothing };
  }
  if (outcome.status === 'already') {
    return { status: 'already', announcement: alreadyPromised(outcome.booking, language, line, now), ...nothing };
  }
  const { id, revision, slot, callerKey, number, numberKind, code } = outcome.booking;
  const booked = speak.booked(spokenSlot(line, slot, now, number));
  const announcement = numberKind === 'landline' ? `${booked} ${speak.codeTwice(code)}` : booked;
  return { status: 'booked', announcement, callerKey, bookingId: id, revision: String(revision) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = bookSlot({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
