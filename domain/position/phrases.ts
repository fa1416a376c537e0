import type { Language } from '../administration/language.ts';
import type { WaitMessage } from './announcement.ts';
import type { Place } from './place.ts';
import { french } from './phrases/fr.ts';

/** Sentences about a caller's place, the wait and the next opening. */
export interface PositionPhrases {
  wait: (message: WaitMessage) => string;
  /** An estimated place is said to be one. */
  place: (place: Place) => string;
  /** The line is closed. `opening`: local date, minutes since midnight and today's date; undefined where none is foreseen. */
  closed: (opening: { date: string; minutes: number; today: string } | undefined) => string;
}

const byLanguage: Readonly<Record<Language, PositionPhrases>> = { fr: french };

export const phrases = (language: Language): PositionPhrases => byLanguage[language];
