import type { Language } from '../../domain/administration/language.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { disconnect } from './queueing.ts';
import { attribute, external } from './references.ts';
import { say } from './speaking.ts';
import { speech, type Speech } from './speech.ts';

interface Confirmation {
  language: Language;
  lambdas: LambdaArns;
  leave: string;
}

/**
 * What is promised is told by SMS and by voice, and told again on `*`: a landline has the code by voice only. Its first action
 * is `send-confirmation`; the booking is in the attributes. Whoever hangs up before gets the SMS when the contact ends.
 */
export function bookingConfirmation({ language, lambdas, leave }: Confirmation): Actions<EitherFlow> {
  const { callback } = flowTexts(language);
  const announced = attribute('bookingAnnouncement');
  const tell = (name: string, says: Speech): Actions<EitherFlow> =>
    menu({
      name,
      says,
      keys: { '0': leave },
      silence: 'say-booked-goodbye',
      otherKey: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    });
  const sending: Actions<EitherFlow> = {
    'send-confirmation': invoke(lambdas, {
      lambda: 'sendSms',
      parameters: {
        callerKey: attribute('callerKey'),
        bookingId: attribute('bookingId'),
        revision: attribute('revision'),
        kind: attribute('smsKind'),
      },
      next: 'tell-booking',
      error: 'tell-booking-without-sms',
    }),
    'say-booked-goodbye': say({
      says: speech(callback.bookedGoodbye),
      next: 'hang-up-booked',
      error: 'hang-up-booked',
    }),
    'hang-up-booked': disconnect(),
  };
  return joined(
    sending,
    tell('tell-booking', speech(announced, external('sendSms', 'announcement'))),
    tell('tell-booking-without-sms', speech(announced, callback.smsUnknown)),
  );
}
