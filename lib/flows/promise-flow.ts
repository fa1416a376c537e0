import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { agentRouting } from './agent-routing.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import type { LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { announcement, menuTwice } from './listening.ts';
import { movingTheBooking } from './moving.ts';
import { cancellingPromise, keepingPromise } from './promise-keeping.ts';
import { recognisingPromise } from './promise-recognition.ts';
import { speakingNow } from './promise-speaking-now.ts';
import type { HookFlows } from './queue-hooks.ts';
import { disconnect } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, speakLanguage } from './settings.ts';
import { farewell } from './speaking.ts';
import { speech } from './speech.ts';

interface PromiseFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  hours: Record<string, string>;
  hooks: HookFlows;
}

/**
 * Somebody to whom a callback is promised rings: it is kept, moved or cancelled, or an agent speaks now. The caller ID has recognised
 * the caller, or the number and the code of the promise do.
 */
export function promiseFlow(name: string, options: PromiseFlow): FlowDocument {
  const { language, lambdas } = options;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'is-promise-known') },
    recognisingPromise(options),
    choosing(options),
    cancellingPromise(options),
    movingTheBooking({
      language,
      lambdas,
      number: attribute('callbackNumber'),
      moved: 'say-booked-goodbye',
      stay: 'say-kept',
    }),
    keepingPromise(options),
    speakingNow(options),
    agentRouting({ ...options, noQueue: 'say-no-agent' }),
    farewells(options),
  );
}

function choosing({ language }: PromiseFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const keys = { '1': 'say-kept', '2': 'begin-choice-anew', '3': 'confirm-cancel', '0': 'remember-speaking-now' };
  const kept = { otherKey: 'say-kept', error: 'say-kept' };
  return joined(
    announcement({
      name: 'tell-promise',
      says: speech(attribute('promiseAnnouncement')),
      keys,
      silence: 'what-to-do',
      otherKey: 'what-to-do',
      error: 'what-to-do',
    }),
    menuTwice({
      name: 'what-to-do',
      says: speech(texts.whatToDo),
      again: 'tell-promise',
      keys,
      silence: 'say-kept',
      ...kept,
    }),
  );
}

function farewells({ language }: PromiseFlow): Actions<'CONTACT_FLOW'> {
  const { callback, position } = flowTexts(language);
  return {
    'say-closed': farewell(`${position.closed} ${position.callAgain}`),
    'say-no-agent': farewell(`${position.fault} ${position.callAgain}`),
    'say-booked-goodbye': farewell(callback.bookedGoodbye),
    'hang-up': disconnect(),
  };
}
