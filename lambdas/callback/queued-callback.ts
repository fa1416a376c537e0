import type { Booking } from '../../domain/callback/contract.ts';
import type { Connect } from '../runtime/connect.ts';
import type { AssociatedContact } from '../runtime/connect-callbacks.ts';
import type { Item } from '../runtime/dynamodb.ts';
import { errorName, log } from '../runtime/log.ts';
import type { BookingKeeper } from './change-booking.ts';

/** Connect's queued callbacks that came of a call, one an attempt: the last may be waiting or ringing. */
export async function queuedCallbacks(
  connect: Pick<Connect, 'associatedContacts'>,
  contactId: string,
): Promise<AssociatedContact[]> {
  const contacts = await connect.associatedContacts(contactId);
  return contacts.filter(({ initiationMethod }) => initiationMethod === 'CALLBACK');
}

export const isOpen = ({ disconnectedAt }: AssociatedContact): boolean => disconnectedAt === undefined;

export const stopsKey = (queue: string): string => `STOPS#${queue}`;

/**
 * Stops Connect's callback of a place that the ledger keeps no longer. The ledger is what we told the caller: where Connect
 * cannot be asked now, what is to be stopped is noted, and the next pass of the dispatcher asks again.
 */
export async function stopQueuedCallback(keeper: BookingKeeper, { id, queue, contactId }: Booking): Promise<void> {
  try {
    await stopCallbacksOf(keeper, contactId);
  } catch (error) {
    log('callbackNotStopped', { administration: keeper.rules.id, queue, bookingId: id, error: errorName(error) });
    await keeper.ledger.update(stopsKey(queue), 'ADD contacts :contacts', {
      values: { ':contacts': new Set([contactId]) },
    });
  }
}

/** Stops what earlier invocations could not, as the item of `stopsKey` notes it. Throws where Connect still refuses: the next pass comes in a minute. */
export async function stopNotedCallbacks(keeper: BookingKeeper, queue: string, stops: Item | undefined): Promise<void> {
  const noted = stops?.['contacts'];
  for (const contactId of noted instanceof Set ? noted : []) {
    await stopCallbacksOf(keeper, contactId);
    await keeper.ledger.update(stopsKey(queue), 'DELETE contacts :contacts', {
      values: { ':contacts': new Set([contactId]) },
    });
  }
}

async function stopCallbacksOf({ connect }: BookingKeeper, contactId: string): Promise<void> {
  const callbacks = await queuedCallbacks(connect, contactId);
  for (const callback of callbacks.filter(isOpen)) await connect.stopContact(callback.contactId);
}
