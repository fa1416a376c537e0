import type { Language } from '../administration/language.ts';
import { english, flowTexts as englishTexts } from './phrases/en.ts';
import { flowTexts as frenchTexts, french } from './phrases/fr.ts';
import type { NumberRefusal } from './number-refusal.ts';

/** What an SMS may name. No number of the caller, no subject: others may read that telephone. */
export interface SmsDetails {
  /** The administration's name, first word of every SMS. */
  name: string;
  /** Local date `YYYY-MM-DD` and minutes since midnight in which we call; without an end, from then on. A kept place has none. */
  callAt: { date: string; fromMinutes: number; toMinutes: number | undefined } | undefined;
  /** Three digits. */
  code: string;
  /** The number to ring, as printed: "3230", "01 99 00 12 34". */
  callUs: string;
}

/** Texts of SMS, one GSM-7 part each, and what is spoken about numbers and SMS. */
export interface SmsPhrases {
  confirmation(details: SmsDetails): string;
  placeKept(details: SmsDetails): string;
  reminder(details: SmsDetails): string;
  moved(details: SmsDetails): string;
  missedRetry(details: SmsDetails): string;
  missedLast(details: SmsDetails): string;
  cancelled(details: SmsDetails): string;
  carriedOver(details: SmsDetails): string;
  /** A text of the administration, its name in front. */
  information(name: string, text: string): string;
  /** Text of an information: the service for deaf callers, and its number as printed. */
  accessibility(service: string, number: string): string;

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
  /** The code, three digits, is spoken instead, twice; none where nothing is promised any more. */
  smsRefused(code: string | undefined): string;
  /** Whether it left is not known; the code is spoken instead. */
  smsUnknown(code: string | undefined): string;
  /** This person asked for no SMS; the code is spoken instead. */
  smsStopped(code: string | undefined): string;
  /** The booking is no longer what the SMS would say. */
  smsStale: string;

  informationSent: string;
  informationRefused: string;
  informationUnknown: string;
  /** Asks for a mobile to be keyed in. */
  informationLandline: string;
  /** The most SMS of one day were sent to this person. */
  informationLimit: string;
  /** This person asked for no SMS. */
  informationStopped: string;
  writingStopped: string;
  writingResumed: string;
  /** Said once, at the next call: an SMS before was refused, or did not arrive. */
  lastSmsNotDelivered: string;
}

/** What the flows themselves say about an SMS that a caller may ask for. */
export interface FlowTexts {
  /** Key 1. */
  offerInformation: string;
  /** Key 5. */
  offerStop: string;
  /** To who rang from a landline: the SMS of the booking, on a mobile; key 1. */
  offerMobile: string;
  enterMobile: string;
  noMobile: string;
  informationUnknown: string;
}

const textsByLanguage: Readonly<Record<Language, FlowTexts>> = { fr: frenchTexts, en: englishTexts };
const byLanguage: Readonly<Record<Language, SmsPhrases>> = { fr: french, en: english };

export const phrases = (language: Language): SmsPhrases => byLanguage[language];

export const flowTexts = (language: Language): FlowTexts => textsByLanguage[language];
