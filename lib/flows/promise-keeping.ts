import type { Language } from '../../domain/administration/language.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { namedBooking } from './promise-attributes.ts';
import { attribute, external } from './references.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

interface Promised {
  language: Language;
  lambdas: LambdaArns;
}

/** The promise stands; who wishes no SMS may say so. Starts at `say-kept`. */
export function keepingPromise({ language, lambdas }: Promised): Actions<'CONTACT_FLOW'> {
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

/** Asked once more, then given up. Starts at `confirm-cancel`. */
export function cancellingPromise({ language, lambdas }: Promised): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const cancelled: Actions<'CONTACT_FLOW'> = {
    'cancel-booking': invoke(lambdas, {
      lambda: 'cancelBooking',
      parameters: { ...namedBooking, language },
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
