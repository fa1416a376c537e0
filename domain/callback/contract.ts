import type { Language } from '../administration/language.ts';

/** Parameters of `callback/check-number`: no SDK, only the numbering table. */
export interface CheckNumberParameters {
  /** A caller ID, or the digits keyed in. Empty, `anonymous` or `Timeout` where there is none. */
  number: string;
  language: Language;
}
export interface CheckNumberResult {
  status: 'mobile' | 'landline' | 'refused';
  /** E.164, empty when refused. */
  number: string;
  /** The whole number read in pairs; empty when refused. */
  spokenNumber: string;
  /** The last four digits read in pairs; empty when refused. */
  spokenEnding: string;
  /** When refused: a complete sentence that says why and asks for another number. */
  reason: string;
}

/** Parameters of `callback/offer-slots`: DynamoDB only. */
export interface OfferSlotsParameters {
  queue: string;
  /** E.164. */
  number: string;
  language: Language;
}
export interface OfferSlotsResult {
  /** `already`: this person has an active booking; `full`: no seat in the horizon. */
  status: 'offered' | 'full' | 'already' | 'paused';
  /** How many of slot1 to slot3 are there. */
  count: '0' | '1' | '2' | '3';
  /** Starts, ISO 8601 UTC, or empty. */
  slot1: string;
  slot2: string;
  slot3: string;
  /** The whole sentence to speak: the choices with their keys, or why there are none. */
  announcement: string;
}

/** Parameters of `callback/book-slot`: DynamoDB only. */
export interface BookSlotParameters {
  queue: string;
  number: string;
  numberKind: 'mobile' | 'landline';
  /** One of the starts offered. */
  slot: string;
  /** Number of the booking dialogue in this call: `1`, `2`, … */
  dialogue: string;
  language: Language;
}
export interface BookSlotResult {
  /** `full`: the last seat went meanwhile; `already`: an active booking exists; `closed`: the slot is past or not a slot. */
  status: 'booked' | 'full' | 'already' | 'closed';
  /** What to say: slot and (on a landline) the code, slowly, twice; or why it was not booked. */
  announcement: string;
  callerKey: string;
  bookingId: string;
  revision: string;
}

/** `callback/note-outcome`, invoked by the answered flow. */
export interface NoteOutcomeParameters {
  outcome: 'answered';
  callerKey: string;
  bookingId: string;
  revision: string;
}
export interface NoteOutcomeResult {
  status: 'noted' | 'stale';
}

/** Contact attributes of the booking dialogue, in the caller's contact. */
export interface BookingAttributes {
  callbackNumber: string;
  callbackNumberKind: 'mobile' | 'landline';
  dialogue: string;
  slot1: string;
  slot2: string;
  slot3: string;
  /** Set once booked; `note-outcome` finds the booking by them when the contact ends. */
  callerKey: string;
  bookingId: string;
  revision: string;
}

/** Attributes given to `StartOutboundVoiceContact`, read by the answered flow. */
export interface CallbackAttributes {
  administration: string;
  language: string;
  queue: string;
  callerKey: string;
  bookingId: string;
  revision: string;
  attempt: string;
  /** "4, 8, 2": the code as spoken. */
  spokenCode: string;
  /** Why we call, in words, for the agent's whisper. */
  reason: string;
}

/** States of a booking, as stored. */
export type BookingState =
  | 'booked'
  | 'dialling'
  | 'answered'
  | 'connected'
  | 'missed'
  | 'done'
  | 'exhausted'
  | 'cancelled';

export type MissedReason = 'noAnswer' | 'busy' | 'machine' | 'refused' | 'unreachable' | 'noAgent' | 'notAttempted';

/** The one item a person has in the ledger, `pk` = `CALLER#<callerKey>`. */
export interface Booking {
  id: string;
  revision: number;
  kind: 'slot';
  callerKey: string;
  /** Contact in which it was booked. */
  contactId: string;
  /** E.164. */
  number: string;
  numberKind: 'mobile' | 'landline';
  queue: string;
  /** Start, ISO 8601 UTC. */
  slot: string;
  shard: number;
  state: BookingState;
  /** Three digits. */
  code: string;
  language: Language;
  attempts: number;
  /** The outbound contact of the attempt under way, if any. */
  callbackContactId?: string | undefined;
  /** ISO 8601 UTC: not before this instant (a retry). */
  dueAt?: string | undefined;
  /** ISO 8601 UTC of the last transition. */
  changedAt: string;
  missedReason?: MissedReason | undefined;
  /** ISO 8601 UTC: when the call in which it was booked had ended, and the reports were told of it. */
  reportedAt?: string | undefined;
  /** How often this person answered us and reached no agent. */
  apologies?: number | undefined;
  /** The number to ring, as SMS and voice name it: what the queue showed as caller ID when it was booked, or publicNumber. */
  callUs: string;
}

/** Detail types of the events that the ledger's transitions put on the bus, source `rappel`. No number in them. */
export const bookingEventSource = 'rappel';
export const bookingEventType = 'Rappel Booking Event';
export interface BookingEvent {
  administration: string;
  /** Contact in which it was booked. */
  contactId: string;
  callerKey: string;
  bookingId: string;
  revision: number;
  queue: string;
  slot: string;
  from: BookingState | 'none';
  to: BookingState;
  reason?: MissedReason | undefined;
  /** The SMS this transition asks for, if any. */
  sms?: import('../sms/contract.ts').SmsKind | undefined;
  at: string;
}

/** Counts in the namespace `Rappel`, by `administration` and `queue`. */
export const callbackMetrics = {
  /** Bookings that were not called in their slot, and so are carried over: each is a promise not kept. */
  notDialled: 'CallbacksNotDialled',
} as const;
