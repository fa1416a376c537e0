import type { LineRules } from '../../domain/administration/administration.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { maximumApologies, transition, type BookingChange, type Transition } from '../../domain/callback/booking.ts';
import {
  bookingEventSource,
  bookingEventType,
  type Booking,
  type BookingEvent,
} from '../../domain/callback/contract.ts';
import { outcomeSteps, type ContactFacts, type OutcomeStep } from '../../domain/callback/outcome.ts';
import { retryInstant } from '../../domain/callback/retry.ts';
import { shardCapacities, shardOrder } from '../../domain/callback/shards.ts';
import { slotsAhead, type Slot } from '../../domain/callback/slots.ts';
import type { Ledger } from '../runtime/dynamodb.ts';
import type { EventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import {
  bookingItem,
  bookingIsUnchanged,
  freeSeat,
  replaceBooking,
  takeSeat,
  writeTogether,
} from './booking-ledger.ts';
import { readFreeSlots } from './free-slots.ts';

export interface BookingKeeper {
  rules: LineRules;
  ledger: Ledger;
  bus: EventBus;
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
  const written = await keeper.ledger.put(bookingItem(next, keeper.rules.retentionDays.bookings), {
    condition: bookingIsUnchanged,
    values: { ':id': booking.id, ':revision': booking.revision },
  });
  if (!written.written) return undefined;
  // One SMS says where it all came to.
  await tell(
    keeper,
    transitions.map(({ event: { sms, ...event } }, index) =>
      sms && index === transitions.length - 1 ? { ...event, sms } : event,
    ),
  );
  return next;
}

/** Cancels a booking whose slot has not begun: its seat is free again. Undefined where it changed meanwhile. */
export async function cancelBooking(keeper: BookingKeeper, booking: Booking): Promise<Booking | undefined> {
  const { ledger, rules } = keeper;
  const [cancelled] = transitionsOf(keeper, booking, [{ type: 'cancel' }]);
  if (!cancelled) return undefined;
  const notWritten = await writeTogether(ledger, [
    freeSeat(ledger, booking),
    replaceBooking(ledger, booking, cancelled.booking, rules.retentionDays.bookings),
  ]);
  if (notWritten === 'busy') throw new Error('the ledger stayed busy: the booking is not cancelled');
  if (notWritten) return undefined;
  await tell(keeper, [cancelled.event]);
  return cancelled.booking;
}

/**
 * Moves a booking to the next slot with a seat left, with an apology; where none is, it is called as soon as may be.
 * Undefined where it changed meanwhile, or the ledger stayed busy: the next pass tries again.
 */
export async function rebook(
  keeper: BookingKeeper,
  booking: Booking,
  cause: 'notAttempted' | 'noAgent',
): Promise<Booking | undefined> {
  const { rules, ledger } = keeper;
  const { free } = await readFreeSlots(ledger, booking.queue, slotsToMoveTo(keeper, booking), 3);
  for (const { start, seats, shards, shardsWithRoom } of free) {
    const capacities = shardCapacities(seats, shards);
    for (const shard of shardOrder(booking.callerKey, shards).filter((each) => shardsWithRoom.includes(each))) {
      const change: BookingChange = { type: 'rebook', cause, to: { slot: start, shard } };
      const [moved] = transitionsOf(keeper, booking, [change]);
      if (!moved) return undefined;
      const result = await moveSeat(keeper, booking, moved.booking, capacities[shard] ?? 0);
      if (result === 'changed') return undefined;
      if (result === 'full') continue;
      await tell(keeper, [moved.event]);
      return moved.booking;
    }
  }
  log('noFreeSlotToMoveTo', { administration: rules.id, queue: booking.queue, bookingId: booking.id, cause });
  const notBefore = retryInstant(rules, booking.queue, keeper.now());
  return changeBooking(keeper, booking, [{ type: 'rebook', cause, to: { notBefore } }]);
}

/** A promise that we did not keep may go beyond the days on which hours are sold. */
const longestMoveDays = 5;

function slotsToMoveTo({ rules, now }: BookingKeeper, { queue, state, missedReason }: Booking): Slot[] {
  const horizonDays = Math.max(rules.callback.horizonDays, longestMoveDays);
  const slots = slotsAhead(rules, queue, now(), { leadMinutes: 0, horizonDays });
  const today = localTime(now(), rules.timeZone).date;
  // Who was moved before is moved to another day: where nobody serves the queue today, an SMS every hour helps nobody.
  return state === 'booked' && missedReason === 'notAttempted' ? slots.filter(({ date }) => date !== today) : slots;
}

/** Three items or none: the old seat, the new seat, the booking. */
async function moveSeat(
  { ledger, rules }: BookingKeeper,
  former: Booking,
  next: Booking,
  capacity: number,
): Promise<'moved' | 'full' | 'changed'> {
  const days = rules.retentionDays.bookings;
  const notWritten = await writeTogether(ledger, [
    freeSeat(ledger, former),
    takeSeat(ledger, next, capacity, days),
    replaceBooking(ledger, former, next, days),
  ]);
  if (notWritten === undefined) return 'moved';
  if (notWritten === 'busy') return 'changed';
  return notWritten[2]?.code === 'ConditionalCheckFailed' ? 'changed' : 'full';
}

/** What Connect says of the contact under way, carried into its booking. The booking as it is then; undefined where it changed meanwhile. */
export async function applyContactFacts(
  keeper: BookingKeeper,
  booking: Booking,
  facts: ContactFacts,
): Promise<Booking | undefined> {
  const steps = outcomeSteps(booking, facts);
  if (steps.length === 0) return booking;
  if (steps.some(({ type }) => type === 'noAgent')) return apologise(keeper, booking);
  return changeBooking(
    keeper,
    booking,
    steps.flatMap((step) => changesOf(keeper, booking, step)),
  );
}

/** Who answered and reached no agent is promised another hour; after as many apologies as attempts, we stop calling. */
function apologise(keeper: BookingKeeper, booking: Booking): Promise<Booking | undefined> {
  if ((booking.apologies ?? 0) < maximumApologies(keeper.rules.callback)) return rebook(keeper, booking, 'noAgent');
  const notBefore = keeper.now().toISOString();
  return changeBooking(keeper, booking, [{ type: 'rebook', cause: 'noAgent', to: { notBefore } }, { type: 'cancel' }]);
}

function changesOf({ rules, now }: BookingKeeper, booking: Booking, step: OutcomeStep): BookingChange[] {
  if (step.type === 'noAgent') return [];
  if (step.type !== 'missed') return [{ type: step.type }];
  const missed: BookingChange = {
    type: 'miss',
    reason: step.reason,
    retryAt: retryInstant(rules, booking.queue, now()),
  };
  return booking.attempts < rules.callback.attempts ? [missed] : [missed, { type: 'exhaust' }];
}

function transitionsOf(
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

export const tell = ({ bus }: BookingKeeper, events: readonly BookingEvent[]): Promise<void> =>
  bus.put(bookingEventSource, bookingEventType, events);
