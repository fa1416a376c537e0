import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { digits, menu } from './listening.ts';
import { attribute, callerNumber, external, keyedInput } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { filled, speech, type Speech } from './speech.ts';

const tries = [1, 2, 3] as const;

interface NumberQuestion {
  language: Language;
  lambdas: LambdaArns;
  /** The number is in `callbackNumber`, its kind in `callbackNumberKind`. */
  known: string;
  leave: string;
  trouble: string;
}

/**
 * The number to be called back: the caller's own where it can be, else one keyed in and read back.
 * Its first action is `check-caller`; three tries, and a refusal says why each time.
 */
export function callbackNumber(question: NumberQuestion): Actions<EitherFlow> {
  const { language, lambdas, known, leave, trouble } = question;
  const texts = flowTexts(language).callback;
  const caller: Actions<EitherFlow> = {
    'check-caller': invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: callerNumber, language },
      next: 'can-caller-be-called',
      error: trouble,
    }),
    'can-caller-be-called': callable('remember-number', 'ask-number-1'),
  };
  const ends: Actions<EitherFlow> = {
    'remember-number': remember({
      attributes: {
        callbackNumber: external('checkNumber', 'number'),
        callbackNumberKind: external('checkNumber', 'status'),
      },
      next: known,
      error: trouble,
    }),
    'give-up-number': say({ says: speech(texts.noNumber), next: leave, error: leave }),
  };
  return joined(caller, ...tries.map((round) => keyedNumber(question, round)), ends);
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
  const isLast = round === tries.length;
  const afterRefusal = isLast ? 'give-up-number' : `ask-number-${round + 1}`;
  const anew = isLast ? 'give-up-number' : `ask-number-${round + 1}-anew`;
  const ask = (name: string, says: Speech, silence: string): Actions<EitherFlow> =>
    digits({ name, says, most: 15, keyed: `check-keyed-${round}`, zero: leave, silence, error: trouble });
  const asking = ask(`ask-number-${round}`, speech(external('checkNumber', 'reason')), afterRefusal);
  const askingAnew = ask(`ask-number-${round}-anew`, speech(flowTexts(language).callback.enterNumber), anew);
  const checking: Actions<EitherFlow> = {
    [`check-keyed-${round}`]: invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: keyedInput, language },
      next: `can-keyed-be-called-${round}`,
      error: trouble,
    }),
    [`can-keyed-be-called-${round}`]: callable(`confirm-number-${round}`, afterRefusal),
  };
  const confirming = confirm({ language, leave, trouble }, `confirm-number-${round}`, anew);
  // Nobody starts anew before the first number.
  return joined(asking, ...(round === 1 ? [] : [askingAnew]), checking, confirming);
}

/** Reads the number back; silence and a wrong key hear it once more. */
function confirm(
  { language, leave, trouble }: Pick<NumberQuestion, 'language' | 'leave' | 'trouble'>,
  name: string,
  anew: string,
): Actions<EitherFlow> {
  const says = speech(filled(flowTexts(language).callback.confirmNumber, external('checkNumber', 'spokenNumber')));
  const keys = { '1': 'remember-number', '2': anew, '0': leave };
  return {
    [name]: menu({
      says,
      keys: { ...keys, '*': name },
      silence: `${name}-again`,
      otherKey: `${name}-again`,
      error: trouble,
    }),
    [`${name}-again`]: menu({ says, keys, silence: anew, otherKey: anew, error: trouble }),
  };
}

/** Parameters of the Lambdas that need the number. */
export const bookedNumber = {
  number: attribute('callbackNumber'),
  numberKind: attribute('callbackNumberKind'),
};
