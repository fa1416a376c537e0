import type { Language } from '../../domain/administration/language.ts';
import { bookingDialogueStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { menu } from './listening.ts';
import { attribute, external } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

interface Arrival {
  language: Language;
  lambdas: LambdaArns;
  enterQueue: string;
  goodbye: string;
  /** Says how to call again, and ends. */
  callAgain: string;
}

const announcement = external('tellPosition', 'announcement');

function tellPosition(
  { language, lambdas }: Arrival,
  stage: 'arrival' | 'closed',
  branches: { next: string; error: string },
) {
  return invoke(lambdas, {
    lambda: 'tellPosition',
    parameters: {
      queue: attribute('queue'),
      stage,
      announcedWaitSeconds: attribute('announcedWaitSeconds'),
      language,
    },
    ...branches,
  });
}

/** The line is open: the wait is told before the queue is entered, and an hour is offered when it is long. Starts at `tell-arrival`. */
export function openArrival(arrival: Arrival): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(arrival.language);
  const { enterQueue } = arrival;
  return {
    'tell-arrival': tellPosition(arrival, 'arrival', { next: 'remember-wait', error: 'say-putting-through' }),
    'remember-wait': remember({
      attributes: { announcedWaitSeconds: external('tellPosition', 'announcedWaitSeconds') },
      next: 'is-callback-offered',
      error: 'is-callback-offered',
    }),
    'is-callback-offered': equals({
      value: external('tellPosition', 'offer'),
      cases: { yes: 'offer-callback' },
      // The queue tells place and wait at once.
      otherwise: enterQueue,
    }),
    'offer-callback': menu({
      says: speech(announcement, texts.callback.offer),
      keys: { '2': bookingDialogueStart, '0': enterQueue, '*': 'offer-callback' },
      silence: enterQueue,
      otherKey: enterQueue,
      error: enterQueue,
    }),
    'say-putting-through': say({ says: speech(texts.position.puttingThrough), next: enterQueue, error: enterQueue }),
  };
}

/** The line is closed: when it opens is told, and an hour is offered. Starts at `remember-closed`. */
export function closedArrival(arrival: Arrival): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(arrival.language);
  const { goodbye, callAgain } = arrival;
  const keys = { '2': bookingDialogueStart };
  return {
    'remember-closed': remember({ attributes: { canWait: 'no' }, next: 'tell-closed', error: 'tell-closed' }),
    'tell-closed': tellPosition(arrival, 'closed', {
      next: 'is-callback-offered-when-closed',
      error: 'offer-when-hours-unknown',
    }),
    'is-callback-offered-when-closed': equals({
      value: external('tellPosition', 'offer'),
      cases: { yes: 'offer-when-closed', no: 'say-closed' },
      otherwise: 'offer-when-hours-unknown',
    }),
    'offer-when-closed': menu({
      says: speech(announcement, texts.callback.offerWhenClosed),
      keys: { ...keys, '*': 'offer-when-closed' },
      silence: 'offer-when-closed-again',
      otherKey: 'offer-when-closed-again',
      error: 'say-closed',
    }),
    'offer-when-closed-again': menu({
      says: speech(announcement, texts.callback.offerWhenClosed),
      keys,
      silence: goodbye,
      otherKey: goodbye,
      error: goodbye,
    }),
    'say-closed': say({ says: speech(announcement), next: goodbye, error: goodbye }),
    'offer-when-hours-unknown': menu({
      says: speech(texts.position.closed, texts.callback.offerWhenClosed),
      keys: { ...keys, '*': 'offer-when-hours-unknown' },
      silence: callAgain,
      otherKey: callAgain,
      error: callAgain,
    }),
  };
}
