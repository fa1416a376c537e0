import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { dueMilliseconds } from '../callback/booking.ts';
import type { Booking, BookingState } from '../callback/contract.ts';
import type { SmsKind } from './contract.ts';

/** States in which the text of an SMS, which says what the booking is now, is true although a later change came. */
const trueIn: Readonly<Record<SmsKind, readonly BookingState[]>> = {
  confirmation: ['booked', 'queued'],
  // Only while nothing has changed: a place that is being called has nothing to say, and a reminder is of this very hour.
  placeKept: [],
  reminder: [],
  moved: ['booked'],
  missedRetry: ['booked', 'missed'],
  missedLast: ['exhausted'],
  cancelled: ['cancelled'],
  carriedOver: ['booked'],
};

/** Whether an SMS asked for at a revision of a booking may still be sent. */
export function isStillTrue(kind: SmsKind, asked: { bookingId: string; revision: number }, booking: Booking): boolean {
  if (booking.id !== asked.bookingId) return false;
  return booking.revision === asked.revision || trueIn[kind].includes(booking.state);
}

const firstMinute = 8 * 60;
const lastMinute = 20 * 60;
const hourMilliseconds = 60 * 60_000;

/** What callers ask for themselves, by key. */
const askedFor: readonly SmsKind[] = ['confirmation', 'placeKept', 'moved', 'cancelled'];
const announcesNoCall: readonly SmsKind[] = ['missedLast', 'cancelled'];

/**
 * People are not woken by a service message: from 8:00 to 20:00 on the line's clock, except what a caller asked for within
 * the hour, who was on the telephone just now, and the notice of a call within the hour.
 * Outside these hours the SMS is left out, not kept for the morning: bookings change while lines are open, so hardly
 * any is concerned, and the callback itself does not depend on it.
 */
export function maySendAt(now: Date, kind: SmsKind, booking: Booking, rules: Pick<LineRules, 'timeZone'>): boolean {
  const { minutes } = localTime(now, rules.timeZone);
  if (minutes >= firstMinute && minutes < lastMinute) return true;
  if (askedFor.includes(kind) && now.getTime() - Date.parse(booking.changedAt) < hourMilliseconds) return true;
  if (announcesNoCall.includes(kind)) return false;
  const callsInMilliseconds = dueMilliseconds(booking) - now.getTime();
  return callsInMilliseconds >= 0 && callsInMilliseconds < hourMilliseconds;
}
