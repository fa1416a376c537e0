import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import type { Actions } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { namedBooking } from './promise-attributes.ts';
import { attribute, external, type Reference } from './references.ts';
import { remember } from './settings.ts';
import { slotChoice } from './slot-choice.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

interface Moving {
  language: Language;
  lambdas: LambdaArns;
  /** Of the person, E.164. */
  number: Reference;
  /** The booking stands at another hour, and the caller was told so. */
  moved: string;
  /** The booking stays as it is. */
  stay: string;
}

/** Another hour for the booking in the attributes. Its first action is `begin-choice-anew`; the SMS follows by itself. */
export function movingTheBooking({ language, lambdas, number, moved, stay }: Moving): Actions<'CONTACT_FLOW'> {
  const texts = flowTexts(language).callback;
  const trouble = 'tell-move-fault';
  const moving: Actions<'CONTACT_FLOW'> = {
    'move-booking': invoke(lambdas, {
      lambda: 'moveBooking',
      parameters: {
        ...namedBooking,
        slot: attribute('wish'),
        language,
      },
      next: 'is-booking-moved',
      error: trouble,
    }),
    'is-booking-moved': equals({
      value: external('moveBooking', 'status'),
      cases: { moved: 'remember-move', full: 'tell-hour-gone', closed: 'tell-hour-gone', changed: 'tell-changed' },
      otherwise: trouble,
    }),
    'remember-move': remember({
      attributes: { revision: external('moveBooking', 'revision') },
      next: 'tell-moved',
      error: 'tell-moved',
    }),
    'tell-moved': say({ says: speech(external('moveBooking', 'announcement')), next: moved, error: moved }),
    'tell-hour-gone': say({
      says: speech(external('moveBooking', 'announcement')),
      next: 'begin-choice-anew',
      error: 'begin-choice-anew',
    }),
    'tell-changed': say({ says: speech(external('moveBooking', 'announcement')), next: stay, error: stay }),
    [trouble]: say({ says: speech(texts.moveFault), next: stay, error: stay }),
  };
  return joined(
    moving,
    slotChoice({
      language,
      lambdas,
      number,
      bookingId: attribute('bookingId'),
      take: 'move-booking',
      promised: trouble,
      leave: stay,
      trouble,
    }),
  );
}
