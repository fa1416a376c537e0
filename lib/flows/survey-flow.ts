import type { Language } from '../../domain/administration/language.ts';
import type { SurveyQuestion } from '../../domain/survey/contract.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menuTwice } from './listening.ts';
import { disconnect } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';
import { raiseTask } from './supervisor-task.ts';

interface SurveyFlow {
  language: Language;
  lambdas: LambdaArns;
  /** What a task for a supervisor runs. */
  taskFlowArn: string;
}
interface Question {
  question: SurveyQuestion;
  introduction?: string;
  text: string;
  answers: readonly ('1' | '2' | '3' | '4' | '5')[];
  next: string;
}

/** Two very low marks, and a question that stayed open, are for a supervisor. */
const isLow: Readonly<Record<SurveyQuestion, (answer: string) => boolean>> = {
  quality: (answer) => answer === '1' || answer === '2',
  answered: (answer) => answer === '2',
};

/** One key; silence, or a key that is no answer, is asked for once more; then, as after a record that fails, the call goes on. */
function ask(
  { lambdas, taskFlowArn }: SurveyFlow,
  again: string,
  { question, introduction = '', text, answers, next }: Question,
): Actions<'CONTACT_FLOW'> {
  const records = answers.map((answer): Actions<'CONTACT_FLOW'> => {
    const then = isLow[question](answer) ? `is-task-raised-${question}` : next;
    return {
      [`record-${question}-${answer}`]: invoke(lambdas, {
        lambda: 'recordAnswer',
        parameters: { question, answer, queue: attribute('queue') },
        next: then,
        error: then,
      }),
    };
  });
  return joined(
    ...records,
    raisingTask(taskFlowArn, question, next),
    menuTwice({
      name: `ask-${question}`,
      says: speech(introduction, text),
      saysAgain: speech(again, text),
      keys: Object.fromEntries(answers.map((answer) => [answer, `record-${question}-${answer}`])),
      silence: next,
      otherKey: next,
      error: next,
    }),
  );
}

/** At once, since the caller may hang up before the next question; and once a call. */
function raisingTask(taskFlowArn: string, question: SurveyQuestion, next: string): Actions<'CONTACT_FLOW'> {
  const raise = `raise-task-${question}`;
  const remembering = `remember-task-${question}`;
  return {
    [`is-task-raised-${question}`]: equals({
      value: attribute('supervisorTask'),
      cases: { raised: next },
      otherwise: raise,
    }),
    [raise]: raiseTask({ flowArn: taskFlowArn, about: question, next: remembering, error: next }),
    [remembering]: remember({ attributes: { supervisorTask: 'raised' }, next, error: next }),
  };
}

/** Two questions of one key each, after an agent has hung up or a text has informed. */
export function surveyFlow(name: string, options: SurveyFlow): FlowDocument {
  const { language } = options;
  const texts = flowTexts(language).survey;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'ask-quality') },
    ask(options, texts.again, {
      question: 'quality',
      introduction: texts.introduction,
      text: texts.quality,
      answers: ['1', '2', '3', '4', '5'],
      next: 'ask-answered',
    }),
    ask(options, texts.again, {
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
