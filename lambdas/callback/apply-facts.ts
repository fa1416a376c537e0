import { maximumApologies, type BookingChange } from '../../domain/callback/booking.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import {
  outcomeSteps,
  placeSteps,
  type ContactFacts,
  type OutcomeStep,
  type PlaceFacts,
} from '../../domain/callback/outcome.ts';
import { retryInstant } from '../../domain/callback/retry.ts';
import { changeBooking, type BookingKeeper } from './change-booking.ts';
import { rebook } from './rebook.ts';

/** What Connect says of the contact under way, carried into its booking. The booking as it is then; undefined where it changed meanwhile. */
export async function applyContactFacts(
  keeper: BookingKeeper,
  booking: Booking,
  facts: ContactFacts,
): Promise<Booking | undefined> {
  const steps = outcomeSteps(booking, facts);
  if (steps.some(({ type }) => type === 'noAgent')) return apologise(keeper, booking);
  return applySteps(keeper, booking, steps);
}

/** The same of Connect's queued callback of a place. */
export const applyPlaceFacts = (
  keeper: BookingKeeper,
  booking: Booking,
  contactId: string,
  facts: PlaceFacts,
): Promise<Booking | undefined> =>
  applySteps(keeper, { ...booking, callbackContactId: contactId }, placeSteps(booking, facts));

async function applySteps(
  keeper: BookingKeeper,
  booking: Booking,
  steps: readonly OutcomeStep[],
): Promise<Booking | undefined> {
  if (steps.length === 0) return booking;
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
  const isLast = booking.kind === 'place' || booking.attempts >= rules.callback.attempts;
  return isLast ? [missed, { type: 'exhaust' }] : [missed];
}
