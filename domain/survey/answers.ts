import type { RecordedQuestion } from './contract.ts';

/** The keys that answer each question: quality from 1, very bad, to 5, excellent; answered 1, yes, or 2, no. */
const answers: Readonly<Record<RecordedQuestion, readonly string[]>> = {
  quality: ['1', '2', '3', '4', '5'],
  answered: ['1', '2'],
  invitation: ['1', '2'],
};

const isQuestion = (question: string): question is RecordedQuestion => Object.hasOwn(answers, question);

/** What a flow says was answered, or undefined where it is no answer. */
export function surveyAnswer(
  question: string,
  answer: string,
): { question: RecordedQuestion; answer: string } | undefined {
  return isQuestion(question) && answers[question].includes(answer) ? { question, answer } : undefined;
}
