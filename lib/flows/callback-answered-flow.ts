import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { equals, lessThan } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { firstHook, setHooks, type HookFlows } from './queue-hooks.ts';
import { disconnect, queuePriority, targetQueue, transferToQueue } from './queueing.ts';
import { attribute, external } from './references.ts';
import { remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { filled, speech } from './speech.ts';
import { arnOf, firstQueueSubject, spoken } from './subject-menu.ts';

interface CallbackAnsweredFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  hooks: HookFlows;
}

/** A person, or a machine, has picked up our callback: we prove who we are, and a key proves that a person listens. */
export function callbackAnsweredFlow(name: string, options: CallbackAnsweredFlow): FlowDocument {
  const { language } = options;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'greet'),
    greeting(options),
    answered(options),
    routing(options),
  );
}

/** After the last attempt's silence the call is put through all the same: some people cannot press a key. */
function greeting({ administration, language }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const name = spoken(administration.spokenName, language);
  const says = speech(texts.calling(name), filled(texts.codeAndKey, attribute('spokenCode')));
  const keys = { '1': 'note-answered', '0': 'note-answered', '*': 'greet' };
  return {
    greet: menu({ says, keys, silence: 'greet-again', otherKey: 'note-answered', error: 'note-answered' }),
    'greet-again': menu({
      says,
      keys,
      silence: 'will-we-call-again',
      otherKey: 'note-answered',
      error: 'note-answered',
    }),
    'will-we-call-again': lessThan({
      value: attribute('attempt'),
      limit: administration.callback.attempts,
      next: 'say-calling-again',
      otherwise: 'note-answered',
    }),
    'say-calling-again': say({ says: speech(texts.callingAgain(name)), next: 'hang-up', error: 'hang-up' }),
    'hang-up': disconnect(),
  };
}

function answered({ language, lambdas, hooks }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const othersThanAgentWhisper = hooks.filter(({ hook }) => hook !== 'AgentWhisper');
  return {
    'note-answered': invoke(lambdas, {
      lambda: 'noteOutcome',
      parameters: {
        outcome: 'answered',
        callerKey: attribute('callerKey'),
        bookingId: attribute('bookingId'),
        revision: attribute('revision'),
      },
      next: 'is-booking-current',
      error: 'go-first',
    }),
    'is-booking-current': equals({
      value: external('noteOutcome', 'status'),
      cases: { stale: 'say-stale' },
      otherwise: 'go-first',
    }),
    'say-stale': say({ says: speech(texts.stale), next: 'hang-up', error: 'hang-up' }),
    'go-first': queuePriority(1, 'remember-no-dialogue'),
    'remember-no-dialogue': remember({
      attributes: { booking: 'none' },
      next: firstHook(hooks, 'set'),
      error: firstHook(othersThanAgentWhisper, 'set'),
    }),
  };
}

const target = (queueId: string) => `target-queue-${queueId}`;

/** Queue ids of the YAML are known at synthesis, so each has its branch; what is unknown goes to the first queue. */
function routing({ administration, language, queues, hooks }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const ids = Object.keys(administration.queues);
  const targets = ids.map((id) => ({
    [target(id)]: targetQueue({ queueArn: arnOf(queues, id), next: 'enter-queue', error: 'say-no-agent-now' }),
  }));
  return joined(setHooks(hooks, 'set', 'which-queue'), ...targets, {
    'which-queue': equals({
      value: attribute('queue'),
      cases: Object.fromEntries(ids.map((id) => [id, target(id)])),
      otherwise: target(firstQueueSubject(administration).queue),
    }),
    'enter-queue': transferToQueue({ atCapacity: 'say-no-agent-now', error: 'say-no-agent-now' }),
    'say-no-agent-now': say({
      says: speech(flowTexts(language).callback.noAgentNow),
      next: 'hang-up',
      error: 'hang-up',
    }),
  });
}
