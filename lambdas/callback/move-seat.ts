import type { BookingChange } from '../../domain/callback/booking.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { shardCapacities, shardOrder } from '../../domain/callback/shards.ts';
import type { Slot } from '../../domain/callback/slots.ts';
import { freeSeat, replaceBooking, takeSeat, writeTogether } from './booking-ledger.ts';
import { tell, transitionsOf, type BookingKeeper } from './change-booking.ts';
import { stopQueuedCallback } from './queued-callback.ts';

type Cause = (BookingChange & { type: 'rebook' })['cause'];

/** The booking as it is in its new slot; or why it is still where it was: a full slot, or a booking changed meanwhile or too busy. */
export type Moved = Booking | 'full' | 'changed';

/** Moves a booking to a slot, in one of the shards named. */
export async function moveToSlot(
  keeper: BookingKeeper,
  booking: Booking,
  { start, seats, shards }: Slot,
  shardsWithRoom: readonly number[],
  cause: Cause,
): Promise<Moved> {
  const capacities = shardCapacities(seats, shards);
  for (const shard of shardOrder(booking.callerKey, shards).filter((each) => shardsWithRoom.includes(each))) {
    const capacity = capacities[shard] ?? 0;
    const moved = await moveToShard(keeper, booking, { slot: start, shard, capacity }, cause);
    if (moved !== 'full') return moved;
  }
  return 'full';
}

/** Three items or none: the old seat or place, the new seat, the booking. Then Connect's callback of a place is stopped. */
export async function moveToShard(
  keeper: BookingKeeper,
  former: Booking,
  { slot, shard, capacity }: { slot: string; shard: number; capacity: number },
  cause: Cause,
): Promise<Moved> {
  const { ledger, rules } = keeper;
  const days = rules.retentionDays.bookings;
  const [moved] = transitionsOf(keeper, former, [{ type: 'rebook', cause, to: { slot, shard } }]);
  if (!moved) return 'changed';
  const notWritten = await writeTogether(ledger, [
    freeSeat(ledger, former),
    takeSeat(ledger, moved.booking, capacity, days),
    replaceBooking(ledger, former, moved.booking, days),
  ]);
  if (notWritten === 'busy') return 'changed';
  if (notWritten) return notWritten[2]?.code === 'ConditionalCheckFailed' ? 'changed' : 'full';
  if (former.kind === 'place') await stopQueuedCallback(keeper, former);
  await tell(keeper, former, [moved.event]);
  return moved.booking;
}
