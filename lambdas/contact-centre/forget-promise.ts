import { isActive } from '../../domain/callback/booking.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { freeSeat, replaceBooking, writeTogether } from '../callback/booking-ledger.ts';
import { tell, transitionsOf, type BookingKeeper } from '../callback/change-booking.ts';
import { stopQueuedCallback } from '../callback/queued-callback.ts';

const cancellable: ReadonlySet<string> = new Set(['booked', 'missed', 'queued']);
const mostTries = 3;

/**
 * Gives up what is promised to a person who is to be forgotten: the seat is free, Connect's callback stopped, the reports told. No
 * SMS says so, unlike after any other cancellation: it would be written to a number that we are to know no more.
 * `underWay` where we ring or talk with this person at the moment. Throws where the ledger stays busy.
 */
export async function cancelQuietly(
  keeper: BookingKeeper,
  callerKey: string,
): Promise<'cancelled' | 'none' | 'underWay'> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const booking = readBooking(await keeper.ledger.get(callerItemKey(callerKey), { consistent: true }));
    if (!booking || !isActive(booking)) return 'none';
    if (!cancellable.has(booking.state)) return 'underWay';
    if (await cancel(keeper, booking)) return 'cancelled';
  }
  return 'underWay';
}

/** False where it changed meanwhile. */
async function cancel(keeper: BookingKeeper, booking: Booking): Promise<boolean> {
  const { ledger, rules } = keeper;
  const [cancelled] = transitionsOf(keeper, booking, [{ type: 'cancel' }]);
  if (!cancelled) return false;
  // Whom we have let down too often, the later survey would ask about it.
  const next = { ...cancelled.booking, apologies: undefined };
  const notWritten = await writeTogether(ledger, [
    freeSeat(ledger, booking),
    replaceBooking(ledger, booking, next, rules.retentionDays.bookings),
  ]);
  if (notWritten === 'busy') throw new Error('the ledger stayed busy: nobody is forgotten yet');
  if (notWritten) return false;
  if (booking.kind === 'place') await stopQueuedCallback(keeper, booking);
  const { sms: _, ...quiet } = cancelled.event;
  await tell(keeper, [quiet]);
  return true;
}
