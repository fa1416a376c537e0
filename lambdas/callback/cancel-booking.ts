import { environmentKeys } from '../../domain/administration/contract.ts';
import type { CancelBookingResult } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { connect } from '../runtime/connect.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import type { BookingKeeper } from './change-booking.ts';
import { endBooking } from './end-booking.ts';
import { readNamedBooking } from './named-booking.ts';
import { stopQueuedCallback } from './queued-callback.ts';

const cancellable: ReadonlySet<string> = new Set(['booked', 'missed', 'queued']);

/**
 * Gives up what was promised, as this caller heard it. What the caller hears is what the ledger holds: Connect's callback is
 * stopped after it, at once or by the next pass. Throws where the ledger stays busy: then nothing is cancelled.
 */
export function cancelBooking(keeper: BookingKeeper) {
  return async (event: unknown): Promise<CancelBookingResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { booking, isAsked, isNext } = await readNamedBooking(keeper, contactId, parameters);
    // The flow may ask again where it did not hear our first answer, or where that came to nothing after the write.
    const done = isNext && booking?.state === 'cancelled' ? booking : undefined;
    if (done?.kind === 'place') await stopQueuedCallback(keeper, done);
    const mayCancel = isAsked && booking && cancellable.has(booking.state);
    const cancelled = done ?? (mayCancel ? await endBooking(keeper, booking, 'cancel') : undefined);
    const status = cancelled ? 'cancelled' : 'changed';
    log('bookingCancelling', { administration: keeper.rules.id, contactId, bookingId: booking?.id, status });
    const speak = phrases(languageOf(parameters));
    if (!cancelled) return { status: 'changed', announcement: speak.changedMeanwhile, revision: '' };
    return { status: 'cancelled', announcement: speak.cancelled, revision: String(cancelled.revision) };
  };
}

const environment = required(environmentKeys.ledger, environmentKeys.instanceId);

export const handler = cancelBooking({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  bus: eventBus(),
  connect: connect(environment[environmentKeys.instanceId]),
  now: () => new Date(),
});
