import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import type { Actions } from './flow.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menuTwice } from './listening.ts';
import { attribute } from './references.ts';
import { remember } from './settings.ts';
import { speech } from './speech.ts';

/** The keys of each question: a mark, or yes and no. */
const answers = { quality: ['1', '2', '3', '4', '5'], answered: ['1', '2'] } as const;

interface AskedQuestion {
  lambdas: LambdaArns;
  question: SurveyQuestion;
  says: string[];
  /** After silence as after a key that is no answer. */
  saysAgain: string[];
  kind?: 'later';
  /** Where `0` leads; it is no answer without it. */
  zero?: string;
  /** Answers that a supervisor is to hear of, and where they lead. */
  low?: { answers: readonly string[]; next: string };
  next: string;
}

/** For the reports: the survey is offered, since its first question begins. */
export const noteSurvey = (next: string) => remember({ attributes: { surveyOffered: 'yes' }, next, error: next });

/** One key; silence, or a key that is no answer, is asked for once more; then, as after a record that fails, the call goes on. */
export function askQuestion(asked: AskedQuestion): Actions<'CONTACT_FLOW'> {
  const { lambdas, question, kind, zero, low, next } = asked;
  const records = answers[question].map((answer): Actions<'CONTACT_FLOW'> => {
    const then = low?.answers.includes(answer) ? low.next : next;
    return {
      [`record-${question}-${answer}`]: invoke(lambdas, {
        lambda: 'recordAnswer',
        parameters: { question, answer, queue: attribute('queue'), ...(kind && { kind }) },
        next: then,
        error: then,
      }),
    };
  });
  return joined(
    ...records,
    menuTwice({
      name: `ask-${question}`,
      says: speech(...asked.says),
      saysAgain: speech(...asked.saysAgain),
      keys: {
        ...Object.fromEntries(answers[question].map((answer) => [answer, `record-${question}-${answer}`])),
        ...(zero !== undefined && { '0': zero }),
      },
      silence: next,
      otherKey: next,
      error: next,
    }),
  );
}
