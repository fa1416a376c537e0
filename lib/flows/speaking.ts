import type { Action } from './flow-language.ts';
import { speech, type Speech } from './speech.ts';

/** Speaks; keys are not heard meanwhile. */
export function say(options: { says: Speech; next: string; error: string }): Action<'MessageParticipant'> {
  return {
    Type: 'MessageParticipant',
    Parameters: { ...options.says },
    Transitions: { NextAction: options.next, Errors: [{ NextAction: options.error, ErrorType: 'NoMatchingError' }] },
  };
}

/** Says goodbye and hangs up, by the action `hang-up`. */
export const farewell = (sentence: string): Action<'MessageParticipant'> =>
  say({ says: speech(sentence), next: 'hang-up', error: 'hang-up' });

/** An agent has 20 s to accept; a playlist interrupted sooner would fail while the contact is being routed. */
export const shortestInterruptSeconds = 21;

/** Plays its messages again and again; with an interrupt, leaves them every so many seconds and starts again after. */
export function playAgainAndAgain(options: {
  messages: Speech[];
  interrupt?: { everySeconds: number; next: string };
  error: string;
}): Action<'MessageParticipantIteratively'> {
  const { messages, interrupt, error } = options;
  const Errors = [{ NextAction: error, ErrorType: 'NoMatchingError' as const }];
  const Messages = messages.map((message) => ({ ...message }));
  if (interrupt === undefined) {
    return { Type: 'MessageParticipantIteratively', Parameters: { Messages }, Transitions: { Errors } };
  }
  return {
    Type: 'MessageParticipantIteratively',
    Parameters: { Messages, InterruptFrequencySeconds: String(interrupt.everySeconds) },
    Transitions: {
      NextAction: error,
      Conditions: [
        { NextAction: interrupt.next, Condition: { Operator: 'Equals', Operands: ['MessagesInterrupted'] } },
      ],
      Errors,
    },
  };
}
