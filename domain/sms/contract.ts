import type { LineRules } from '../administration/administration.ts';
import type { Language } from '../administration/language.ts';

/**
 * What an SMS about a booking says: one text each in phrases. `confirmation` and `moved` are of an hour, `placeKept` of a
 * kept place, `reminder` comes shortly before the hour.
 */
export type SmsKind =
  | 'confirmation'
  | 'placeKept'
  | 'reminder'
  | 'moved'
  | 'missedRetry'
  | 'missedLast'
  | 'cancelled'
  | 'carriedOver';

/** Parameters of `sms/send-sms` when a flow invokes it; from the bus it gets a `BookingEvent`. */
export interface SendSmsParameters {
  callerKey: string;
  bookingId: string;
  revision: string;
  kind: SmsKind;
  /** For a landline's booking alone: a mobile, E.164, for this one SMS. Kept nowhere. */
  to?: string;
}
export interface SendSmsResult {
  /**
   * `landline`: no SMS is possible; `alreadySent`: another invocation sent it; `stopped`: this person wishes none;
   * `unknown`: it was tried once, and whether it left is not known.
   */
  status: 'sent' | 'refused' | 'alreadySent' | 'landline' | 'stopped' | 'unknown';
  /** A complete sentence to speak, always. */
  announcement: string;
}

/** Parameters of `sms/send-information`: what the administration wrote, sent to who asks for it. */
export interface SendInformationParameters {
  /** E.164: the caller ID, or what was keyed in. */
  number: string;
  numberKind: 'mobile' | 'landline';
  /** Id of one of the texts of the file: a subject's, `accessibility`, or one of `sms.texts`. */
  text: string;
  language: Language;
}
export interface SendInformationResult {
  /** `landline`: a mobile may be keyed in; `refused`: by the service, or this person had the most of one day; else as for `send-sms`. */
  status: 'sent' | 'refused' | 'landline' | 'stopped' | 'unknown';
  /** A complete sentence to speak, always. */
  announcement: string;
}

/** Parameters of `sms/send-for-agent`: what an agent has chosen in the guide of a contact, for who is on that contact's line. */
export interface SendForAgentParameters {
  /** The words of the button: see agent-choice.ts. */
  choice: string;
  /** The caller's. */
  language: Language;
  /** As the agent has written it, for this one SMS: a mobile, where the caller's own number gets none. Kept nowhere. */
  mobile?: string;
}
export interface SendForAgentResult {
  /**
   * `hidden`: the number is withheld; `notWritten`: it gets no SMS of ours; `limit`: this person had the most of one day; `refused`: by the
   * service; else as for `send-information`. Nothing was sent but for `sent`, and perhaps for `unknown`.
   */
  status: 'sent' | 'alreadySent' | 'landline' | 'hidden' | 'notWritten' | 'stopped' | 'limit' | 'refused' | 'unknown';
  /** A complete sentence for the agent's screen, always. */
  announcement: string;
  /** What was chosen, to be asked for again with a mobile. */
  choice: string;
}

/** Parameters of `sms/stop-writing`: this person wishes no SMS any more, or wishes them again. */
export interface StopWritingParameters {
  /** E.164. */
  number: string;
  write: 'stop' | 'resume';
  language: Language;
}
export interface StopWritingResult {
  /** `resumed`: whether or not they were stopped before. */
  status: 'stopped' | 'alreadyStopped' | 'resumed';
  /** A complete sentence to speak, always. */
  announcement: string;
}

/** What functions that send need to know of their line: `SMS_RULES` in the environment, as JSON. */
export type SmsRules = Pick<LineRules, 'id' | 'name' | 'timeZone' | 'retentionDays'>;

/** The same with what tells which number is written to: `SMS_RULES` of `sms/send-for-agent`. */
export type SmsNumberRules = SmsRules & Pick<LineRules, 'countries' | 'ownNumbers'>;

/** The events of AWS End User Messaging on the bus: they hold no number of a person. */
export const deliveryEventSource = 'aws.sms-voice';
export const deliveryEventType = 'Text Message Delivery Status Updated';
export interface DeliveryEvent {
  messageId: string;
  /** `PENDING`, `SUCCESSFUL` (the carrier has it), `DELIVERED`, `UNREACHABLE`, … */
  messageStatus: string;
  /** No other status follows. */
  isFinal: boolean;
  /** Milliseconds since the epoch. */
  eventTimestamp: number;
  /** When it was sent, likewise. */
  messageRequestTimestamp: number;
}

/** What went wrong with the SMS to a person, `pk` = `SMSFAULT#<callerKey>`: said by voice at the next call. */
export interface SmsFault {
  pk: string;
  /** A name of the service's, never a number. */
  reason: string;
  /** ISO 8601 UTC. */
  at: string;
  /** Seconds since the epoch. */
  ttl: number;
}

/** Counts in the namespace `Rappel`, by `administration`. */
export const smsMetrics = {
  delivered: 'SmsDelivered',
  /** Accepted by the service, and never arrived. */
  undelivered: 'SmsUndelivered',
  /** By the service, when it was asked. */
  refused: 'SmsRefused',
} as const;
