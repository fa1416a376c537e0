import type { LineRules } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';

/** Said to who asks for a callback and has one already. */
export function alreadyPromised(booking: Booking, language: Language, line: LineRules, now: Date): string {
  const speak = phrases(language);
  switch (booking.state) {
    case 'queued':
      return speak.alreadyKept;
    case 'booked':
      return speak.already(spokenSlot(line, booking.slot, now, booking.number));
    default:
      return speak.alreadyUnderWay;
  }
}
