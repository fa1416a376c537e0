import { equals } from './branching.ts';
import type { Action } from './flow-language.ts';
import { keyedInput } from './references.ts';
import type { Speech } from './speech.ts';

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

/** Time to the first key: long enough for somebody who must first find the keypad. */
const firstKeySeconds = 8;

interface Menu {
  says: Speech;
  keys: Partial<Record<Key, string>>;
  silence: string;
  otherKey: string;
  error: string;
}

/** Speaks and hears one key, also while it speaks. */
export function menu({ says, keys, silence, otherKey, error }: Menu): Action<'GetParticipantInput'> {
  return {
    Type: 'GetParticipantInput',
    Parameters: { ...says, StoreInput: 'False', InputTimeLimitSeconds: String(firstKeySeconds) },
    Transitions: {
      NextAction: otherKey,
      Conditions: Object.entries(keys).map(([key, target]) => ({
        NextAction: target,
        Condition: { Operator: 'Equals', Operands: [key] },
      })),
      Errors: [
        { NextAction: silence, ErrorType: 'InputTimeLimitExceeded' },
        { NextAction: otherKey, ErrorType: 'NoMatchingCondition' },
        { NextAction: error, ErrorType: 'NoMatchingError' },
      ],
    },
  };
}

interface DigitsInput {
  name: string;
  says: Speech;
  most: number;
  /** Digits were keyed; they are in `keyedInput`. */
  keyed: string;
  /** `0` alone: a person is asked for. */
  zero: string;
  silence: string;
  error: string;
}

/**
 * Speaks and hears several digits, ended by `#`; `*` clears them.
 * A time-out is no error for Connect but the input `Timeout`, so a comparison always follows.
 */
export function digits(options: DigitsInput): Record<string, Action<'GetParticipantInput' | 'Compare'>> {
  const heard = `${options.name}-heard`;
  return {
    [options.name]: {
      Type: 'GetParticipantInput',
      Parameters: {
        ...options.says,
        StoreInput: 'True',
        InputTimeLimitSeconds: String(firstKeySeconds + 2),
        InputValidation: { CustomValidation: { MaximumLength: String(options.most) } },
        DTMFConfiguration: {
          InputTerminationSequence: '#',
          DisableCancelKey: 'False',
          InterdigitTimeLimitSeconds: '5',
        },
      },
      Transitions: { NextAction: heard, Errors: [{ NextAction: options.error, ErrorType: 'NoMatchingError' }] },
    },
    [heard]: equals({
      value: keyedInput,
      cases: { Timeout: options.silence, '0': options.zero },
      otherwise: options.keyed,
    }),
  };
}
