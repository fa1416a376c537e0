import type { Language } from '../../domain/administration/language.ts';
import { bookingDialogue, bookingDialogueStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { menu } from './listening.ts';
import { endFlow } from './queueing.ts';
import { attribute, external } from './references.ts';
import { remember, speakLanguage } from './settings.ts';
import { playAgainAndAgain, say } from './speaking.ts';
import { pause, speech } from './speech.ts';

/** Position and wait are told again this often. */
const updateEverySeconds = 60;

const announcement = external('tellPosition', 'announcement');

/** The queue: position and wait at once and every minute; when the wait is long, an hour to be called back. */
export function queueFlow(name: string, language: Language, lambdas: LambdaArns): FlowDocument {
  return flow(
    name,
    'CUSTOMER_QUEUE',
    speakLanguage(language, 'tell-position'),
    { 'tell-position': tellPosition(language, lambdas, { next: 'remember-position', error: 'wait' }) },
    waiting(language),
    update(language, lambdas),
    bookingDialogue({ language, lambdas, dialogue: '2', leave: 'resume-waiting' }),
  );
}

function tellPosition(language: Language, lambdas: LambdaArns, branches: { next: string; error: string }) {
  return invoke(lambdas, {
    lambda: 'tellPosition',
    parameters: {
      queue: attribute('queue'),
      stage: 'queued',
      announcedWaitSeconds: attribute('announcedWaitSeconds'),
      queuedAt: attribute('queuedAt'),
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
        queuedAt: external('tellPosition', 'queuedAt'),
        queueAnnouncement: announcement,
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
  const texts = flowTexts(language);
  const resume = 'resume-waiting';
  return {
    'update-position': tellPosition(language, lambdas, { next: 'remember-update', error: resume }),
    'remember-update': remember({
      attributes: {
        announcedWaitSeconds: external('tellPosition', 'announcedWaitSeconds'),
        queuedAt: external('tellPosition', 'queuedAt'),
      },
      next: 'is-callback-offered',
      error: 'is-callback-offered',
    }),
    'is-callback-offered': equals({
      value: external('tellPosition', 'offer'),
      cases: { yes: 'offer-callback' },
      otherwise: 'say-position',
    }),
    'say-position': say({ says: speech(announcement), next: resume, error: resume }),
    'offer-callback': menu({
      says: speech(announcement, texts.callback.offer),
      keys: { '2': bookingDialogueStart, '0': resume, '*': 'offer-callback' },
      silence: resume,
      otherKey: resume,
      error: resume,
    }),
    [resume]: remember({
      attributes: { queueAnnouncement: texts.position.pleaseWait },
      next: 'stay-in-queue',
      error: 'stay-in-queue',
    }),
  };
}
