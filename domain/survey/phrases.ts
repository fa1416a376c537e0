import type { Language } from '../administration/language.ts';
import { flowTexts as english } from './phrases/en.ts';
import { flowTexts as french } from './phrases/fr.ts';

/** The two questions, as the survey flow asks them. */
export interface FlowTexts {
  introduction: string;
  /** Asks for a key from 1, very bad, to 5, very good: a scale, the one choice that is no list of keys. */
  quality: string;
  /** Asks for 1, yes, or 2, no. */
  answered: string;
  /** Before a question asked again, after silence as after a key that is no answer. */
  again: string;
  thanks: string;
}

const byLanguage: Readonly<Record<Language, FlowTexts>> = { fr: french, en: english };

export const flowTexts = (language: Language): FlowTexts => byLanguage[language];
