import type { LineRules } from '../../domain/administration/administration.ts';
import {
  bookingEvent,
  firstRevision,
  isActive,
  transition,
  type BookingChange,
  type Transition,
} from '../../domain/callback/booking.ts';
import {
  bookingEventSource,
  bookingEventType,
  type Booking,
  type BookingEvent,
} from '../../domain/callback/contract.ts';
import type { Connect } from '../runtime/connect.ts';
import type { Ledger } from '../runtime/dynamodb.ts';
import type { EventBus } from '../runtime/eventbridge.ts';
import {
  bookingItem,
  bookingIsUnchanged,
  freeSeat,
  replaceBooking,
  startTalking,
  writeTogether,
} from './booking-ledger.ts';

export interface BookingKeeper {
  rules: LineRules;
  ledger: Ledger;
  bus: EventBus;
  connect: Pick<Connect, 'associatedContacts' | 'stopContact'>;
  now: () => Date;
}

/**
 * Makes these changes of a booking, one after the other, as one conditional write, and tells of each. Undefined where somebody
 * else has changed it meanwhile. Throws where a change is not allowed in the state it is in: that is ours to get right.
 */
export async function changeBooking(
  keeper: BookingKeeper,
  booking: Booking,
  changes: readonly BookingChange[],
): Promise<Booking | undefined> {
  const transitions = transitionsOf(keeper, booking, changes);
  const next = transitions.at(-1)?.booking ?? booking;
  if (!(await replace(keeper, booking, next))) return undefined;
  // One SMS says where it all came to.
  const events = transitions.map(({ event: { sms, ...event } }, index) =>
    sms && index === transitions.length - 1 ? { ...event, sms } : event,
  );
  await tell(keeper, booking, events);
  return next;
}

/** A slot's seat stays until the slot is over; a place is left at once, so that nobody is told that it is still before them. */
async function replace({ ledger, rules }: BookingKeeper, former: Booking, next: Booking): Promise<boolean> {
  const days = rules.retentionDays.bookings;
  if (former.kind === 'place') {
    const leave = isActive(next) ? startTalking(ledger, former) : freeSeat(ledger, former);
    const notWritten = await writeTogether(ledger, [leave, replaceBooking(ledger, former, next, days)]);
    if (notWritten === 'busy') throw new Error(`the ledger stayed busy: the booking is not ${next.state}`);
    return notWritten === undefined;
  }
  const { written } = await ledger.put(bookingItem(next, days), {
    condition: bookingIsUnchanged,
    values: { ':id': former.id, ':revision': former.revision },
  });
  return written;
}

/** Throws where a change is not allowed in the state it finds. */
export function transitionsOf(
  { rules, now }: BookingKeeper,
  booking: Booking,
  changes: readonly BookingChange[],
): Transition[] {
  const transitions: Transition[] = [];
  for (const change of changes) {
    const present = transitions.at(-1)?.booking ?? booking;
    const result = transition(present, change, { administration: rules.id, attempts: rules.callback.attempts }, now());
    if ('refused' in result) throw new Error(`${change.type} of a ${present.state} booking: ${result.refused}`);
    transitions.push(result);
  }
  return transitions;
}

/**
 * Tells of changes of a booking, `former` before them. The reports hear of a booking when the call in which it was made has ended. It may change
 * before, or both events of that end be lost: then they hear first of the booking as it was made, which one that never changed still tells.
 */
export const tell = (
  { bus, rules }: BookingKeeper,
  former: Booking,
  events: readonly BookingEvent[],
): Promise<void> => {
  const isUntold = former.revision === firstRevision && former.reportedAt === undefined;
  const made = isUntold ? [bookingEvent(rules.id, 'none', former, undefined)] : [];
  return bus.put(bookingEventSource, bookingEventType, [...made, ...events]);
};
