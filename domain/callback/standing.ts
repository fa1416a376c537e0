import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import type { Booking, FindBookingResult } from './contract.ts';
import type { CallbackPhrases } from './phrases.ts';
import { spokenSlot } from './spoken-slot.ts';

export interface Standing {
  status: Exclude<FindBookingResult['status'], 'none' | 'unknown' | 'refused'>;
  says: (speak: CallbackPhrases) => string;
}

/** How an active booking stands, for its caller who rings again. */
export function standingOf(booking: Booking, rules: LineRules, now: Date): Standing {
  switch (booking.state) {
    case 'queued':
      return { status: 'queued', says: (speak) => speak.promisedPlace };
    case 'booked':
      return { status: 'booked', says: hourOf(booking, rules, now) };
    case 'missed':
      // What never rang was no attempt: it is still to come.
      if (booking.attempts === 0) return { status: 'booked', says: hourOf(booking, rules, now) };
      return { status: 'missed', says: (speak) => speak.missed(retryOf(booking, rules, now)) };
    default:
      return { status: 'underWay', says: (speak) => speak.alreadyUnderWay };
  }
}

function hourOf(booking: Booking, rules: LineRules, now: Date): Standing['says'] {
  const ends = Date.parse(booking.slot) + rules.callback.slotMinutes * 60_000;
  if (ends <= now.getTime()) return (speak) => speak.late;
  return (speak) => speak.promised(spokenSlot(rules, booking.slot, now, booking.number));
}

function retryOf({ dueAt }: Booking, { timeZone }: LineRules, now: Date): Parameters<CallbackPhrases['missed']>[0] {
  if (dueAt === undefined || Date.parse(dueAt) <= now.getTime()) return undefined;
  const { date, minutes } = localTime(new Date(dueAt), timeZone);
  return { date, fromMinutes: minutes, today: localTime(now, timeZone).date };
}
