import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import type { Booking, MoveBookingResult } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { slotsAhead } from '../../domain/callback/slots.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { connect } from '../runtime/connect.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { eventBus } from '../runtime/eventbridge.ts';
import { log } from '../runtime/log.ts';
import type { BookingKeeper } from './change-booking.ts';
import { seatReader } from './free-slots.ts';
import { moveToSlot, type Moved } from './move-seat.ts';
import { readNamedBooking, type NamedBooking } from './named-booking.ts';

const movable: ReadonlySet<string> = new Set(['booked', 'missed', 'queued', 'answered']);

/** Moves what was promised, as this caller heard it, to another hour; or says why it is where it was. */
export function moveBooking(keeper: BookingKeeper) {
  return async (event: unknown): Promise<MoveBookingResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { slot = '' } = parameters;
    const named = await readNamedBooking(keeper, contactId, parameters);
    const moved = await move(keeper, named, slot);
    const status = typeof moved === 'string' ? moved : 'moved';
    log('bookingMoving', { administration: keeper.rules.id, contactId, bookingId: named.booking?.id, slot, status });
    const speak = phrases(languageOf(parameters));
    const why = { full: speak.slotGone, closed: speak.slotPast, changed: speak.changedMeanwhile };
    if (typeof moved === 'string') return { status: moved, announcement: why[moved], revision: '' };
    const announcement = sayMoved(moved, keeper.rules, speak, keeper.now());
    return { status: 'moved', announcement, revision: String(moved.revision) };
  };
}

async function move(
  keeper: BookingKeeper,
  { booking, isAsked, isNext }: NamedBooking,
  start: string,
): Promise<Moved | 'closed'> {
  // There already: the flow asks again where it did not hear our first answer, or the caller chose the hour they had.
  const isThere = booking?.state === 'booked' && booking.slot === start && booking.dueAt === undefined;
  if (booking && isThere && (isAsked || isNext)) return booking;
  if (!booking || !isAsked || !movable.has(booking.state)) return 'changed';
  const { rules: line, ledger: table, now } = keeper;
  const slot = slotsAhead(line, booking.queue, now(), { leadMinutes: 0 }).find((each) => each.start === start);
  if (!slot) return 'closed';
  const [free] = await seatReader(table, booking.queue).free([slot]);
  return free ? moveToSlot(keeper, booking, free, free.shardsWithRoom, 'moved') : 'full';
}

/** A landline gets no SMS, and hears its code again. */
function sayMoved(
  { slot, number, numberKind, code }: Booking,
  line: LineRules,
  speak: ReturnType<typeof phrases>,
  now: Date,
): string {
  const booked = speak.booked(spokenSlot(line, slot, now, number));
  return numberKind === 'landline' ? `${booked} ${speak.codeTwice(code)}` : booked;
}

const environment = required(environmentKeys.ledger, environmentKeys.instanceId);

export const handler = moveBooking({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  bus: eventBus(),
  connect: connect(environment[environmentKeys.instanceId]),
  now: () => new Date(),
});
