import type { SmsKind } from './contract.ts';

/** The claim of an SMS about a booking: whoever writes it sends. */
export const bookingClaimKey = (bookingId: string, revision: number, kind: SmsKind): string =>
  `SMS#${bookingId}#${revision}#${kind}`;

/** The claim of an information: once for each text of a call. */
export const informationClaimKey = (contactId: string, text: string): string => `SMS#${contactId}#information#${text}`;

/** What was sent to a person on a local date: a set, which is the counter, so that a repeated request counts once. */
export const informationDayKey = (callerKey: string, date: string): string => `INFORMATION#${callerKey}#${date}`;

/** This person wishes no SMS: the item is the wish. */
export const doNotWriteKey = (callerKey: string): string => `NOSMS#${callerKey}`;

/** Whom a message of the service was for: its events name the message only. */
export const messageKey = (messageId: string): string => `MESSAGE#${messageId}`;

export const smsFaultKey = (callerKey: string): string => `SMSFAULT#${callerKey}`;
