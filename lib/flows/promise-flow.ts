import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { agentRouting, routingStart } from './agent-routing.ts';
import { checkHours, equals, startsWith, whichOf } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { foundPromise } from './greeting.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { announcement, digits, menu, menuTwice } from './listening.ts';
import { movingTheBooking } from './moving.ts';
import type { HookFlows } from './queue-hooks.ts';
import { disconnect, queuePriority } from './queueing.ts';
import { attribute, external, keyedInput } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { farewell, say } from './speaking.ts';
import { speech } from './speech.ts';
import { arnOf, firstQueueSubject } from './subjects.ts';

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
    recognising(options),
    choosing(options),
    cancelling(options),
    movingTheBooking({
      language,
      lambdas,
      number: attribute('callbackNumber'),
      moved: 'say-booked-goodbye',
      stay: 'say-kept',
    }),
    keeping(options),
    speakingNow(options),
    agentRouting({ ...options, noQueue: 'say-no-agent' }),
    farewells(options),
  );
}

/** The number, then the code: what is wrong sounds the same whether there is such a promise or not; three failures lead to an agent. */
function recognising({ administration, language, lambdas }: PromiseFlow): Actions<'CONTACT_FLOW'> {
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
      next: hoursStart(administration),
      error: hoursStart(administration),
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

function cancelling({ language, lambdas }: PromiseFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const cancelled: Actions<'CONTACT_FLOW'> = {
    'cancel-booking': invoke(lambdas, {
      lambda: 'cancelBooking',
      parameters: {
        callerKey: attribute('callerKey'),
        bookingId: attribute('bookingId'),
        revision: attribute('revision'),
        language,
      },
      next: 'tell-cancelled',
      error: 'tell-move-fault',
    }),
    'tell-cancelled': say({
      says: speech(external('cancelBooking', 'announcement')),
      next: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    }),
  };
  return joined(
    cancelled,
    menu({
      name: 'confirm-cancel',
      says: speech(texts.confirmCancel),
      keys: { '1': 'cancel-booking', '2': 'say-kept', '0': 'remember-speaking-now' },
      silence: 'say-kept',
      otherKey: 'say-kept',
      error: 'say-kept',
    }),
  );
}

/** The promise stands; who wishes no SMS may say so. */
function keeping({ language, lambdas }: PromiseFlow): Actions<'CONTACT_FLOW'> {
  const { callback, sms } = flowTexts(language);
  const goodbye = 'say-booked-goodbye';
  const stopping: Actions<'CONTACT_FLOW'> = {
    'stop-writing': invoke(lambdas, {
      lambda: 'stopWriting',
      parameters: { number: attribute('callbackNumber'), write: 'stop', language },
      next: 'tell-writing-stopped',
      error: goodbye,
    }),
    'tell-writing-stopped': say({
      says: speech(external('stopWriting', 'announcement')),
      next: goodbye,
      error: goodbye,
    }),
  };
  return joined(
    stopping,
    menu({
      name: 'say-kept',
      says: speech(callback.kept, sms.offerStop),
      keys: { '5': 'stop-writing', '0': 'remember-speaking-now' },
      silence: goodbye,
      otherKey: goodbye,
      error: goodbye,
    }),
  );
}

const check = (queueId: string) => `check-hours-${queueId}`;
const hoursStart = (administration: Administration): string =>
  Object.keys(administration.queues).length > 1 ? 'is-queue-open' : check(firstQueueSubject(administration).queue);

/** An agent now, in place of the promise; before new callers for whom we tried to reach. */
function speakingNow({ administration, lambdas, hours }: PromiseFlow): Actions<'CONTACT_FLOW'> {
  const ids = Object.keys(administration.queues);
  const checks = ids.map((id): Actions<'CONTACT_FLOW'> => ({
    [check(id)]: checkHours({
      hours: arnOf(hours, id),
      open: 'is-call-resuming',
      closed: 'say-closed',
      error: 'is-call-resuming',
    }),
  }));
  const now: Actions<'CONTACT_FLOW'> = {
    'remember-speaking-now': remember({
      attributes: { resumes: 'yes', booking: 'none' },
      next: hoursStart(administration),
      error: hoursStart(administration),
    }),
    ...whichOf({
      name: 'is-queue-open',
      value: attribute('queue'),
      values: ids,
      first: firstQueueSubject(administration).queue,
      target: check,
    }),
    'is-call-resuming': equals({
      value: attribute('resumes'),
      cases: { yes: 'note-resuming' },
      otherwise: 'was-call-missed',
    }),
    // Nobody rings this person for the promise while they wait here.
    'note-resuming': invoke(lambdas, {
      lambda: 'noteOutcome',
      parameters: {
        outcome: 'resuming',
        callerKey: attribute('callerKey'),
        bookingId: attribute('bookingId'),
        revision: attribute('revision'),
      },
      next: 'was-call-missed',
      error: 'was-call-missed',
    }),
    'was-call-missed': equals({
      value: attribute('promiseStatus'),
      cases: { missed: 'go-before-new-callers' },
      otherwise: routingStart(administration),
    }),
    'go-before-new-callers': queuePriority(2, routingStart(administration)),
  };
  return joined(now, ...checks);
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
