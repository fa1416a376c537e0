import type { Language } from '../../domain/administration/language.ts';
import type { CallbackRefusal } from '../../domain/reporting/contract.ts';
import { bookingConfirmation } from './booking-confirmation.ts';
import { equals } from './branching.ts';
import { callbackNumber } from './callback-number.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { keptPlace, type PlaceCallback } from './kept-place.ts';
import { attribute, external, type Reference } from './references.ts';
import { logging, remember } from './settings.ts';
import { slotChoice } from './slot-choice.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

/** The first actions of the dialogue: an hour is wanted, or the place kept. */
export const chooseHourStart = 'begin-hour';
export const keepPlaceStart = 'begin-place';

interface BookingDialogue {
  language: Language;
  lambdas: LambdaArns;
  /** Identifies this dialogue among those of the call: a booking's id is derived from it. */
  dialogue: string;
  place: PlaceCallback;
  /** Where a caller goes who has not booked. */
  leave: string;
  /** Where a caller goes to whose number a callback is promised already, once told so; the number is in `callbackNumber`. */
  promised: string;
}

/**
 * Being called back, at an hour chosen or keeping one's place: the number, the promise, its confirmation by voice and by SMS.
 * A fragment and not a flow, since a queue flow can neither transfer to a flow nor invoke a module.
 */
export function bookingDialogue(options: BookingDialogue): Actions<EitherFlow> {
  const { language, lambdas, dialogue, place } = options;
  const texts = flowTexts(language).callback;
  const exits = { leave: 'end-booking', trouble: 'note-fault', promised: 'note-promised' };
  const begin = (wants: 'hour' | 'place') =>
    remember({
      attributes: { booking: 'underWay', dialogue, wants, wish: '' },
      next: 'stop-logging',
      error: exits.trouble,
    });
  const starts: Actions<EitherFlow> = {
    [chooseHourStart]: begin('hour'),
    [keepPlaceStart]: begin('place'),
    'stop-logging': logging('Disabled', 'check-caller'),
  };
  // Before it is said: many hang up on hearing it.
  const refusing: Actions<EitherFlow> = {
    'note-promised': noteRefusal('already', 'tell-promised'),
    'note-fault': noteRefusal('fault', 'tell-booking-fault'),
    'note-no-slot': noteRefusal(external('offerSlots', 'status'), 'tell-no-slot'),
  };
  const ends: Actions<EitherFlow> = {
    ...refusing,
    'tell-promised': say({
      says: speech(texts.promisedAlready),
      next: options.promised,
      error: options.promised,
    }),
    'tell-booking-fault': say({ says: speech(texts.fault), next: 'end-booking', error: 'end-booking' }),
    'end-booking': remember({ attributes: { booking: 'none' }, next: 'resume-logging', error: 'resume-logging' }),
    'resume-logging': logging('Enabled', options.leave),
  };
  return joined(
    starts,
    callbackNumber({ language, lambdas, place: 'keep-place', hour: 'offer-slots', ...exits }),
    keptPlace({ language, lambdas, dialogue, place, ...exits }),
    slotChoice({
      language,
      lambdas,
      number: attribute('callbackNumber'),
      bookingId: '',
      take: 'book-slot',
      noSlot: 'note-no-slot',
      ...exits,
    }),
    bookingTheSlot(options, exits),
    bookingConfirmation({ language, lambdas, leave: exits.leave }),
    ends,
  );
}

/** For the reports: why somebody who asks for a callback gets none. */
const noteRefusal = (callbackRefusal: CallbackRefusal | Reference, next: string) =>
  remember({ attributes: { callbackRefusal }, next, error: next });

/** The hour that was chosen is booked, or others are offered where it went meanwhile. */
function bookingTheSlot(
  { language, lambdas, dialogue }: BookingDialogue,
  { promised, trouble }: { promised: string; trouble: string },
): Actions<EitherFlow> {
  return {
    'book-slot': invoke(lambdas, {
      lambda: 'bookSlot',
      parameters: {
        queue: attribute('queue'),
        number: attribute('callbackNumber'),
        numberKind: attribute('callbackNumberKind'),
        slot: attribute('wish'),
        dialogue,
        speechRate: attribute('speechRate'),
        language,
      },
      next: 'is-slot-booked',
      error: trouble,
    }),
    'is-slot-booked': equals({
      value: external('bookSlot', 'status'),
      cases: { booked: 'remember-slot', already: promised, full: 'note-slot-gone', closed: 'note-slot-gone' },
      otherwise: trouble,
    }),
    'remember-slot': remember({
      attributes: {
        callerKey: external('bookSlot', 'callerKey'),
        bookingId: external('bookSlot', 'bookingId'),
        revision: external('bookSlot', 'revision'),
        bookingAnnouncement: external('bookSlot', 'announcement'),
        smsKind: 'confirmation',
        callbackRefusal: '',
      },
      next: 'send-confirmation',
      error: 'tell-booking-at-once',
    }),
    'tell-booking-at-once': say({
      says: speech(external('bookSlot', 'announcement')),
      next: 'say-booked-goodbye',
      error: 'say-booked-goodbye',
    }),
    'note-slot-gone': noteRefusal(external('bookSlot', 'status'), 'tell-slot-gone'),
    'tell-slot-gone': say({
      says: speech(external('bookSlot', 'announcement')),
      next: 'begin-choice-anew',
      error: 'begin-choice-anew',
    }),
  };
}
