import type { SurveyQuestion } from './contract.ts';

/** The keys that answer each question: quality from 1, very bad, to 5, excellent; answered 1, yes, or 2, no. */
const answers: Readonly<Record<SurveyQuestion, readonly string[]>> = {
  quality: ['1', '2', '3', '4', '5'],
  answered: ['1', '2'],
};

/** What a flow says was answered, or undefined where it is no answer. */
export function surveyAnswer(
  question: string,
  answer: string,
): { question: SurveyQuestion; answer: string } | undefined {
  if (question !== 'quality' && question !== 'answered') return undefined;
  return answers[question].includes(answer) ? { question, answer } : undefined;
}
