import type { Language } from './language.ts';
import { english } from './phrases/en.ts';
import { french } from './phrases/fr.ts';

/**
 * Hours, days and numbers in words, the same in every sentence that a caller hears, and their short forms for SMS.
 * Minutes count from local midnight, 0 to 1440; dates are local, `YYYY-MM-DD`.
 */
export interface AdministrationPhrases {
  /** "10 heures 30", "midi". */
  clock: (minutes: number) => string;
  /** "entre 10 heures 30 et 11 heures". */
  window: (fromMinutes: number, toMinutes: number) => string;
  /** "mardi 24 novembre", "dimanche premier novembre". */
  date: (date: string) => string;
  /** "aujourd'hui", "demain", else the date. */
  day: (date: string, today: string) => string;
  /** "aujourd'hui", "demain, mardi 24 novembre,", else the date; to be followed by the hour. */
  dayInFull: (date: string, today: string) => string;
  /** "aujourd'hui", "demain", "lundi" within the next six days, else the date: to choose by. */
  nearDay: (date: string, today: string) => string;
  /** A count of a feminine noun (in French: heures, minutes, personnes), 0 to 999,999: "une", "vingt et une", "40", "cent". */
  feminineCount: (count: number) => string;
  /** "une minute", "vingt et une minutes". */
  minutes: (count: number) => string;
  /** A whole number from 0 to 999,999 in words; "un" or "une". */
  numberInWords: (value: number, gender: 'masculine' | 'feminine') => string;
  /** Digits read in pairs, zeros said, from the end: "0612" is "zéro six, douze"; an odd first digit stands alone. */
  digitsInPairs: (digits: string) => string;
  /** Digits read one by one: "482" is "quatre, huit, deux". */
  digitsOneByOne: (digits: string) => string;

  /** For SMS: "10h30", "9h". */
  shortClock: (minutes: number) => string;
  /** For SMS: "entre 10h30 et 11h". */
  shortWindow: (fromMinutes: number, toMinutes: number) => string;
  /** For SMS: "mardi 24/11". */
  shortDate: (date: string) => string;
}

const byLanguage: Readonly<Record<Language, AdministrationPhrases>> = { fr: french, en: english };

export const phrases = (language: Language): AdministrationPhrases => byLanguage[language];
