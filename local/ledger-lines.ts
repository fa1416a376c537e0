import { isoWithOffset } from '../domain/administration/local-time.ts';
import type { BookingEvent } from '../domain/callback/contract.ts';
import type { CallEvent } from './call-event.ts';
import type { SentSms } from './sms/api.ts';

/** A change of a booking, as a line of the call in which it was booked. */
export function bookingLine(event: BookingEvent, nowMilliseconds: number, timeZone: string): CallEvent {
  return {
    kind: 'state',
    of: 'booking',
    from: event.from,
    to: event.to,
    at: isoWithOffset(new Date(nowMilliseconds), timeZone),
    contactId: event.contactId,
    text: `${event.from} -> ${event.to}${event.reason === undefined ? '' : `, ${event.reason}`}`,
    flow: null,
    action: null,
  };
}

/** An SMS, as a line of the call in which its booking was made. */
export function smsLine({ at, to, body, parts, context }: SentSms, timeZone: string): CallEvent {
  return {
    kind: 'sms',
    to,
    template: context['kind'] ?? '',
    parts,
    at: isoWithOffset(new Date(at), timeZone),
    contactId: context['contactId'] ?? '',
    text: body,
    flow: null,
    action: null,
  };
}
