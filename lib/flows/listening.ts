import { equals } from './branching.ts';
import type { Action } from './flow-language.ts';
import { joined } from './joined-actions.ts';
import { keyedInput } from './references.ts';
import { remember } from './settings.ts';
import type { Speech } from './speech.ts';
import { slowerRate } from './voices.ts';

export type Key = '0' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '*' | '#';

/** Time to the first key: long enough for somebody who must first find the keypad. */
const firstKeySeconds = 8;
/** After what only informs: a key is heard while it is said, and nobody waits for one. */
const passingSeconds = 1;

type MenuAction = Action<'GetParticipantInput' | 'UpdateContactAttributes'>;

interface Menu {
  name: string;
  says: Speech;
  /** Where `*` and `9` repeat from: what came just before and belongs to it; without it, the menu itself. */
  again?: string;
  /** Besides `*`, which repeats, and `9`, which repeats more slowly, from then on. */
  keys: Partial<Record<Exclude<Key, '*' | '9'>, string>>;
  silence: string;
  otherKey: string;
  error: string;
}

/** Speaks and hears one key, also while it speaks. */
export const menu = (options: Menu): Record<string, MenuAction> => listening(options, firstKeySeconds);

/** Informs and goes on by itself; the keys of what comes next are heard already. */
export const announcement = (options: Menu): Record<string, MenuAction> => listening(options, passingSeconds);

function listening(options: Menu, seconds: number): Record<string, MenuAction> {
  const { name, says, keys, again = name, silence, otherKey, error } = options;
  const slower = `${name}-slower`;
  const branches = Object.entries({ ...keys, '*': again, '9': slower });
  return {
    [name]: {
      Type: 'GetParticipantInput',
      Parameters: { ...says, StoreInput: 'False', InputTimeLimitSeconds: String(seconds) },
      Transitions: {
        NextAction: otherKey,
        Conditions: branches.map(([key, target]) => ({
          NextAction: target,
          Condition: { Operator: 'Equals', Operands: [key] },
        })),
        Errors: [
          { NextAction: silence, ErrorType: 'InputTimeLimitExceeded' },
          { NextAction: otherKey, ErrorType: 'NoMatchingCondition' },
          { NextAction: error, ErrorType: 'NoMatchingError' },
        ],
      },
    },
    [slower]: remember({ attributes: { speechRate: slowerRate }, next: again, error: again }),
  };
}

/** A menu that is said once more to who pressed nothing or another key, in other words if need be. */
export function menuTwice(options: Menu & { saysAgain?: Speech }): Record<string, MenuAction> {
  const onceMore = `${options.name}-again`;
  return joined(
    menu({ ...options, silence: onceMore, otherKey: onceMore }),
    menu({ ...options, name: onceMore, says: options.saysAgain ?? options.says }),
  );
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
