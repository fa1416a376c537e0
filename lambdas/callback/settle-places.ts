import { callbackMetrics, type Booking } from '../../domain/callback/contract.ts';
import { isStuck } from '../../domain/callback/dispatch.ts';
import type { Connect, ContactDescription } from '../runtime/connect.ts';
import type { Item } from '../runtime/dynamodb.ts';
import { count, log } from '../runtime/log.ts';
import { applyPlaceFacts } from './apply-facts.ts';
import type { BookingKeeper } from './change-booking.ts';
import { endBooking } from './end-booking.ts';
import { placeHolders } from './places.ts';
import { isOpen, queuedCallbacks } from './queued-callback.ts';
import { readBookings } from './read-bookings.ts';
import { rebook } from './rebook.ts';

interface PlaceSettler extends BookingKeeper {
  connect: BookingKeeper['connect'] & Pick<Connect, 'describeContact'>;
}

/** Connect's queued callback of a booking went on or ended. One that was to be stopped and rang all the same has served its caller. */
export async function noteQueuedCallback(
  keeper: PlaceSettler,
  booking: Booking,
  contactId: string,
  facts: ContactDescription,
): Promise<Booking | undefined> {
  if (booking.kind === 'place') {
    const callbacks = await queuedCallbacks(keeper.connect, booking.contactId);
    const anotherAttempt = callbacks.some((callback) => callback.contactId !== contactId && isOpen(callback));
    return applyPlaceFacts(keeper, booking, contactId, { ...facts, anotherAttempt });
  }
  const spoken = facts.connectedToAgentAt !== undefined && facts.connectedToSystemAt !== undefined;
  const isToCome = booking.state === 'booked' || booking.state === 'missed';
  return spoken && isToCome ? endBooking(keeper, booking, 'serve') : booking;
}

/**
 * Contact events may be lost: Connect is asked about talks that seem to last. Once the queue is closed, which does not bind
 * Connect's queued callbacks, every place that is left is stopped and becomes an hour, with an apology.
 */
export async function settlePlaces(
  keeper: PlaceSettler,
  queue: string,
  { places, open, endsAt }: { places: ReadonlyMap<string, Item>; open: boolean; endsAt: number },
): Promise<void> {
  const { waiting, talking } = placeHolders(places, queue);
  const bookings = await placesHeld(keeper, queue, open ? talking : [...waiting, ...talking]);
  let carriedOver = 0;
  for (const booking of bookings) {
    if (performance.now() > endsAt) break;
    if (booking.state === 'connected' && !isStuck(booking, keeper.now())) continue;
    const settled = await settle(keeper, booking);
    if (open || settled?.state !== 'queued') continue;
    if (await rebook(keeper, settled, 'notAttempted')) carriedOver += 1;
  }
  if (carriedOver === 0) return;
  const dimensions = { administration: keeper.rules.id, queue };
  count({ [callbackMetrics.placesCarriedOver]: carriedOver }, dimensions, keeper.now());
  log('placesCarriedOver', { ...dimensions, carriedOver, left: waiting.length - carriedOver });
}

async function placesHeld({ ledger }: PlaceSettler, queue: string, holders: readonly string[]): Promise<Booking[]> {
  const bookings = await readBookings(ledger, holders, { consistent: true });
  return bookings.filter(({ kind, queue: its, state }) => kind === 'place' && its === queue && placeStates.has(state));
}
const placeStates: ReadonlySet<string> = new Set(['queued', 'connected']);

/**
 * The booking as what Connect says of its callback's last attempt makes it; undefined where it is to be left alone: it changed
 * meanwhile, or an agent has taken it and the telephone rings.
 */
async function settle(keeper: PlaceSettler, booking: Booking): Promise<Booking | undefined> {
  const callbacks = await queuedCallbacks(keeper.connect, booking.contactId);
  const last = callbacks.find(isOpen) ?? callbacks.at(-1);
  const described = last && (await keeper.connect.describeContact(last.contactId));
  // Of a callback that Connect knows no longer, a talk is over; a place was never called.
  if (!described && booking.state === 'queued') return booking;
  const facts = described ?? { ...gone, disconnectedAt: keeper.now() };
  const next = await applyPlaceFacts(keeper, booking, last?.contactId ?? '', { ...facts, anotherAttempt: false });
  const isRinging = facts.connectedToAgentAt !== undefined && facts.disconnectedAt === undefined;
  return next?.state === 'queued' && isRinging ? undefined : next;
}

const gone = { connectedToAgentAt: undefined, connectedToSystemAt: undefined, disconnectReason: undefined };
