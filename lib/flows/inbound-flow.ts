import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { leafSubjects } from '../../domain/administration/subjects.ts';
import { newCall } from '../../domain/reporting/new-call.ts';
import { closedArrival, openArrival } from './arrival.ts';
import { bookingDialogue, chooseHourStart } from './booking-dialogue.ts';
import { equals } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { greeting, languageChoices } from './greeting.ts';
import type { LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { firstHook, setHooks, type HookFlows } from './queue-hooks.ts';
import type { PlaceCallback } from './kept-place.ts';
import { disconnect, targetQueue, transferToFlow, transferToQueue } from './queueing.ts';
import { attribute } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { say } from './speaking.ts';
import { plainSpeech, speech } from './speech.ts';
import { subjectKeys, subjectMenu } from './subject-menu.ts';
import { agentReason, arnOf, firstQueueSubject } from './subjects.ts';
import { usualRate } from './voices.ts';

export interface InboundFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  hours: Record<string, string>;
  hooks: HookFlows;
  /** Hooks whose flows read nothing, for a caller about whom nothing could be remembered. */
  plainHooks: HookFlows;
  surveyArn: string;
  promiseArn: string;
  place: PlaceCallback;
  /** The flows of arrival in the other languages; of none but in the first one. */
  otherLanguages: Partial<Record<Language, string>>;
}

/** What a caller hears who dials the line: greeting and subjects, then the wait or the closed hours, then a queue or a booking. */
export function inboundFlow(name: string, options: InboundFlow): FlowDocument {
  const { administration, language, lambdas } = options;
  const enterQueue = firstHook(options.hooks, 'set');
  const accessible = administration.accessibility !== undefined;
  const arrival = { language, lambdas, enterQueue, goodbye: 'say-goodbye', callAgain: 'say-call-again', accessible };
  const keys = { ...subjectKeys(administration), '#': 'go-to-promise' };
  const languages = Object.fromEntries(Object.keys(options.otherLanguages).map((other) => [other, `speak-${other}`]));
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging-on-arrival'),
    rememberArrival(administration, language),
    greeting({
      administration,
      language,
      lambdas,
      keys,
      otherLanguages: languages,
      promised: 'go-to-promise',
      next: 'choose-subject',
    }),
    subjectMenu({
      ...options,
      open: 'tell-arrival',
      closed: 'remember-closed',
      informed: asksAfterInformation(administration) ? 'go-to-survey' : 'say-goodbye',
      goodbye: 'say-goodbye',
      noQueue: 'tell-queue-fault',
      otherKeys: { '#': 'go-to-promise', ...languageChoices(administration, languages) },
    }),
    openArrival(arrival),
    closedArrival(arrival),
    bookingDialogue({
      language,
      lambdas,
      dialogue: '1',
      place: options.place,
      leave: 'can-wait',
      promised: 'go-to-promise',
    }),
    { 'can-wait': equals({ value: attribute('canWait'), cases: { no: 'say-call-again' }, otherwise: enterQueue }) },
    setHooks(options.hooks, 'set', 'enter-queue'),
    enteringQueue(language),
    withoutMemory(options),
    endings(options),
  );
}

/** Everything that a later action reads is set before the first word, so that no failure leaves it unset. */
function rememberArrival(administration: Administration, language: Language): Actions<'CONTACT_FLOW'> {
  const subject = firstQueueSubject(administration);
  const empty = {
    announcedWaitSeconds: '',
    announcedAhead: '',
    queuedAt: '',
    offeredAt: '',
    wish: '',
    spokenCode: '',
    callerKey: '',
    bookingId: '',
    revision: '',
    promiseAnnouncement: '',
    promiseStatus: '',
    callbackNumber: '',
  } as const;
  const remembering = (error: string) =>
    remember({
      attributes: {
        administration: administration.id,
        language,
        speechRate: usualRate,
        queue: subject.queue,
        subject: subject.id,
        reason: agentReason(subject),
        canWait: 'yes',
        booking: 'none',
        promise: 'none',
        resumes: 'no',
        keysTold: 'no',
        ...newCall,
        queueAnnouncement: flowTexts(language).position.pleaseWait,
        ...empty,
      },
      next: 'find-promise',
      error,
    });
  return {
    'stop-logging-on-arrival': logging('Disabled', 'remember-arrival'),
    'remember-arrival': remembering('remember-arrival-again'),
    'remember-arrival-again': remembering('say-putting-through-plainly'),
  };
}

/** A queue that is full or fails still ends in a promise: an hour is offered. */
function enteringQueue(language: Language): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const promise = 'remember-no-queue';
  return {
    'enter-queue': transferToQueue({ atCapacity: 'tell-capacity', error: 'tell-queue-fault' }),
    'tell-capacity': say({ says: speech(texts.atCapacity), next: promise, error: promise }),
    'tell-queue-fault': say({ says: speech(texts.fault), next: promise, error: promise }),
    [promise]: remember({ attributes: { canWait: 'no' }, next: chooseHourStart, error: chooseHourStart }),
  };
}

/** Attributes cannot be set at all: the caller reaches a human all the same, without the menu. */
function withoutMemory({ administration, language, queues, plainHooks }: InboundFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const toQueue: Actions<'CONTACT_FLOW'> = {
    'say-putting-through-plainly': say({
      says: plainSpeech(texts.puttingThrough),
      next: 'target-queue-plainly',
      error: 'target-queue-plainly',
    }),
    'target-queue-plainly': targetQueue({
      queueArn: arnOf(queues, firstQueueSubject(administration).queue),
      next: firstHook(plainHooks, 'set-plain'),
      error: 'say-call-again-plainly',
    }),
    'enter-queue-plainly': transferToQueue({
      atCapacity: 'say-call-again-plainly',
      error: 'say-call-again-plainly',
    }),
    'say-call-again-plainly': say({ says: plainSpeech(texts.callAgain), next: 'hang-up', error: 'hang-up' }),
  };
  return joined(setHooks(plainHooks, 'set-plain', 'enter-queue-plainly'), toQueue);
}

function endings({
  administration,
  language,
  surveyArn,
  promiseArn,
  otherLanguages,
}: InboundFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).position;
  const survey: Actions<'CONTACT_FLOW'> = asksAfterInformation(administration)
    ? { 'go-to-survey': transferToFlow({ flowArn: surveyArn, error: 'say-goodbye' }) }
    : {};
  const languages = Object.entries(otherLanguages).map(([other, flowArn]): Actions<'CONTACT_FLOW'> => ({
    [`speak-${other}`]: transferToFlow({ flowArn, error: 'choose-subject' }),
  }));
  const farewells: Actions<'CONTACT_FLOW'> = {
    'go-to-promise': transferToFlow({ flowArn: promiseArn, error: 'choose-subject' }),
    'say-call-again': say({ says: speech(texts.callAgain), next: 'hang-up', error: 'hang-up' }),
    'say-goodbye': say({ says: speech(texts.goodbye), next: 'hang-up', error: 'hang-up' }),
    'hang-up': disconnect(),
  };
  return joined(farewells, ...languages, survey);
}

const asksAfterInformation = (administration: Administration): boolean =>
  administration.survey.afterInformation &&
  leafSubjects(administration).some(({ subject }) => 'information' in subject);
