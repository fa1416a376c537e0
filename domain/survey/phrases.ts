import type { Language } from '../administration/language.ts';
import { flowTexts as english } from './phrases/en.ts';
import { flowTexts as french } from './phrases/fr.ts';

/** The two questions, as the survey flow asks them. */
export interface FlowTexts {
  introduction: string;
  /** Asks for a key from 1, very bad, to 5, very good. */
  quality: string;
  /** Asks for 1, yes, or 2, no. */
  answered: string;
  notUnderstood: string;
  thanks: string;
}

const byLanguage: Readonly<Record<Language, FlowTexts>> = { fr: french, en: english };

export const flowTexts = (language: Language): FlowTexts => byLanguage[language];
