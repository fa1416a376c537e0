import type { Language } from '../administration/language.ts';
import { french } from './phrases/fr.ts';
import type { NumberRefusal } from './number-refusal.ts';

/** What an SMS may name. No number of the caller, no subject: others may read that telephone. */
export interface SmsDetails {
  /** The administration's name, first word of every SMS. */
  name: string;
  /** Local date `YYYY-MM-DD` and minutes since midnight in which we call; without an end, from then on. */
  callAt: { date: string; fromMinutes: number; toMinutes: number | undefined };
  /** Three digits. */
  code: string;
  /** The number to ring, as printed: "3230", "01 99 00 12 34". */
  callUs: string;
}

/** Texts of SMS, one GSM-7 part each, and what is spoken about numbers and SMS. */
export interface SmsPhrases {
  confirmation(details: SmsDetails): string;
  missedRetry(details: SmsDetails): string;
  missedLast(details: SmsDetails): string;
  cancelled(details: SmsDetails): string;
  carriedOver(details: SmsDetails): string;

  /** The whole E.164 number in pairs, as it is dialled in its territory: "zéro six, douze, trente-quatre, …". */
  spokenNumber(e164: string): string;
  /** Its last four digits: "cinquante-six, soixante-dix-huit". */
  spokenEnding(e164: string): string;
  /** Why a number cannot be called back, and how to key in another. */
  refusedNumber(refusal: NumberRefusal): string;

  smsSent: string;
  smsAlreadySent: string;
  /** A landline was told its code when the hour was booked. */
  smsLandline: string;
  /** The code is spoken instead, twice; three digits. */
  smsRefused(code: string): string;
  /** Whether it left is not known; the code is spoken instead. */
  smsUnknown(code: string): string;
  /** The booking is no longer what the SMS would say. */
  smsStale: string;
}

const byLanguage: Readonly<Record<Language, SmsPhrases>> = { fr: french };

export const phrases = (language: Language): SmsPhrases => byLanguage[language];
