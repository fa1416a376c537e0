import type { Language } from '../../domain/administration/language.ts';
import { flowTexts as callbackTexts, type FlowTexts as CallbackTexts } from '../../domain/callback/phrases.ts';
import { flowTexts as positionTexts, type FlowTexts as PositionTexts } from '../../domain/position/phrases.ts';
import { flowTexts as smsTexts, type FlowTexts as SmsTexts } from '../../domain/sms/phrases.ts';
import { flowTexts as surveyTexts, type FlowTexts as SurveyTexts } from '../../domain/survey/phrases.ts';

/** The texts that flows say themselves, by capability; what depends on the call comes from Lambdas. */
export interface FlowTexts {
  position: PositionTexts;
  callback: CallbackTexts;
  sms: SmsTexts;
  survey: SurveyTexts;
}

export const flowTexts = (language: Language): FlowTexts => ({
  position: positionTexts(language),
  callback: callbackTexts(language),
  sms: smsTexts(language),
  survey: surveyTexts(language),
});
