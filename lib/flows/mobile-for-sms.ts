import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { digits, menu } from './listening.ts';
import { namedBooking } from './promise-attributes.ts';
import { attribute, external, keyedInput } from './references.ts';
import { say } from './speaking.ts';
import { filled, speech } from './speech.ts';

/** Its first action. */
export const mobileStart = 'ask-mobile';

interface MobileForSms {
  language: Language;
  lambdas: LambdaArns;
  leave: string;
  /** The booking stands, with or without an SMS. */
  done: string;
}

/**
 * A landline may have the SMS of its booking on a mobile: keyed in, read back, and used for this one SMS. It is kept nowhere, so
 * what is sent reads it from the answer about it. Who keys in no mobile is asked again; silence ends it. Logging is off.
 */
export function mobileForSms({ language, lambdas, leave, done }: MobileForSms): Actions<EitherFlow> {
  const { callback, sms } = flowTexts(language);
  const sending: Actions<EitherFlow> = {
    'check-mobile': invoke(lambdas, {
      lambda: 'checkNumber',
      parameters: { number: keyedInput, language },
      next: 'is-mobile',
      error: done,
    }),
    'is-mobile': equals({
      value: external('checkNumber', 'status'),
      cases: { mobile: 'confirm-mobile' },
      otherwise: 'tell-no-mobile',
    }),
    'tell-no-mobile': say({ says: speech(sms.noMobile), next: mobileStart, error: mobileStart }),
    'send-to-mobile': invoke(lambdas, {
      lambda: 'sendSms',
      parameters: {
        ...namedBooking,
        kind: attribute('smsKind'),
        to: external('checkNumber', 'number'),
      },
      next: 'tell-mobile-sms',
      error: 'tell-mobile-unknown',
    }),
    'tell-mobile-sms': say({ says: speech(external('sendSms', 'announcement')), next: done, error: done }),
    'tell-mobile-unknown': say({ says: speech(callback.smsUnknown), next: done, error: done }),
  };
  return joined(
    sending,
    digits({
      name: mobileStart,
      says: speech(sms.enterMobile),
      most: 15,
      keyed: 'check-mobile',
      zero: leave,
      silence: done,
      error: done,
    }),
    // Somebody else's telephone must not ring with it: what is not confirmed is not sent.
    menu({
      name: 'confirm-mobile',
      says: speech(filled(callback.confirmNumber, external('checkNumber', 'spokenNumber'))),
      keys: { '1': 'send-to-mobile', '2': mobileStart, '0': leave },
      silence: done,
      otherKey: mobileStart,
      error: done,
    }),
  );
}
