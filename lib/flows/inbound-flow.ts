import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { closedArrival, openArrival } from './arrival.ts';
import { bookingDialogue, bookingDialogueStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import type { LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { firstHook, setHooks, type HookFlows } from './queue-hooks.ts';
import { disconnect, targetQueue, transferToFlow, transferToQueue } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';
import { agentReason, arnOf, firstQueueSubject, subjectMenu } from './subject-menu.ts';

interface InboundFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  hours: Record<string, string>;
  hooks: HookFlows;
  /** Hooks whose flows read nothing, for a caller about whom nothing could be remembered. */
  plainHooks: HookFlows;
  surveyArn: string;
}

/** What a caller hears who dials the line: greeting and subjects, then the wait or the closed hours, then a queue or a booking. */
export function inboundFlow(name: string, options: InboundFlow): FlowDocument {
  const { administration, language, lambdas, queues, hours } = options;
  const enterQueue = firstHook(options.hooks, 'set');
  const arrival = { language, lambdas, enterQueue, goodbye: 'say-goodbye', callAgain: 'say-call-again' };
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'start-logging'),
    rememberArrival(administration, language),
    subjectMenu({
      administration,
      language,
      queues,
      hours,
      open: 'tell-arrival',
      closed: 'remember-closed',
      informed:
        administration.survey.afterInformation && hasInformation(administration) ? 'go-to-survey' : 'say-goodbye',
      noQueue: 'tell-queue-fault',
    }),
    openArrival(arrival),
    closedArrival(arrival),
    bookingDialogue({ language, lambdas, dialogue: '1', leave: 'can-wait' }),
    { 'can-wait': equals({ value: attribute('canWait'), cases: { no: 'say-call-again' }, otherwise: enterQueue }) },
    setHooks(options.hooks, 'set', 'enter-queue'),
    enteringQueue(language),
    withoutMemory(options),
    endings(options),
  );
}

const hasInformation = ({ subjects }: Administration) => subjects.some((subject) => 'information' in subject);

/** Everything that a later action reads is set before the first word, so that no failure leaves it unset. */
function rememberArrival(administration: Administration, language: Language): Actions<'CONTACT_FLOW'> {
  const subject = firstQueueSubject(administration);
  const remembering = (error: string) =>
    remember({
      attributes: {
        administration: administration.id,
        language,
        queue: subject.queue,
        subject: subject.id,
        reason: agentReason(subject, language),
        canWait: 'yes',
        booking: 'none',
        announcedWaitSeconds: '',
        queuedAt: '',
        queueAnnouncement: flowTexts(language).position.pleaseWait,
      },
      next: 'choose-subject',
      error,
    });
  return {
    'start-logging': logging('Enabled', 'remember-arrival'),
    'remember-arrival': remembering('remember-arrival-again'),
    'remember-arrival-again': remembering('say-putting-through-plainly'),
  };
}

/** A queue that is full or fails still ends in a promise: the booking dialogue. */
function enteringQueue(language: Language): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const promise = 'remember-no-queue';
  return {
    'enter-queue': transferToQueue({ atCapacity: 'tell-capacity', error: 'tell-queue-fault' }),
    'tell-capacity': say({ says: speech(texts.atCapacity), next: promise, error: promise }),
    'tell-queue-fault': say({ says: speech(texts.fault), next: promise, error: promise }),
    [promise]: remember({ attributes: { canWait: 'no' }, next: bookingDialogueStart, error: bookingDialogueStart }),
  };
}

/** Attributes cannot be set at all: the caller reaches a human all the same, without the menu. */
function withoutMemory({ administration, language, queues, plainHooks }: InboundFlow): Actions<'CONTACT_FLOW'> {
  return joined(setHooks(plainHooks, 'set-plain', 'enter-queue-plainly'), {
    'say-putting-through-plainly': say({
      says: speech(flowTexts(language).position.puttingThrough),
      next: 'target-queue-plainly',
      error: 'target-queue-plainly',
    }),
    'target-queue-plainly': targetQueue({
      queueArn: arnOf(queues, firstQueueSubject(administration).queue),
      next: firstHook(plainHooks, 'set-plain'),
      error: 'say-call-again',
    }),
    'enter-queue-plainly': transferToQueue({ atCapacity: 'say-call-again', error: 'say-call-again' }),
  });
}

function endings({ administration, language, surveyArn }: InboundFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const survey = administration.survey.afterInformation && hasInformation(administration);
  return {
    ...(survey ? { 'go-to-survey': transferToFlow({ flowArn: surveyArn, error: 'say-goodbye' }) } : {}),
    'say-call-again': say({ says: speech(texts.callAgain), next: 'hang-up', error: 'hang-up' }),
    'say-goodbye': say({ says: speech(texts.goodbye), next: 'hang-up', error: 'hang-up' }),
    'hang-up': disconnect(),
  };
}
