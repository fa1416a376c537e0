import type { Language } from '../administration/language.ts';
import { bookingId } from './booking-id.ts';
import { callerKey } from './caller-key.ts';
import type { Booking } from './contract.ts';
import { recognitionCode } from './recognition-code.ts';

export interface BookingRequest {
  contactId: string;
  dialogue: string;
  /** E.164. */
  number: string;
  numberKind: 'mobile' | 'landline';
  queue: string;
  slot: string;
  language: Language;
  callUs: string;
}

/** The booking that this dialogue asks for, in a shard still to be found: the same for every retry of it, but for `changedAt`. */
export function newBooking(request: BookingRequest, ledgerKey: Uint8Array, now: Date): Omit<Booking, 'shard'> {
  const { contactId, dialogue, number, numberKind, queue, slot, language, callUs } = request;
  const id = bookingId(contactId, dialogue);
  return {
    id,
    revision: 1,
    kind: 'slot',
    callerKey: callerKey(number, ledgerKey),
    contactId,
    number,
    numberKind,
    queue,
    slot,
    state: 'booked',
    code: recognitionCode(id, ledgerKey),
    language,
    attempts: 0,
    changedAt: now.toISOString(),
    callUs,
  };
}
