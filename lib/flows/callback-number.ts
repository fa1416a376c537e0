import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { digits, menuTwice } from './listening.ts';
import { attribute, callerNumber, external, keyedInput } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { filled, speech, type Speech } from './speech.ts';

const tries = [1, 2, 3] as const;

interface NumberQuestion {
  language: Language;
  lambdas: LambdaArns;
  /** Where it goes on, the number in `callbackNumber` and its kind in `callbackNumberKind`: by what the caller wants. */
  hour: string;
  place: string;
  leave: string;
  trouble: string;
}

/**
 * The number to be called back: the caller's own where it can be, else one keyed in and read back. For an hour the caller's own
 * is taken as it is; for a place its ending is confirmed. Its first action is `check-caller`; three tries, and a refusal says why.
 */
export function callbackNumber(question: NumberQuestion): Actions<EitherFlow> {
  const { language, lambdas, hour, place, leave, trouble } = question;
  const texts = flowTexts(language).callback;
  const known = (next: string) =>
    remember({
      attributes: {
        callbackNumber: external('checkNumber', 'number'),
        callbackNumberKind: external('checkNumber', 'status'),
      },
      next,
      error: trouble,
    });
  const wants = (forPlace: string) =>
    equals({ value: attribute('wants'), cases: { place: forPlace }, otherwise: hour });
  const endings: Actions<EitherFlow> = {
    'check-caller': invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: callerNumber, language },
      next: 'can-caller-be-called',
      error: trouble,
    }),
    'can-caller-be-called': callable('remember-own-number', 'ask-number-1'),
    'remember-own-number': known('is-ending-to-confirm'),
    'is-ending-to-confirm': wants('confirm-ending'),
    'remember-number': known('which-promise'),
    'which-promise': wants(place),
    'give-up-number': remember({
      attributes: { callbackRefusal: 'number' },
      next: 'say-no-number',
      error: 'say-no-number',
    }),
    'say-no-number': say({ says: speech(texts.noNumber), next: leave, error: leave }),
  };
  const says = speech(filled(texts.confirmEnding, external('checkNumber', 'spokenEnding')));
  return joined(
    endings,
    menuTwice({
      name: 'confirm-ending',
      says,
      keys: { '1': place, '2': 'ask-number-1-anew', '0': leave },
      silence: place,
      otherKey: place,
      error: trouble,
    }),
    ...tries.map((round) => keyedNumber(question, round)),
  );
}

const callable = (yes: string, no: string) =>
  equals({ value: external('checkNumber', 'status'), cases: { mobile: yes, landline: yes }, otherwise: no });

/**
 * Reading from `External` all along: the last Lambda was `checkNumber` on every path that leads to a try.
 * A refusal's reason asks for another number itself; after a number that was not the right one, the flow asks anew.
 */
function keyedNumber(
  { language, lambdas, leave, trouble }: NumberQuestion,
  round: (typeof tries)[number],
): Actions<EitherFlow> {
  const texts = flowTexts(language).callback;
  const isLast = round === tries.length;
  const afterRefusal = isLast ? 'give-up-number' : `ask-number-${round + 1}`;
  const anew = isLast ? 'give-up-number' : `ask-number-${round + 1}-anew`;
  const ask = (name: string, says: Speech, silence: string): Actions<EitherFlow> =>
    digits({ name, says, most: 15, keyed: `check-keyed-${round}`, zero: leave, silence, error: trouble });
  const checking: Actions<EitherFlow> = {
    [`check-keyed-${round}`]: invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: keyedInput, language },
      next: `can-keyed-be-called-${round}`,
      error: trouble,
    }),
    [`can-keyed-be-called-${round}`]: callable(`confirm-number-${round}`, afterRefusal),
  };
  const says = speech(filled(texts.confirmNumber, external('checkNumber', 'spokenNumber')));
  return joined(
    ask(`ask-number-${round}`, speech(external('checkNumber', 'reason')), afterRefusal),
    ask(`ask-number-${round}-anew`, speech(texts.enterNumber), anew),
    checking,
    menuTwice({
      name: `confirm-number-${round}`,
      says,
      keys: { '1': 'remember-number', '2': anew, '0': leave },
      silence: anew,
      otherKey: anew,
      error: trouble,
    }),
  );
}
