import type { Administration } from '../../domain/administration/administration.ts';
import type { Language } from '../../domain/administration/language.ts';
import { agentRouting, routingStart } from './agent-routing.ts';
import { equals, lessThan } from './branching.ts';
import { flow, type Actions } from './flow.ts';
import type { FlowDocument } from './flow-language.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { movingTheBooking } from './moving.ts';
import { namedBooking } from './promise-attributes.ts';
import type { HookFlows } from './queue-hooks.ts';
import { disconnect, queuePriority } from './queueing.ts';
import { attribute, callerNumber, external } from './references.ts';
import { logging, remember, speakLanguage } from './settings.ts';
import { farewell, say } from './speaking.ts';
import { filled, speech } from './speech.ts';
import { spoken } from './subjects.ts';

export interface CallbackAnsweredFlow {
  administration: Administration;
  language: Language;
  lambdas: LambdaArns;
  queues: Record<string, string>;
  hooks: HookFlows;
}

/**
 * A person, or a machine, has picked up our callback. One sentence says who calls, without the code, which a voicemail would keep;
 * a key proves that a person listens, and then the code proves that it is we.
 */
export function callbackAnsweredFlow(name: string, options: CallbackAnsweredFlow): FlowDocument {
  const { language, lambdas } = options;
  return flow(
    name,
    'CONTACT_FLOW',
    speakLanguage(language, 'stop-logging'),
    { 'stop-logging': logging('Disabled', 'greet') },
    calling(options),
    answered(options),
    movingTheBooking({
      language,
      lambdas,
      number: callerNumber,
      moved: 'say-booked-goodbye',
      stay: 'note-answered',
    }),
    agentRouting({ ...options, noQueue: 'say-no-agent-now' }),
    farewells(options),
  );
}

/** After the last attempt's silence the call is put through all the same: some people cannot press a key. */
function calling({ administration, language }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const says = speech(texts.calling(spoken(administration.spokenName, language)));
  const keys = { '1': 'note-answered', '2': 'note-answered-busy', '0': 'note-answered' } as const;
  const calledAgain: Actions<'CONTACT_FLOW'> = {
    'will-we-call-again': lessThan({
      value: attribute('attempt'),
      limit: administration.callback.attempts,
      next: 'say-calling-again',
      otherwise: 'note-answered',
    }),
  };
  return joined(
    menu({ name: 'greet', says, keys, silence: 'greet-again', otherKey: 'note-answered', error: 'note-answered' }),
    menu({
      name: 'greet-again',
      says,
      keys,
      silence: 'will-we-call-again',
      otherKey: 'note-answered',
      error: 'note-answered',
    }),
    calledAgain,
  );
}

/** A booking that has changed since it was dialled is none of this call's any more. */
const isCurrent = (otherwise: string) =>
  equals({ value: external('noteOutcome', 'status'), cases: { stale: 'say-stale' }, otherwise });

function answered({ administration, language, lambdas }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const note = (next: string, error: string) =>
    invoke(lambdas, {
      lambda: 'noteOutcome',
      parameters: {
        outcome: 'answered',
        ...namedBooking,
      },
      next,
      error,
    });
  return {
    'note-answered': note('is-booking-current', 'say-code'),
    'is-booking-current': isCurrent('say-code'),
    'say-code': say({
      says: speech(filled(texts.code, attribute('spokenCode'))),
      next: 'go-first',
      error: 'go-first',
    }),
    'go-first': queuePriority(1, 'remember-no-dialogue'),
    'remember-no-dialogue': remember({
      attributes: { booking: 'none', stage: 'arrival' },
      next: routingStart(administration),
      error: routingStart(administration),
    }),
    'note-answered-busy': note('is-booking-current-when-busy', 'say-code'),
    'is-booking-current-when-busy': isCurrent('begin-choice-anew'),
  };
}

function farewells({ administration, language }: CallbackAnsweredFlow): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  return {
    'say-calling-again': farewell(texts.callingAgain(spoken(administration.spokenName, language))),
    'say-stale': farewell(texts.stale),
    'say-no-agent-now': farewell(texts.noAgentNow),
    'say-booked-goodbye': farewell(texts.bookedGoodbye),
    'hang-up': disconnect(),
  };
}
