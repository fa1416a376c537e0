import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import type { Ledger } from '../runtime/dynamodb.ts';

export interface NamedBooking {
  /** As it is now; undefined where this person has another one, or none. */
  booking: Booking | undefined;
  /** It is still what the caller heard. */
  isAsked: boolean;
  /** It has changed just since: that may be what is asked for, done already. */
  isNext: boolean;
}

/**
 * The booking that a flow names by the answer, or the attributes, it was given. Who is called back was given the revision of the
 * attempt, and has answered since: there the contact itself tells that it is the one.
 */
export async function readNamedBooking(
  { ledger }: { ledger: Ledger },
  contactId: string,
  { callerKey = '', bookingId = '', revision = '' }: Record<string, string>,
): Promise<NamedBooking> {
  const found = readBooking(await ledger.get(callerItemKey(callerKey), { consistent: true }));
  const booking = found?.id === bookingId ? found : undefined;
  const changes = booking ? booking.revision - Number(revision) : Number.NaN;
  const isOwnCall = booking?.state === 'answered' && booking.callbackContactId === contactId;
  return { booking, isAsked: changes === 0 || isOwnCall, isNext: changes === 1 || changes === 2 };
}
