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
  /** Answers that a supervisor is to hear of. */
  lowAnswers: readonly string[];
  whenLow: string;
  next: string;
}

/** One key; silence, or a key that is no answer, is asked for once more; then, as after a record that fails, the call goes on. */
function ask(
  lambdas: LambdaArns,
  again: string,
  { question, introduction = '', text, answers, lowAnswers, whenLow, next }: Question,
): Actions<'CONTACT_FLOW'> {
  const records = answers.map((answer): Actions<'CONTACT_FLOW'> => {
    const then = lowAnswers.includes(answer) ? whenLow : next;
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
const raisingTasks = (flowArn: string): Actions<'CONTACT_FLOW'> => ({
  'raise-task-quality': raiseTask({ flowArn, about: 'quality', next: 'remember-task', error: 'ask-answered' }),
  'remember-task': remember({
    attributes: { supervisorTask: 'raised' },
    next: 'ask-answered',
    error: 'ask-answered',
  }),
  'is-task-raised': equals({
    value: attribute('supervisorTask'),
    cases: { raised: 'thank' },
    otherwise: 'raise-task-answered',
  }),
  'raise-task-answered': raiseTask({ flowArn, about: 'answered', next: 'thank', error: 'thank' }),
});

/** Two questions of one key each, after an agent has hung up or a text has informed. */
export function surveyFlow(name: string, { language, lambdas, taskFlowArn }: SurveyFlow): FlowDocument {
  const texts = flowTexts(language).survey;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'ask-quality') },
    ask(lambdas, texts.again, {
      question: 'quality',
      introduction: texts.introduction,
      text: texts.quality,
      answers: ['1', '2', '3', '4', '5'],
      lowAnswers: ['1', '2'],
      whenLow: 'raise-task-quality',
      next: 'ask-answered',
    }),
    ask(lambdas, texts.again, {
      question: 'answered',
      text: texts.answered,
      answers: ['1', '2'],
      lowAnswers: ['2'],
      whenLow: 'is-task-raised',
      next: 'thank',
    }),
    raisingTasks(taskFlowArn),
    {
      thank: say({ says: speech(texts.thanks), next: 'end', error: 'end' }),
      end: disconnect(),
    },
  );
}
