import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { dueMilliseconds } from '../callback/booking.ts';
import type { Booking } from '../callback/contract.ts';
import type { SmsKind } from './contract.ts';
import { toGsm7 } from './gsm7.ts';
import { printedNumber } from './national-format.ts';
import { phrases, type SmsDetails } from './phrases.ts';

/** The text of an SMS about a booking as it is now: GSM-7, one part where the file keeps to the schema's lengths. */
export function composeSms(kind: SmsKind, booking: Booking, rules: LineRules): string {
  const text = phrases(booking.language)[kind]({
    name: rules.name,
    callAt: callAt(booking, rules),
    code: booking.code,
    callUs: printedNumber(booking.callUs),
  });
  return toGsm7(text);
}

/** Undefined for a kept place: it is called back in its turn. */
function callAt(booking: Booking, { timeZone, callback: { slotMinutes } }: LineRules): SmsDetails['callAt'] {
  if (!booking.slot) return undefined;
  const due = dueMilliseconds(booking);
  const { date, minutes } = localTime(new Date(due), timeZone);
  const inSlot = due === Date.parse(booking.slot);
  return { date, fromMinutes: minutes, toMinutes: inSlot ? minutes + slotMinutes : undefined };
}
