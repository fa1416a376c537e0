import type { Booking, BookingEvent, BookingState, MissedReason } from './contract.ts';
import type { SmsKind } from '../sms/contract.ts';

/** What may happen to a booking. Instants are ISO 8601 UTC. */
export type BookingChange =
  | { type: 'dial' }
  | { type: 'answer' }
  | { type: 'connect' }
  | { type: 'finish' }
  /** `retryAt`: not called again before; ignored where no attempt is left. */
  | { type: 'miss'; reason: MissedReason; retryAt: string }
  | { type: 'exhaust' }
  | { type: 'cancel' }
  /** An agent has served this person in a call that took the place of ours. */
  | { type: 'serve' }
  /** To another slot, or `notBefore` an instant where no slot is free; `noAgent` and `notAttempted` are ours to apologise for. */
  | {
      type: 'rebook';
      cause: 'moved' | 'notAttempted' | 'noAgent';
      to: { slot: string; shard: number } | { notBefore: string };
    };

export interface Transition {
  booking: Booking;
  event: BookingEvent;
}
export interface Refusal {
  refused: 'noSuchTransition' | 'notYetDue' | 'noAttemptLeft' | 'attemptLeft';
}
export interface BookingRules {
  administration: string;
  /** Attempts before a booking is closed. */
  attempts: number;
}

const from: Readonly<Record<BookingChange['type'], readonly BookingState[]>> = {
  dial: ['booked', 'missed'],
  answer: ['dialling'],
  connect: ['answered', 'queued'],
  finish: ['connected'],
  miss: ['dialling', 'queued'],
  exhaust: ['missed'],
  cancel: ['booked', 'missed', 'queued'],
  serve: ['booked', 'missed', 'queued', 'dialling'],
  rebook: ['booked', 'answered', 'missed', 'queued'],
};
const to: Readonly<Record<BookingChange['type'], BookingState>> = {
  dial: 'dialling',
  answer: 'answered',
  connect: 'connected',
  finish: 'done',
  miss: 'missed',
  exhaust: 'exhausted',
  cancel: 'cancelled',
  serve: 'done',
  rebook: 'booked',
};

/** Of a booking as it was made. */
export const firstRevision = 1;

export const isActive = ({ state }: Pick<Booking, 'state'>): boolean =>
  state !== 'done' && state !== 'exhausted' && state !== 'cancelled';

/** When the booking may be dialled next, in milliseconds since the epoch; of a place, since when it has been kept. */
export const dueMilliseconds = (booking: Booking): number =>
  Math.max(
    Date.parse(booking.kind === 'place' ? booking.changedAt : booking.slot),
    booking.dueAt === undefined ? 0 : Date.parse(booking.dueAt),
  );

/** One transition: the booking as it becomes, its revision one higher, and the event that tells of it; or why it may not be. */
export function transition(
  booking: Booking,
  change: BookingChange,
  rules: BookingRules,
  now: Date,
): Transition | Refusal {
  const refused = refusal(booking, change, rules, now);
  if (refused) return { refused };
  const next: Booking = {
    ...booking,
    ...changed(booking, change, rules),
    state: to[change.type],
    revision: booking.revision + 1,
    changedAt: now.toISOString(),
  };
  return { booking: next, event: bookingEvent(rules.administration, booking.state, next, smsOf(change, next, rules)) };
}

export function bookingEvent(
  administration: string,
  former: BookingEvent['from'],
  booking: Booking,
  sms: SmsKind | undefined,
): BookingEvent {
  return {
    administration,
    contactId: booking.contactId,
    callerKey: booking.callerKey,
    bookingId: booking.id,
    revision: booking.revision,
    queue: booking.queue,
    slot: booking.slot,
    from: former,
    to: booking.state,
    ...(booking.missedReason && { reason: booking.missedReason }),
    ...(sms && { sms }),
    at: booking.changedAt,
  };
}

function refusal(
  booking: Booking,
  change: BookingChange,
  { attempts }: BookingRules,
  now: Date,
): Refusal['refused'] | undefined {
  if (!from[change.type].includes(booking.state)) return 'noSuchTransition';
  // Connect alone rings for a place, as often as its flow says.
  if (booking.kind === 'place') return isOfSlots(change) ? 'noSuchTransition' : undefined;
  if (change.type === 'dial' && booking.attempts >= attempts) return 'noAttemptLeft';
  if (change.type === 'dial' && now.getTime() < dueMilliseconds(booking)) return 'notYetDue';
  if (change.type === 'exhaust' && booking.attempts < attempts) return 'attemptLeft';
  return undefined;
}

const isOfSlots = (change: BookingChange): boolean =>
  change.type === 'dial' || (change.type === 'rebook' && 'notBefore' in change.to);

function changed(booking: Booking, change: BookingChange, { attempts }: BookingRules): Partial<Booking> {
  switch (change.type) {
    case 'dial':
      return {
        attempts: booking.attempts + 1,
        callbackContactId: undefined,
        dueAt: undefined,
        missedReason: undefined,
      };
    case 'miss': {
      if (booking.kind === 'place') return { missedReason: change.reason };
      // What never rang was no attempt.
      const made = change.reason === 'notAttempted' ? booking.attempts - 1 : booking.attempts;
      return { attempts: made, missedReason: change.reason, dueAt: made < attempts ? change.retryAt : undefined };
    }
    case 'rebook':
      return { ...rebooked(booking, change), callbackContactId: undefined };
    default:
      return {};
  }
}

function rebooked(booking: Booking, { cause, to: place }: BookingChange & { type: 'rebook' }): Partial<Booking> {
  const reason = cause === 'moved' ? undefined : cause;
  const where = 'slot' in place ? { ...place, kind: 'slot' as const, dueAt: undefined } : { dueAt: place.notBefore };
  // Who chose another hour, and who answered and found no agent, has a whole new promise.
  const anew = cause === 'notAttempted' ? {} : { attempts: 0 };
  const owed = cause === 'noAgent' ? { apologies: (booking.apologies ?? 0) + 1 } : {};
  return { ...where, ...anew, ...owed, missedReason: reason };
}

function smsOf(change: BookingChange, next: Booking, { attempts }: BookingRules): SmsKind | undefined {
  switch (change.type) {
    case 'miss':
      return isTriedAgain(change.reason, next, attempts) ? 'missedRetry' : undefined;
    case 'exhaust':
      return 'missedLast';
    case 'cancel':
      return 'cancelled';
    case 'rebook':
      return change.cause === 'moved' ? 'moved' : 'carriedOver';
    default:
      return undefined;
  }
}

const isTriedAgain = (reason: MissedReason, { kind, attempts }: Booking, most: number): boolean =>
  kind === 'slot' && reason !== 'notAttempted' && attempts < most;

/** How often a person who answered and reached no agent is promised another hour, before we stop ringing at them. */
export const maximumApologies = ({ attempts }: { attempts: number }): number => attempts;
