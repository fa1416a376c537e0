import type { BookingState, MissedReason } from '../callback/contract.ts';
import type { AnswerEvent, KeptAttribute, SmsEvent } from './contract.ts';

/** Folders of `records/`: what `prepare-record` tells apart, so that a day reads no more than it needs. */
export type RecordKind = 'calls' | 'callbacks' | 'bookings' | 'messages' | 'answers';

/** `records/<kind>/day=<local day>/…`, written by Firehose as gzipped JSON lines of `PreparedLine`. */
export const recordsPrefix = (kind: RecordKind, day: string): string => `records/${kind}/day=${day}/`;

/** One line of `records/`. Instants are ISO 8601 UTC; null where it did not happen. */
export type PreparedLine = PreparedContact | PreparedBooking | PreparedSms | PreparedDelivery | PreparedAnswer;

/** A voice contact: `calls/` where a person rang or goes on in that call, `callbacks/` where we rang. Delivered at least once, perhaps again after an update. */
export interface PreparedContact {
  line: 'contact';
  contactId: string;
  /** First contact of the chain; its own id where it is the first. */
  initialContactId: string;
  /** The contact that this one continues; null where it is the first. */
  previousContactId: string | null;
  initiationMethod: string;
  /** `<version>-<hash>`: the person's keyed hash of that year (see `personOf`); empty where the number was withheld. */
  person: string;
  /** Number of ours that was dialled, or that we showed; E.164, public. */
  displayedNumber: string;
  startedAt: string;
  enqueuedAt: string | null;
  /** Left the queue: to an agent, to a callback, or by hanging up. */
  dequeuedAt: string | null;
  agentConnectedAt: string | null;
  /** The line was up (`ConnectedToSystemTimestamp`): of a call of ours, somebody has picked up. Of a kept place an agent is connected before. */
  connectedAt: string | null;
  endedAt: string | null;
  /** Of the talk, hold and after-contact work; 0 where there was no agent. */
  handleSeconds: number;
  disconnectReason: string;
  /** Was handed over to a number that is not ours. */
  transferredOut: boolean;
  attributes: Partial<Record<KeptAttribute, string>>;
  /** Of two records of a contact, the later one holds. */
  lastUpdateAt: string;
}
/** A transition of a booking, as `BookingEvent` told of it, without the caller's key. */
export interface PreparedBooking {
  line: 'booking';
  contactId: string;
  bookingId: string;
  revision: number;
  queue: string;
  /** Start of the slot, empty for a place. */
  slot: string;
  from: BookingState | 'none';
  to: BookingState;
  reason: MissedReason | '';
  at: string;
}
export interface PreparedSms extends Omit<SmsEvent, 'administration'> {
  line: 'sms';
}
export interface PreparedDelivery {
  line: 'delivery';
  messageId: string;
  status: string;
  isFinal: boolean;
  parts: number;
  priceUsd: number;
  at: string;
}
export interface PreparedAnswer extends Omit<AnswerEvent, 'administration'> {
  line: 'answer';
}
