import { localTime } from '../../domain/administration/local-time.ts';
import type { BookingChange } from '../../domain/callback/booking.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { retryInstant } from '../../domain/callback/retry.ts';
import { shardOrder } from '../../domain/callback/shards.ts';
import { slotsAhead, type Slot } from '../../domain/callback/slots.ts';
import { log } from '../runtime/log.ts';
import { changeBooking, type BookingKeeper } from './change-booking.ts';
import { seatReader } from './free-slots.ts';
import { moveToShard, moveToSlot } from './move-seat.ts';

type Cause = (BookingChange & { type: 'rebook' })['cause'];

/**
 * Moves a booking to the next slot with a seat left, with an apology; where none is, it is called as soon as may be.
 * Undefined where it changed meanwhile, or the ledger stayed busy: the next pass tries again.
 */
export async function rebook(
  keeper: BookingKeeper,
  booking: Booking,
  cause: Exclude<Cause, 'moved'>,
): Promise<Booking | undefined> {
  const { rules, ledger } = keeper;
  const slots = slotsToMoveTo(keeper, booking);
  for (const slot of await seatReader(ledger, booking.queue).free(slots, 3)) {
    const moved = await moveToSlot(keeper, booking, slot, slot.shardsWithRoom, cause);
    if (moved === 'changed') return undefined;
    if (moved !== 'full') return moved;
  }
  log('noFreeSlotToMoveTo', { administration: rules.id, queue: booking.queue, bookingId: booking.id, cause });
  if (booking.kind === 'place') return crowdIn(keeper, booking, slots, cause);
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

/** A kept place has no slot to stay in: where every seat is taken, it is called in the next slot, beyond its seats. */
async function crowdIn(
  keeper: BookingKeeper,
  booking: Booking,
  [next]: readonly Slot[],
  cause: Exclude<Cause, 'moved'>,
): Promise<Booking | undefined> {
  const [shard = 0] = next ? shardOrder(booking.callerKey, Math.max(1, next.shards)) : [];
  if (!next) return undefined;
  const moved = await moveToShard(
    keeper,
    booking,
    { slot: next.start, shard, capacity: Number.MAX_SAFE_INTEGER },
    cause,
  );
  return typeof moved === 'string' ? undefined : moved;
}
