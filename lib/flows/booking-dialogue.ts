import type { Language } from '../../domain/administration/language.ts';
import { bookingConfirmation } from './booking-confirmation.ts';
import { callbackNumber } from './callback-number.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import type { LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { logging, remember } from './settings.ts';
import { slotChoice } from './slot-choice.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

/** The first action of the dialogue. */
export const bookingDialogueStart = 'begin-booking';

interface BookingDialogue {
  language: Language;
  lambdas: LambdaArns;
  /** Identifies this dialogue among those of the call: a booking's id is derived from it. */
  dialogue: string;
  /** Where a caller goes who has not booked. */
  leave: string;
}

/**
 * Choosing an hour to be called back: the number, a slot, its confirmation by voice and by SMS, goodbye.
 * A fragment and not a flow, since a queue flow can neither transfer to a flow nor invoke a module.
 */
export function bookingDialogue(options: BookingDialogue): Actions<EitherFlow> {
  const { language, lambdas, dialogue } = options;
  const texts = flowTexts(language).callback;
  const exits = { leave: 'end-booking', trouble: 'tell-booking-fault' };
  const entry: Actions<EitherFlow> = {
    [bookingDialogueStart]: remember({
      attributes: { booking: 'underWay', dialogue },
      next: 'stop-logging',
      error: 'stop-logging',
    }),
    'stop-logging': logging('Disabled', 'check-caller'),
  };
  const exit: Actions<EitherFlow> = {
    'tell-booking-fault': say({ says: speech(texts.fault), next: 'end-booking', error: 'end-booking' }),
    'end-booking': remember({ attributes: { booking: 'none' }, next: 'resume-logging', error: 'resume-logging' }),
    'resume-logging': logging('Enabled', options.leave),
  };
  return joined(
    entry,
    callbackNumber({ language, lambdas, known: 'offer-slots-1', ...exits }),
    slotChoice({ language, lambdas, dialogue, booked: 'remember-booking', ...exits }),
    bookingConfirmation({ language, lambdas, leave: exits.leave }),
    exit,
  );
}
