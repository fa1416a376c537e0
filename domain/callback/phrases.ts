import type { Language } from '../administration/language.ts';
import { english, flowTexts as englishTexts } from './phrases/en.ts';
import { flowTexts as frenchTexts, french } from './phrases/fr.ts';
import type { Territory } from './territories.ts';

/** A slot on the line's wall clock: local dates `YYYY-MM-DD`, minutes since local midnight. */
export interface SpokenSlot {
  date: string;
  fromMinutes: number;
  toMinutes: number;
  today: string;
  /** Where the number is at home in a territory with another clock: what that clock says at the start. */
  there?: {
    territory: Territory;
    date: string;
    minutes: number;
    day: 'dayBefore' | 'sameDay' | 'nextDay';
    today: string;
  };
}

/** What the booking functions answer for a flow to speak, and what they tell the agent. */
export interface CallbackPhrases {
  /**
   * One choice a slot, with its key, 1 to 3: its day, once, and about when, by the clock of the caller's territory alone. The whole
   * window, by both clocks, is said once it is booked.
   */
  choices(slots: readonly SpokenSlot[]): string;
  /** Local dates, with their keys, 1 to 3. */
  dayChoices(dates: readonly string[], today: string): string;
  /** The morning of that date or its afternoon, keys 1 and 2. */
  halfDayChoices(date: string, today: string): string;
  /** Key 4, said last. */
  more: Readonly<Record<'dayOrHour' | 'laterHour' | 'laterDay' | 'otherDay', string>>;
  full: string;
  /** A supervisor has stopped the offer. */
  paused: string;
  /** A callback is promised already, at that hour. */
  already(slot: SpokenSlot): string;
  /** A callback was promised, and its hour has come: it is tried again shortly. */
  alreadyUnderWay: string;
  /** A place is kept already. */
  alreadyKept: string;
  booked(slot: SpokenSlot): string;
  placeKept: string;
  /** The ledger was too busy to keep a place, or no more places are kept. */
  placeBusy: string;
  /** For who gets no SMS: the code said twice, digit by digit. */
  codeTwice(code: string): string;
  /** The last seat went while the caller was choosing. */
  slotGone: string;
  /** The ledger was too busy to book it in time; another hour is offered. */
  slotBusy: string;
  /** The slot has begun, or is none any more. */
  slotPast: string;
  /** What is promised to who rings again. */
  promised(slot: SpokenSlot): string;
  promisedPlace: string;
  /** We should have called by now. */
  late: string;
  /** We called in vain, and call again at that time, or in a moment. */
  missed(retry: Pick<SpokenSlot, 'date' | 'fromMinutes' | 'today'> | undefined): string;
  /** No booking, or a wrong code: said alike. */
  unknown: string;
  /** After three failures of a day. */
  refusedToday: string;
  cancelled: string;
  /** It is no longer what this caller heard. */
  changedMeanwhile: string;
  /** "4, 8, 2" */
  spokenCode(code: string): string;
  /** For the agent, before the call. */
  callReason(slot: SpokenSlot): string;
}

/** What the flows themselves say while an hour is being chosen, and when we call back. */
export interface FlowTexts {
  /** To keep one's place, 1, or to choose an hour, 2. */
  offer: string;
  offerHour: string;
  offerWhenClosed: string;
  enterNumber: string;
  confirmNumber: (spokenNumber: string) => string;
  /** The caller's own number, by its last four digits: 1, or 2 for another one. */
  confirmEnding: (spokenEnding: string) => string;
  noNumber: string;
  promisedAlready: string;
  noSlotChosen: string;
  fault: string;
  smsUnknown: string;
  bookedGoodbye: string;
  /** In the agent's ear, and so in French. */
  bookingUnderWay: string;

  /** Heard by voicemails too: one sentence with the name, 1 for an agent, 2 for another hour, and no code. */
  calling: (spokenName: string) => string;
  code: (spokenCode: string) => string;
  callingAgain: (spokenName: string) => string;
  stale: string;
  noAgentNow: string;
  /** To who kept a place: an agent is on the line already. */
  outboundPlace: (spokenName: string) => string;
  outbound: (spokenName: string) => string;

  enterPromisedNumber: string;
  enterCode: string;
  /** 1 to keep, 2 to move, 3 to cancel, 0 for an agent now. */
  whatToDo: string;
  confirmCancel: string;
  kept: string;
  moveFault: string;
}

const byLanguage: Readonly<Record<Language, CallbackPhrases>> = { fr: french, en: english };
const textsByLanguage: Readonly<Record<Language, FlowTexts>> = { fr: frenchTexts, en: englishTexts };

export const phrases = (language: Language): CallbackPhrases => byLanguage[language];

export const flowTexts = (language: Language): FlowTexts => textsByLanguage[language];
