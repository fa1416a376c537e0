import type { Language } from '../../domain/administration/language.ts';
import { flowTexts as frenchCallback } from '../../domain/callback/phrases/fr.ts';
import { flowTexts as frenchPosition } from '../../domain/position/phrases/fr.ts';
import { flowTexts as frenchSurvey } from '../../domain/survey/phrases/fr.ts';

/** The texts that flows say themselves, by capability; what depends on the call comes from Lambdas. */
export interface FlowTexts {
  position: typeof frenchPosition;
  callback: typeof frenchCallback;
  survey: typeof frenchSurvey;
}

const byLanguage: Readonly<Record<Language, FlowTexts>> = {
  fr: { position: frenchPosition, callback: frenchCallback, survey: frenchSurvey },
};

export const flowTexts = (language: Language): FlowTexts => byLanguage[language];
