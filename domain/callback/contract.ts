import type { Language } from '../administration/language.ts';
import type { ReportAttributes } from '../reporting/contract.ts';

/** Share of the usual speed of speech. */
export type SpeechRate = '100%' | '80%';

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
  /** Empty at first: the soonest, a later one, one of another day. Else a `choice` or `more` of an earlier answer, to look there. */
  wish: string;
  /** The booking that is to be moved, for which an active booking is no obstacle; empty where none is. */
  bookingId: string;
  language: Language;
}
export interface OfferSlotsResult {
  /** `already`: this person has an active booking; `full`: no seat in the horizon; `paused`: a supervisor has stopped the offer. */
  status: 'offered' | 'full' | 'already' | 'paused';
  /** `slots`: the choices are starts, ISO 8601 UTC, to be booked; `wishes`: days or half-days, to ask with again. */
  kind: 'slots' | 'wishes';
  /** Behind keys 1 to 3; empty where there is none. */
  choice1: string;
  choice2: string;
  choice3: string;
  /** The wish behind key 4, other days or later hours; empty where there are none. */
  more: string;
  /** The whole sentence to speak: the choices with their keys, or why there are none. */
  announcement: string;
}

/** Parameters of `callback/keep-place`: DynamoDB only. Called before Connect is asked for its queued callback. */
export interface KeepPlaceParameters {
  queue: string;
  number: string;
  numberKind: 'mobile' | 'landline';
  /** Number of the dialogue in this call. */
  dialogue: string;
  language: Language;
  /** How fast the caller wants us to speak, also when we call back; `100%` where nothing is said. */
  speechRate?: SpeechRate;
}
export interface KeepPlaceResult {
  /** `kept`: the booking of kind `place` is queued; `already`: an active booking exists; `busy`: the ledger did not answer in time. */
  status: 'kept' | 'already' | 'busy';
  announcement: string;
  callerKey: string;
  bookingId: string;
  revision: string;
  /** "4, 8, 2": said by the outbound whisper. */
  spokenCode: string;
}

/** Parameters of `callback/find-booking`: DynamoDB only. */
export interface FindBookingParameters {
  /** The caller ID; or, with a code, a number keyed in. */
  number: string;
  /** Digits keyed in, where the number is not the caller ID; else empty. */
  code: string;
  language: Language;
}
export interface FindBookingResult {
  /**
   * `booked`: an hour is to come; `queued`: a place is kept; `missed`: we called and did not reach this person;
   * `underWay`: we are calling at this moment; `none`: nothing is promised to that caller ID.
   * Of a number with a code: `unknown`, no such booking or a wrong code, which sound the same; `refused`, three failures today.
   */
  status: 'booked' | 'queued' | 'missed' | 'underWay' | 'none' | 'unknown' | 'refused';
  /** What is promised, or why nothing can be said; empty for `none`. Also says once that an earlier SMS was not delivered. */
  announcement: string;
  callerKey: string;
  bookingId: string;
  revision: string;
  /** Of the booking: the queue it is for, the number to call back. */
  queue: string;
  number: string;
  numberKind: 'mobile' | 'landline' | '';
}

/** Parameters of `callback/cancel-booking`. Cancels a slot or a place; Connect's queued callback is stopped with it. */
export interface CancelBookingParameters {
  callerKey: string;
  bookingId: string;
  revision: string;
  language: Language;
}
export interface CancelBookingResult {
  /** `changed`: it is no longer what this caller heard. */
  status: 'cancelled' | 'changed';
  announcement: string;
  /** After the change. */
  revision: string;
}

/** Parameters of `callback/move-booking`. */
export interface MoveBookingParameters {
  callerKey: string;
  bookingId: string;
  revision: string;
  /** One of the starts offered. */
  slot: string;
  language: Language;
}
export interface MoveBookingResult {
  status: 'moved' | 'full' | 'closed' | 'changed';
  announcement: string;
  /** After the move. */
  revision: string;
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
  /** How fast the caller wants us to speak, also when we call back; `100%` where nothing is said. */
  speechRate?: SpeechRate;
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

/** `callback/note-outcome`, invoked by the answered flow, and by the flow of promises where its caller speaks to an agent now. */
export interface NoteOutcomeParameters {
  outcome: 'answered' | 'resuming';
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
  /** What the caller chose of what `offer-slots` offered. */
  wish: string;
  /** `yes`: this very call takes the place of the promise; once an agent has served it, the booking is done. */
  resumes: 'yes' | 'no';
  /** Set once booked; `note-outcome` finds the booking by them when the contact ends. */
  callerKey: string;
  bookingId: string;
  revision: string;
}

/** Attributes given to `StartOutboundVoiceContact`, read by the answered flow. */
export interface CallbackAttributes extends ReportAttributes {
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
  speechRate: string;
  /** Chosen in the call in which it was booked; empty where that is not known. */
  subject: string;
  promise: 'none' | 'place' | 'slot' | 'transfer';
  /** Empty: who is called back has been told no wait and was in no queue yet. */
  announcedWaitSeconds: '';
  queuedAt: '';
}

/** States of a booking, as stored. */
export type BookingState =
  | 'queued'
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
  /** `place`: Connect's queued callback keeps it, and no hour was promised. A place that is carried over or moved becomes a slot. */
  kind: 'slot' | 'place';
  callerKey: string;
  /** Contact in which it was booked. */
  contactId: string;
  /** E.164. */
  number: string;
  numberKind: 'mobile' | 'landline';
  queue: string;
  /** Start, ISO 8601 UTC; empty for a place. */
  slot: string;
  /** Of the slot's items, or of the queue's places. */
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
  /** Which invocation told them: a claim whose answer is lost is repeated, and then finds itself. */
  reportedBy?: string | undefined;
  /** How often this person answered us and reached no agent. */
  apologies?: number | undefined;
  /** The number to ring, as SMS and voice name it: what the queue showed as caller ID when it was booked, or publicNumber. */
  callUs: string;
  /** `100%` where absent. */
  speechRate?: SpeechRate | undefined;
  /** Chosen in the call in which it was booked, if any. */
  subject?: string | undefined;
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
  /** Empty for a place. */
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
  /** Places that were still kept when the queue closed, and so are carried over. */
  placesCarriedOver: 'PlacesCarriedOver',
  /** One at each pass at which the queue is open, somebody waits or is to be called back, and nobody is logged in. */
  unstaffed: 'QueueUnstaffed',
  /** One at each pass at which the queue is open and a supervisor has stopped the offer or the calls. */
  switchedOff: 'CallbacksSwitchedOff',
  /** At each pass that has any: promises of the hours that have begun, and calls that it has started. */
  underWay: 'CallbacksUnderWay',
  dialled: 'CallbacksDialled',
  /** At each pass that knows. */
  agentsStaffed: 'AgentsStaffed',
  agentsFree: 'AgentsFree',
} as const;
