import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { equals, startsWith } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { digits } from './listening.ts';
import { foundPromise } from './promise-attributes.ts';
import { speakingNowStart } from './promise-speaking-now.ts';
import { attribute, external, keyedInput } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';
import { firstQueueSubject } from './subjects.ts';

/** Nothing is recognised: an agent is asked for. */
const toAgent = 'remember-no-promise';

interface PromiseRecognition {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
}

/** For the reports: what is promised to this caller is told now. */
const noteTold = (next: string) => remember({ attributes: { stage: 'promise' }, next, error: next });

/**
 * The number, then the code: what is wrong sounds the same whether there is such a promise or not; three failures lead to an agent.
 * Starts at `is-promise-known`.
 */
export function recognisingPromise({ administration, language, lambdas }: PromiseRecognition): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const asking: Actions<'CONTACT_FLOW'> = {
    'is-promise-known': equals({
      value: attribute('promiseStatus'),
      cases: { booked: 'note-telling', queued: 'note-telling', missed: 'note-telling' },
      otherwise: 'is-number-known',
    }),
    'note-telling': noteTold('tell-promise'),
    // Keyed in a moment ago, and read back.
    'is-number-known': startsWith({
      value: attribute('callbackNumber'),
      text: '+',
      next: 'ask-code',
      otherwise: 'ask-number',
    }),
    'check-number': invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: keyedInput, language },
      next: 'remember-number',
      error: toAgent,
    }),
    'remember-number': remember({
      attributes: { callbackNumber: external('checkNumber', 'number') },
      next: 'ask-code',
      error: toAgent,
    }),
    [toAgent]: remember({
      // Unless the queue turns out to be open.
      attributes: { queue: firstQueueSubject(administration).queue, resumes: 'no', stage: 'closed' },
      next: speakingNowStart(administration),
      error: speakingNowStart(administration),
    }),
  };
  const question = (name: string, text: string, most: number, keyed: string): Actions<'CONTACT_FLOW'> =>
    digits({ name, says: speech(text), most, keyed, zero: toAgent, silence: toAgent, error: toAgent });
  return joined(
    asking,
    finding(language, lambdas),
    question('ask-number', texts.enterPromisedNumber, 15, 'check-number'),
    // One more than a code has: the hash key that ends it must not be heard by what comes next.
    question('ask-code', texts.enterCode, 4, 'find-promise'),
  );
}

function finding(language: Language, lambdas: LambdaArns): Actions<'CONTACT_FLOW'> {
  return {
    'find-promise': invoke(lambdas, {
      lambda: 'findBooking',
      parameters: { number: attribute('callbackNumber'), code: keyedInput, language },
      next: 'is-promise-found',
      error: toAgent,
    }),
    'is-promise-found': equals({
      value: external('findBooking', 'status'),
      cases: {
        booked: 'remember-promise',
        queued: 'remember-promise',
        missed: 'remember-promise',
        underWay: 'note-under-way',
        unknown: 'say-unknown',
        refused: 'say-refused',
      },
      otherwise: toAgent,
    }),
    'remember-promise': remember({
      attributes: { ...foundPromise, stage: 'promise' },
      next: 'tell-promise',
      error: toAgent,
    }),
    'note-under-way': noteTold('say-under-way'),
    'say-under-way': say({
      says: speech(external('findBooking', 'announcement')),
      next: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    }),
    'say-unknown': say({
      says: speech(external('findBooking', 'announcement')),
      next: 'ask-number',
      error: toAgent,
    }),
    'say-refused': say({ says: speech(external('findBooking', 'announcement')), next: toAgent, error: toAgent }),
  };
}
