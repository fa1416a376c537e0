import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';
import { log } from '../runtime/log.ts';

/** The bookings of these callers. One that cannot be read is logged and left out: the others are called all the same. */
export async function readBookings(
  table: Pick<Ledger, 'getMany'>,
  callers: readonly string[],
  options?: { consistent: boolean },
): Promise<Booking[]> {
  const items = await table.getMany(callers.map(callerItemKey), options);
  return [...items.values()].flatMap((item) => readableBooking(item) ?? []);
}

function readableBooking(item: Item): Booking | undefined {
  try {
    return readBooking(item);
  } catch (error) {
    log('bookingUnreadable', { reason: error instanceof Error ? error.message : undefined });
    return undefined;
  }
}
