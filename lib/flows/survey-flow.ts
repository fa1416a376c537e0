import type { Language } from '../../domain/administration/language.ts';
import type { SurveyQuestion } from '../../domain/survey/contract.ts';
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
import { askQuestion } from './survey-question.ts';

interface SurveyFlow {
  language: Language;
  lambdas: LambdaArns;
  /** What a task for a supervisor runs. */
  taskFlowArn: string;
}
/** Two very low marks, and a question that stayed open, are for a supervisor. */
const isLow: Readonly<Record<SurveyQuestion, (answer: string) => boolean>> = {
  quality: (answer) => answer === '1' || answer === '2',
  answered: (answer) => answer === '2',
};

const afterAnswer = (question: SurveyQuestion, next: string) => (answer: string) =>
  isLow[question](answer) ? `is-task-raised-${question}` : next;

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
export function surveyFlow(name: string, { language, lambdas, taskFlowArn }: SurveyFlow): FlowDocument {
  const texts = flowTexts(language).survey;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'ask-quality') },
    askQuestion({
      lambdas,
      question: 'quality',
      says: [texts.introduction, texts.quality],
      saysAgain: [texts.again, texts.quality],
      afterAnswer: afterAnswer('quality', 'ask-answered'),
      next: 'ask-answered',
    }),
    raisingTask(taskFlowArn, 'quality', 'ask-answered'),
    askQuestion({
      lambdas,
      question: 'answered',
      says: [texts.answered],
      saysAgain: [texts.again, texts.answered],
      afterAnswer: afterAnswer('answered', 'thank'),
      next: 'thank',
    }),
    raisingTask(taskFlowArn, 'answered', 'thank'),
    {
      thank: say({ says: speech(texts.thanks), next: 'end', error: 'end' }),
      end: disconnect(),
    },
  );
}
