import { firstRevision } from './booking.ts';
import type { Language } from '../administration/language.ts';
import { bookingId } from './booking-id.ts';
import { callerKey } from './caller-key.ts';
import type { Booking, SpeechRate } from './contract.ts';
import { recognitionCode } from './recognition-code.ts';

export interface BookingRequest {
  contactId: string;
  dialogue: string;
  /** E.164. */
  number: string;
  numberKind: 'mobile' | 'landline';
  queue: string;
  /** Start of the slot; without one, a place in the queue is asked for. */
  slot?: string;
  language: Language;
  callUs: string;
  speechRate: SpeechRate;
  subject: string;
}

/** The booking that this dialogue asks for, in a shard still to be found: the same for every retry of it, but for `changedAt`. */
export function newBooking(request: BookingRequest, ledgerKey: Uint8Array, now: Date): Omit<Booking, 'shard'> {
  const { contactId, dialogue, number, numberKind, queue, slot, language, callUs, speechRate, subject } = request;
  const id = bookingId(contactId, dialogue);
  return {
    id,
    revision: firstRevision,
    kind: slot === undefined ? 'place' : 'slot',
    callerKey: callerKey(number, ledgerKey),
    contactId,
    number,
    numberKind,
    queue,
    slot: slot ?? '',
    state: slot === undefined ? 'queued' : 'booked',
    code: recognitionCode(id, ledgerKey),
    language,
    attempts: 0,
    changedAt: now.toISOString(),
    callUs,
    speechRate,
    subject,
  };
}
