import type { Booking } from '../../domain/callback/contract.ts';
import { freeSeat, replaceBooking, writeTogether } from './booking-ledger.ts';
import { tell, transitionsOf, type BookingKeeper } from './change-booking.ts';
import { stopQueuedCallback } from './queued-callback.ts';

/**
 * Ends a booking before we call: its seat is free again, or its place and Connect's callback are given up. Undefined where it
 * changed meanwhile. Throws where the ledger stays busy: then nothing has changed.
 */
export async function endBooking(
  keeper: BookingKeeper,
  booking: Booking,
  how: 'cancel' | 'serve',
): Promise<Booking | undefined> {
  const { ledger, rules } = keeper;
  const [ended] = transitionsOf(keeper, booking, [{ type: how }]);
  if (!ended) return undefined;
  const notWritten = await writeTogether(ledger, [
    freeSeat(ledger, booking),
    replaceBooking(ledger, booking, ended.booking, rules.retentionDays.bookings),
  ]);
  if (notWritten === 'busy') throw new Error(`the ledger stayed busy: the booking is not ${ended.booking.state}`);
  if (notWritten) return undefined;
  if (booking.kind === 'place') await stopQueuedCallback(keeper, booking);
  await tell(keeper, booking, [ended.event]);
  return ended.booking;
}
