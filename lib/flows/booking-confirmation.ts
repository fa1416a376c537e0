import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { announcement, menu } from './listening.ts';
import { mobileForSms, mobileStart } from './mobile-for-sms.ts';
import { namedBooking } from './promise-attributes.ts';
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
 * is `send-confirmation`; the booking is in the attributes. A landline may have the SMS on a mobile. Whoever hangs up before gets the SMS when the contact ends.
 */
export function bookingConfirmation({ language, lambdas, leave }: Confirmation): Actions<EitherFlow> {
  const { callback, sms } = flowTexts(language);
  const announced = attribute('bookingAnnouncement');
  const goodbye = 'say-booked-goodbye';
  const tell = (name: string, says: Speech): Actions<EitherFlow> =>
    menu({ name, says, keys: { '0': leave }, silence: goodbye, otherKey: goodbye, error: goodbye });
  const toMobile = { keys: { '1': mobileStart, '0': leave }, error: goodbye };
  const sending: Actions<EitherFlow> = {
    'send-confirmation': invoke(lambdas, {
      lambda: 'sendSms',
      parameters: {
        ...namedBooking,
        kind: attribute('smsKind'),
      },
      next: 'does-line-get-sms',
      error: 'tell-booking-without-sms',
    }),
    'does-line-get-sms': equals({
      value: external('sendSms', 'status'),
      cases: { landline: 'tell-booking-landline' },
      otherwise: 'tell-booking',
    }),
    [goodbye]: say({
      says: speech(callback.bookedGoodbye),
      next: 'hang-up-booked',
      error: 'hang-up-booked',
    }),
    'hang-up-booked': disconnect(),
  };
  return joined(
    sending,
    tell('tell-booking', speech(announced, external('sendSms', 'announcement'))),
    announcement({
      name: 'tell-booking-landline',
      says: speech(announced, external('sendSms', 'announcement')),
      ...toMobile,
      silence: 'offer-mobile',
      otherKey: 'offer-mobile',
    }),
    menu({
      name: 'offer-mobile',
      says: speech(sms.offerMobile),
      again: 'tell-booking-landline',
      ...toMobile,
      silence: goodbye,
      otherKey: goodbye,
    }),
    mobileForSms({ language, lambdas, leave, done: goodbye }),
    tell('tell-booking-without-sms', speech(announced, callback.smsUnknown)),
  );
}
