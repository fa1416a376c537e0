import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import type { LambdaArns } from './invocation.ts';
import { disconnect } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';
import { raiseTask } from './supervisor-task.ts';
import { askQuestion, noteSurvey } from './survey-question.ts';

interface SurveyFlow {
  language: Language;
  lambdas: LambdaArns;
  /** What a task for a supervisor runs. */
  taskFlowArn: string;
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
    { 'stop-logging': logging('Disabled', 'note-survey'), 'note-survey': noteSurvey('ask-quality') },
    askQuestion({
      lambdas,
      question: 'quality',
      says: [texts.introduction, texts.quality],
      saysAgain: [texts.again, texts.quality],
      low: { answers: ['1', '2'], next: 'raise-task-quality' },
      next: 'ask-answered',
    }),
    askQuestion({
      lambdas,
      question: 'answered',
      says: [texts.answered],
      saysAgain: [texts.again, texts.answered],
      low: { answers: ['2'], next: 'is-task-raised' },
      next: 'thank',
    }),
    raisingTasks(taskFlowArn),
    {
      thank: say({ says: speech(texts.thanks), next: 'end', error: 'end' }),
      end: disconnect(),
    },
  );
}
