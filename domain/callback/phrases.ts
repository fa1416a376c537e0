import type { Language } from '../administration/language.ts';
import { french } from './phrases/fr.ts';

/** A slot on the line's wall clock: local dates `YYYY-MM-DD`, minutes since local midnight. */
export interface SpokenSlot {
  date: string;
  fromMinutes: number;
  toMinutes: number;
  today: string;
}

/** What the booking functions answer for a flow to speak, and what they tell the agent. */
export interface CallbackPhrases {
  /** One choice a slot, with its key, 1 to 3; a day is said once. */
  choices(slots: readonly SpokenSlot[]): string;
  full: string;
  /** A callback is promised already, at that hour. */
  already(slot: SpokenSlot): string;
  /** A callback was promised, and its hour has come: it is tried again shortly. */
  alreadyUnderWay: string;
  booked(slot: SpokenSlot): string;
  /** For who gets no SMS: the code said twice, digit by digit. */
  codeTwice(code: string): string;
  /** The last seat went while the caller was choosing. */
  slotGone: string;
  /** The ledger was too busy to book it in time; another hour is offered. */
  slotBusy: string;
  /** The slot has begun, or is none any more. */
  slotPast: string;
  /** "4, 8, 2" */
  spokenCode(code: string): string;
  /** For the agent, before the call. */
  callReason(slot: SpokenSlot): string;
}

const byLanguage: Readonly<Record<Language, CallbackPhrases>> = { fr: french };

export const phrases = (language: Language): CallbackPhrases => byLanguage[language];
