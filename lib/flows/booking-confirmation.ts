import type { Language } from '../../domain/administration/language.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { menu } from './listening.ts';
import { disconnect } from './queueing.ts';
import { attribute, external } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech, type Speech } from './speech.ts';

interface Confirmation {
  language: Language;
  lambdas: LambdaArns;
  leave: string;
}

/**
 * A booked slot is told by SMS and by voice, and told again on `*`: a landline has the code by voice only.
 * Its first action is `remember-booking`; `bookSlot` answered last.
 */
export function bookingConfirmation({ language, lambdas, leave }: Confirmation): Actions<EitherFlow> {
  const { callback, position } = flowTexts(language);
  const announced = attribute('bookingAnnouncement');
  const send = (next: string, error: string) =>
    invoke(lambdas, {
      lambda: 'sendSms',
      parameters: {
        callerKey: external('bookSlot', 'callerKey'),
        bookingId: external('bookSlot', 'bookingId'),
        revision: external('bookSlot', 'revision'),
        kind: 'confirmation',
      },
      next,
      error,
    });
  const tell = (name: string, says: Speech) =>
    menu({
      says,
      keys: { '*': name, '0': leave },
      silence: 'say-booked-goodbye',
      otherKey: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    });
  return {
    'remember-booking': remember({
      attributes: {
        callerKey: external('bookSlot', 'callerKey'),
        bookingId: external('bookSlot', 'bookingId'),
        revision: external('bookSlot', 'revision'),
        bookingAnnouncement: external('bookSlot', 'announcement'),
      },
      next: 'send-confirmation',
      error: 'tell-booking-at-once',
    }),
    'send-confirmation': send('tell-booking', 'tell-booking-without-sms'),
    'tell-booking': tell('tell-booking', speech(announced, external('sendSms', 'announcement'), position.repeatKey)),
    'tell-booking-without-sms': tell(
      'tell-booking-without-sms',
      speech(announced, callback.smsUnknown, position.repeatKey),
    ),
    'tell-booking-at-once': say({
      says: speech(external('bookSlot', 'announcement')),
      next: 'send-confirmation-late',
      error: 'send-confirmation-late',
    }),
    'send-confirmation-late': send('tell-sms', 'say-booked-goodbye'),
    'tell-sms': say({
      says: speech(external('sendSms', 'announcement')),
      next: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    }),
    'say-booked-goodbye': say({
      says: speech(callback.bookedGoodbye),
      next: 'hang-up-booked',
      error: 'hang-up-booked',
    }),
    'hang-up-booked': disconnect(),
  };
}
