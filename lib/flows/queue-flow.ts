import type { Language } from '../../domain/administration/language.ts';
import { bookingDialogue, chooseHourStart, keepPlaceStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import type { PlaceCallback } from './kept-place.ts';
import { announcement, menu } from './listening.ts';
import { endFlow } from './queueing.ts';
import { attribute, external } from './references.ts';
import { remember, speakLanguage } from './settings.ts';
import { playAgainAndAgain, say } from './speaking.ts';
import { pause, speech } from './speech.ts';

/** Position and wait are told again this often. */
const updateEverySeconds = 60;

const told = external('tellPosition', 'announcement');

/** The queue: position and wait at once and every minute; when the wait is long, a callback, every few minutes. */
export function queueFlow(name: string, language: Language, lambdas: LambdaArns, place: PlaceCallback): FlowDocument {
  return flow(
    name,
    'CUSTOMER_QUEUE',
    speakLanguage(language, 'tell-position'),
    { 'tell-position': tellPosition(language, lambdas, { next: 'remember-position', error: 'wait' }) },
    waiting(language),
    update(language, lambdas),
    bookingDialogue({
      language,
      lambdas,
      dialogue: '2',
      place,
      leave: 'resume-waiting',
      promised: 'end-booking',
    }),
  );
}

function tellPosition(language: Language, lambdas: LambdaArns, branches: { next: string; error: string }) {
  return invoke(lambdas, {
    lambda: 'tellPosition',
    parameters: {
      queue: attribute('queue'),
      stage: 'queued',
      announcedWaitSeconds: attribute('announcedWaitSeconds'),
      firstAnnouncedWaitSeconds: attribute('firstAnnouncedWaitSeconds'),
      announcedAhead: attribute('announcedAhead'),
      queuedAt: attribute('queuedAt'),
      offeredAt: attribute('offeredAt'),
      language,
    },
    ...branches,
  });
}

/** A playlist longer than the interval, so that no figure is repeated before it is computed anew. */
function waiting(language: Language): Actions<'CUSTOMER_QUEUE'> {
  const texts = flowTexts(language).position;
  const reassurance = [pause(10), speech(texts.stillInQueue)];
  return {
    'remember-position': remember({
      attributes: {
        announcedWaitSeconds: external('tellPosition', 'announcedWaitSeconds'),
        firstAnnouncedWaitSeconds: external('tellPosition', 'firstAnnouncedWaitSeconds'),
        offerReason: external('tellPosition', 'offerReason'),
        announcedAhead: external('tellPosition', 'announcedAhead'),
        queuedAt: external('tellPosition', 'queuedAt'),
        queueAnnouncement: told,
      },
      next: 'wait',
      error: 'wait',
    }),
    wait: playAgainAndAgain({
      messages: [
        speech(attribute('queueAnnouncement')),
        ...Array.from({ length: 5 }, () => reassurance).flat(),
        pause(10),
      ],
      interrupt: { everySeconds: updateEverySeconds, next: 'update-position' },
      error: 'wait-plainly',
    }),
    'wait-plainly': playAgainAndAgain({ messages: [speech(texts.pleaseWait), pause(10)], error: 'stay-in-queue' }),
    'stay-in-queue': endFlow(),
  };
}

/** The playlist starts again after it, from its first message: by then that one must not repeat an old figure. */
function update(language: Language, lambdas: LambdaArns): Actions<'CUSTOMER_QUEUE'> {
  const { callback, position } = flowTexts(language);
  const resume = 'resume-waiting';
  const updating: Actions<'CUSTOMER_QUEUE'> = {
    'update-position': tellPosition(language, lambdas, { next: 'remember-update', error: resume }),
    'remember-update': remember({
      attributes: {
        announcedWaitSeconds: external('tellPosition', 'announcedWaitSeconds'),
        firstAnnouncedWaitSeconds: external('tellPosition', 'firstAnnouncedWaitSeconds'),
        offerReason: external('tellPosition', 'offerReason'),
        announcedAhead: external('tellPosition', 'announcedAhead'),
        queuedAt: external('tellPosition', 'queuedAt'),
        offeredAt: external('tellPosition', 'offeredAt'),
      },
      next: 'what-is-offered',
      error: 'what-is-offered',
    }),
    'what-is-offered': equals({
      value: external('tellPosition', 'offer'),
      cases: { both: 'offer-callback', hour: 'offer-hour' },
      otherwise: 'were-keys-told',
    }),
    // Once a call: what the keys do that are heard everywhere, then the position as at every update.
    'were-keys-told': equals({
      value: attribute('keysTold'),
      cases: { no: 'remember-keys' },
      otherwise: 'say-position',
    }),
    'remember-keys': remember({ attributes: { keysTold: 'yes' }, next: 'tell-keys', error: 'tell-keys' }),
    'say-position': say({ says: speech(told), next: resume, error: resume }),
    [resume]: remember({
      attributes: { queueAnnouncement: position.pleaseWait },
      next: 'stay-in-queue',
      error: 'stay-in-queue',
    }),
  };
  const waits = { silence: resume, otherKey: resume, error: resume };
  const keysOfBoth = { '1': keepPlaceStart, '2': chooseHourStart, '0': resume };
  return joined(
    updating,
    announcement({
      name: 'tell-keys',
      says: speech(position.keys),
      keys: { '0': 'say-position' },
      silence: 'say-position',
      otherKey: 'say-position',
      error: 'say-position',
    }),
    menu({ name: 'offer-callback', says: speech(told, callback.offer), keys: keysOfBoth, ...waits }),
    menu({
      name: 'offer-hour',
      says: speech(told, callback.offerHour),
      keys: { '2': chooseHourStart, '0': resume },
      ...waits,
    }),
  );
}
