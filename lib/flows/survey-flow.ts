import type { Language } from '../../domain/administration/language.ts';
import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menuTwice } from './listening.ts';
import { disconnect } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

interface Question {
  question: SurveyQuestion;
  introduction?: string;
  text: string;
  answers: readonly ('1' | '2' | '3' | '4' | '5')[];
  next: string;
}

/** One key; silence, or a key that is no answer, is asked for once more; then, as after a record that fails, the call goes on. */
function ask(
  lambdas: LambdaArns,
  notUnderstood: string,
  { question, introduction = '', text, answers, next }: Question,
): Actions<'CONTACT_FLOW'> {
  const records = answers.map((answer): Actions<'CONTACT_FLOW'> => ({
    [`record-${question}-${answer}`]: invoke(lambdas, {
      lambda: 'recordAnswer',
      parameters: { question, answer, queue: attribute('queue') },
      next,
      error: next,
    }),
  }));
  return joined(
    ...records,
    menuTwice({
      name: `ask-${question}`,
      says: speech(introduction, text),
      saysAgain: speech(notUnderstood, text),
      keys: Object.fromEntries(answers.map((answer) => [answer, `record-${question}-${answer}`])),
      silence: next,
      otherKey: next,
      error: next,
    }),
  );
}

/** Two questions of one key each, after an agent has hung up or a text has informed. */
export function surveyFlow(name: string, language: Language, lambdas: LambdaArns): FlowDocument {
  const texts = flowTexts(language).survey;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'ask-quality') },
    ask(lambdas, texts.notUnderstood, {
      question: 'quality',
      introduction: texts.introduction,
      text: texts.quality,
      answers: ['1', '2', '3', '4', '5'],
      next: 'ask-answered',
    }),
    ask(lambdas, texts.notUnderstood, {
      question: 'answered',
      text: texts.answered,
      answers: ['1', '2'],
      next: 'thank',
    }),
    {
      thank: say({ says: speech(texts.thanks), next: 'end', error: 'end' }),
      end: disconnect(),
    },
  );
}
