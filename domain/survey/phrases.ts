import type { Language } from '../administration/language.ts';
import { flowTexts as english } from './phrases/en.ts';
import { flowTexts as french } from './phrases/fr.ts';

/** The two questions, as the flows ask them right after a call, and later. */
export interface FlowTexts {
  introduction: string;
  /** Asks for a key from 1, very bad, to 5, very good: a scale, the one choice that is no list of keys. */
  quality: string;
  /** Asks for 1, yes, or 2, no. */
  answered: string;
  /** Before a question asked again, after silence as after a key that is no answer. */
  again: string;
  thanks: string;
  /** Who was never served hears it later from a machine, and voicemails do: who calls, 1 to listen, 2 never to be called so again; nothing of them. */
  laterCall: (spokenName: string) => string;
  /** To a person, by a key: why we call, 0 for an agent now, 1 for the questions. */
  laterReason: string;
  answeredSince: string;
  /** 0 for an agent, or the end. */
  laterThanks: string;
  laterGoodbye: string;
  neverAgain: string;
  neverAgainFault: string;
}

const byLanguage: Readonly<Record<Language, FlowTexts>> = { fr: french, en: english };

export const flowTexts = (language: Language): FlowTexts => byLanguage[language];
