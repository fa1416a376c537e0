import type { Language } from '../../domain/administration/language.ts';
import { chooseHourStart, keepPlaceStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { informationSms } from './information-sms.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu, menuTwice } from './listening.ts';
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
  /** Whether there is a service for deaf callers, whose name and number are sent by SMS. */
  accessible: boolean;
}

const told = external('tellPosition', 'announcement');

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
      firstAnnouncedWaitSeconds: attribute('firstAnnouncedWaitSeconds'),
      announcedAhead: attribute('announcedAhead'),
      offeredAt: attribute('offeredAt'),
      language,
    },
    ...branches,
  });
}

/** The line is open: the wait is told before the queue is entered, and a callback is offered when it is long. Starts at `tell-arrival`. */
export function openArrival(arrival: Arrival): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(arrival.language);
  const { enterQueue } = arrival;
  const telling: Actions<'CONTACT_FLOW'> = {
    'tell-arrival': tellPosition(arrival, 'arrival', { next: 'remember-wait', error: 'say-putting-through' }),
    'remember-wait': remember({
      attributes: {
        announcedWaitSeconds: external('tellPosition', 'announcedWaitSeconds'),
        firstAnnouncedWaitSeconds: external('tellPosition', 'firstAnnouncedWaitSeconds'),
        announcedAhead: external('tellPosition', 'announcedAhead'),
        offeredAt: external('tellPosition', 'offeredAt'),
        offerReason: external('tellPosition', 'offerReason'),
      },
      next: 'what-is-offered',
      error: 'what-is-offered',
    }),
    'what-is-offered': equals({
      value: external('tellPosition', 'offer'),
      cases: { both: 'offer-callback', hour: 'offer-hour' },
      // The queue tells place and wait at once.
      otherwise: enterQueue,
    }),
    'say-putting-through': say({ says: speech(texts.position.puttingThrough), next: enterQueue, error: enterQueue }),
  };
  const waits = { silence: enterQueue, otherKey: enterQueue, error: enterQueue };
  return joined(
    telling,
    menu({
      name: 'offer-callback',
      says: speech(told, texts.callback.offer),
      keys: { '1': keepPlaceStart, '2': chooseHourStart, '0': enterQueue },
      ...waits,
    }),
    menu({
      name: 'offer-hour',
      says: speech(told, texts.callback.offerHour),
      keys: { '2': chooseHourStart, '0': enterQueue },
      ...waits,
    }),
  );
}

/** The line is closed: when it opens is told, and an hour is offered. Starts at `remember-closed`. */
export function closedArrival(arrival: Arrival): Actions<'CONTACT_FLOW'> {
  const { language, lambdas, goodbye, callAgain, accessible } = arrival;
  const { position, callback } = flowTexts(language);
  const offer = accessible ? [callback.offerWhenClosed, position.offerAccessibility] : [callback.offerWhenClosed];
  const keys = { '2': chooseHourStart, ...(accessible ? { '3': 'send-accessibility' } : {}) };
  const telling: Actions<'CONTACT_FLOW'> = {
    'remember-closed': remember({
      attributes: { canWait: 'no', stage: 'closed', offerReason: 'closed' },
      next: 'tell-closed',
      error: 'tell-closed',
    }),
    'tell-closed': tellPosition(arrival, 'closed', {
      next: 'are-hours-offered',
      error: 'offer-when-hours-unknown',
    }),
    'are-hours-offered': equals({
      value: external('tellPosition', 'offer'),
      cases: { hour: 'offer-when-closed' },
      otherwise: 'offer-when-hours-unknown',
    }),
  };
  return joined(
    telling,
    menuTwice({
      name: 'offer-when-closed',
      says: speech(told, ...offer),
      keys,
      silence: goodbye,
      otherKey: goodbye,
      error: goodbye,
    }),
    menu({
      name: 'offer-when-hours-unknown',
      says: speech(position.closed, ...offer),
      keys,
      silence: callAgain,
      otherKey: callAgain,
      error: callAgain,
    }),
    accessible
      ? informationSms({
          name: 'send-accessibility',
          text: 'accessibility',
          language,
          lambdas,
          next: goodbye,
          // The way to another service: this line stays closed to who asks for it.
          informs: false,
        })
      : {},
  );
}
