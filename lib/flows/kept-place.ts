import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { namedBooking } from './promise-attributes.ts';
import { callbackNumber, queuedCallback } from './queueing.ts';
import { attribute, external, type Reference } from './references.ts';
import { remember } from './settings.ts';

/** How Connect makes its own callback. */
export interface PlaceCallback {
  /** Sets the hooks of the new contact, and queues it. */
  creationFlowArn: string;
  attempts: number;
  retryMinutes: number;
}

interface KeptPlace {
  language: Language;
  lambdas: LambdaArns;
  dialogue: string;
  place: PlaceCallback;
  /** A callback is promised already. */
  promised: string;
  trouble: string;
}

/**
 * The place in the queue is kept: noted in the ledger, then asked of Connect, whose refusal takes the note back.
 * Its first action is `keep-place`; the number is in the attributes.
 */
export function keptPlace(options: KeptPlace): Actions<EitherFlow> {
  const { language, lambdas, dialogue, place, promised, trouble } = options;
  const booked = {
    callerKey: external('keepPlace', 'callerKey'),
    bookingId: external('keepPlace', 'bookingId'),
    revision: external('keepPlace', 'revision'),
  };
  return {
    'keep-place': invoke(lambdas, {
      lambda: 'keepPlace',
      parameters: {
        queue: attribute('queue'),
        number: attribute('callbackNumber'),
        numberKind: attribute('callbackNumberKind'),
        dialogue,
        speechRate: attribute('speechRate'),
        language,
      },
      next: 'is-place-kept',
      error: trouble,
    }),
    'is-place-kept': equals({
      value: external('keepPlace', 'status'),
      cases: { kept: 'remember-place', already: promised },
      otherwise: trouble,
    }),
    // The new contact takes these attributes with it.
    'remember-place': remember({
      attributes: {
        ...booked,
        bookingAnnouncement: external('keepPlace', 'announcement'),
        spokenCode: external('keepPlace', 'spokenCode'),
        smsKind: 'placeKept',
        promise: 'place',
        booking: 'none',
        callbackRefusal: '',
      },
      next: 'set-callback-number',
      error: 'cancel-unremembered-place',
    }),
    'set-callback-number': callbackNumber({
      number: attribute('callbackNumber'),
      next: 'create-callback',
      refused: 'cancel-place',
    }),
    'create-callback': queuedCallback({
      creationFlowArn: place.creationFlowArn,
      retries: place.attempts - 1,
      retryDelaySeconds: place.retryMinutes * 60,
      next: 'send-confirmation',
      error: 'cancel-place',
    }),
    ...takingBack(options, booked),
  };
}

/** Connect did not take it, or it could not be remembered: the place is given up, and the caller told of trouble. */
function takingBack(
  { language, lambdas, trouble }: KeptPlace,
  booked: Record<'callerKey' | 'bookingId' | 'revision', Reference>,
): Actions<EitherFlow> {
  return {
    'cancel-unremembered-place': invoke(lambdas, {
      lambda: 'cancelBooking',
      parameters: { ...booked, language },
      next: trouble,
      error: trouble,
    }),
    'cancel-place': invoke(lambdas, {
      lambda: 'cancelBooking',
      parameters: {
        ...namedBooking,
        language,
      },
      next: 'forget-place',
      error: 'forget-place',
    }),
    'forget-place': remember({
      attributes: { promise: 'none', callerKey: '', bookingId: '', revision: '' },
      next: trouble,
      error: trouble,
    }),
  };
}
