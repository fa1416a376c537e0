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

interface PromiseRecognition {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
}

/**
 * The number, then the code: what is wrong sounds the same whether there is such a promise or not; three failures lead to an agent.
 * Starts at `is-promise-known`.
 */
export function recognisingPromise({ administration, language, lambdas }: PromiseRecognition): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const toAgent = 'remember-no-promise';
  const asking: Actions<'CONTACT_FLOW'> = {
    'is-promise-known': equals({
      value: attribute('promiseStatus'),
      cases: { booked: 'tell-promise', queued: 'tell-promise', missed: 'tell-promise' },
      otherwise: 'is-number-known',
    }),
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
        underWay: 'say-under-way',
        unknown: 'say-unknown',
        refused: 'say-refused',
      },
      otherwise: toAgent,
    }),
    'remember-promise': remember({ attributes: foundPromise, next: 'tell-promise', error: toAgent }),
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
    [toAgent]: remember({
      attributes: { queue: firstQueueSubject(administration).queue, resumes: 'no' },
      next: speakingNowStart(administration),
      error: speakingNowStart(administration),
    }),
  };
  const question = (name: string, text: string, most: number, keyed: string): Actions<'CONTACT_FLOW'> =>
    digits({ name, says: speech(text), most, keyed, zero: toAgent, silence: toAgent, error: toAgent });
  return joined(
    asking,
    question('ask-number', texts.enterPromisedNumber, 15, 'check-number'),
    // One more than a code has: the hash key that ends it must not be heard by what comes next.
    question('ask-code', texts.enterCode, 4, 'find-promise'),
  );
}
