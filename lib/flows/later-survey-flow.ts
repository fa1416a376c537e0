import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { agentRouting, routingStart } from './agent-routing.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu, menuTwice } from './listening.ts';
import type { HookFlows } from './queue-hooks.ts';
import { disconnect } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, speakLanguage } from './settings.ts';
import { farewell } from './speaking.ts';
import { speech } from './speech.ts';
import { spoken } from './subjects.ts';
import { askQuestion, noteSurvey } from './survey-question.ts';

interface LaterSurveyFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  /** Of the queue in which who asks for an agent waits as others do, and is told the wait, or offered a callback. */
  hooks: HookFlows;
}

/**
 * A machine calls somebody who rang in vain. Voicemails and other people pick up too: until a key is pressed nothing is said of
 * that call. Whoever listens may have an agent at any moment, before the questions, among them and after.
 */
export function laterSurveyFlow(name: string, options: LaterSurveyFlow): FlowDocument {
  const { language } = options;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'greet') },
    inviting(options),
    asking(options),
    agentRouting({ ...options, noQueue: 'say-call-again' }),
    farewells(language),
  );
}

/** Nobody is put through to an agent for a voicemail: silence is no wish here, as it is elsewhere. */
function inviting({ administration, language, lambdas }: LaterSurveyFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).survey;
  const agent = routingStart(administration);
  const record = (answer: '1' | '2', next: string, error: string) =>
    invoke(lambdas, {
      lambda: 'recordAnswer',
      parameters: {
        question: 'invitation',
        answer,
        queue: attribute('queue'),
        kind: 'later',
        callerKey: attribute('callerKey'),
      },
      next,
      error,
    });
  const recording: Actions<'CONTACT_FLOW'> = {
    'record-listens': record('1', 'tell-reason', 'tell-reason'),
    'record-never-again': record('2', 'say-never-again', 'say-never-again-fault'),
  };
  return joined(
    menuTwice({
      name: 'greet',
      says: speech(texts.laterCall(spoken(administration.spokenName, language))),
      keys: { '1': 'record-listens', '2': 'record-never-again', '0': agent },
      silence: 'say-goodbye',
      otherKey: 'say-goodbye',
      error: agent,
    }),
    recording,
  );
}

/** The two questions of every survey, the second about what has happened since; between regrets and thanks. */
function asking({ administration, language, lambdas }: LaterSurveyFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).survey;
  const agent = routingStart(administration);
  const common = { lambdas, kind: 'later', zero: agent } as const;
  const offering: Actions<'CONTACT_FLOW'> = { 'note-survey': noteSurvey('ask-quality') };
  return joined(
    offering,
    menu({
      name: 'tell-reason',
      says: speech(texts.laterReason),
      keys: { '0': agent, '1': 'note-survey' },
      silence: 'note-survey',
      otherKey: 'note-survey',
      error: agent,
    }),
    askQuestion({
      ...common,
      question: 'quality',
      says: [texts.quality],
      saysAgain: [texts.again, texts.quality],
      next: 'ask-answered',
    }),
    askQuestion({
      ...common,
      question: 'answered',
      says: [texts.answeredSince],
      saysAgain: [texts.again, texts.answeredSince],
      next: 'thank',
    }),
    menu({
      name: 'thank',
      says: speech(texts.laterThanks),
      keys: { '0': agent },
      silence: 'say-goodbye',
      otherKey: 'say-goodbye',
      error: agent,
    }),
  );
}

function farewells(language: Language): Actions<'CONTACT_FLOW'> {
  const { survey, position } = flowTexts(language);
  return {
    'say-never-again': farewell(survey.neverAgain),
    'say-never-again-fault': farewell(survey.neverAgainFault),
    'say-call-again': farewell(position.callAgain),
    'say-goodbye': farewell(survey.laterGoodbye),
    'hang-up': disconnect(),
  };
}
