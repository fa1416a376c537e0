import type { LineRules } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { dueMilliseconds } from '../callback/booking.ts';
import type { Booking } from '../callback/contract.ts';
import type { SmsKind } from './contract.ts';
import { toGsm7 } from './gsm7.ts';
import { printedNumber } from './national-format.ts';
import { phrases } from './phrases.ts';

/** The text of an SMS about a booking as it is now: GSM-7, one part where the file keeps to the schema's lengths. */
export function composeSms(kind: SmsKind, booking: Booking, rules: LineRules): string {
  const { date, minutes } = localTime(new Date(dueMilliseconds(booking)), rules.timeZone);
  const inSlot = dueMilliseconds(booking) === Date.parse(booking.slot);
  const text = phrases(booking.language)[kind]({
    name: rules.name,
    callAt: { date, fromMinutes: minutes, toMinutes: inSlot ? minutes + rules.callback.slotMinutes : undefined },
    code: booking.code,
    callUs: printedNumber(booking.callUs),
  });
  return toGsm7(text);
}
