import type { Language } from '../../domain/administration/language.ts';
import { equals, startsWith } from './branching.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menuTwice } from './listening.ts';
import { attribute, external, type Reference } from './references.ts';
import { remember } from './settings.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

/** What is no instant, and so no slot, is a wish to look elsewhere: other days, a half-day, later hours. */
const startOfInstants = '20';

interface SlotQuestion {
  language: Language;
  lambdas: LambdaArns;
  /** Of the person, E.164. */
  number: Reference;
  /** The booking that is to be moved; empty where one is to be made. */
  bookingId: Reference | '';
  /** A slot is chosen; it is in the attribute `wish`. */
  take: string;
  promised: string;
  /** No hour can be given; goes on to `tell-no-slot`, which says why. */
  noSlot?: string;
  leave: string;
  trouble: string;
}

/**
 * Three choices at a time, and others behind key 4, until a slot is chosen. A key without a choice begins anew.
 * Its first action is `offer-slots`, with the wish in the attributes; after a slot that went, it is `begin-choice-anew`.
 */
export function slotChoice(question: SlotQuestion): Actions<EitherFlow> {
  const { language, lambdas, number, bookingId, take, promised, leave, trouble } = question;
  const { noSlot = 'tell-no-slot' } = question;
  const { callback } = flowTexts(language);
  const offered = external('offerSlots', 'announcement');
  const choose = (choice: 'choice1' | 'choice2' | 'choice3' | 'more') =>
    remember({ attributes: { wish: external('offerSlots', choice) }, next: 'is-slot-chosen', error: trouble });
  const offering: Actions<EitherFlow> = {
    'offer-slots': invoke(lambdas, {
      lambda: 'offerSlots',
      parameters: {
        queue: attribute('queue'),
        number,
        wish: attribute('wish'),
        bookingId,
        language,
      },
      next: 'are-slots-offered',
      error: trouble,
    }),
    'are-slots-offered': equals({
      value: external('offerSlots', 'status'),
      cases: { offered: 'choose-slot', already: promised, full: noSlot, paused: noSlot },
      otherwise: trouble,
    }),
  };
  const choosing: Actions<EitherFlow> = {
    'choose-1': choose('choice1'),
    'choose-2': choose('choice2'),
    'choose-3': choose('choice3'),
    'choose-other': choose('more'),
    'is-slot-chosen': startsWith({
      value: attribute('wish'),
      text: startOfInstants,
      next: take,
      otherwise: 'offer-slots',
    }),
    'begin-choice-anew': remember({ attributes: { wish: '' }, next: 'offer-slots', error: trouble }),
    'tell-no-slot': say({ says: speech(offered), next: leave, error: leave }),
    'tell-no-slot-chosen': say({ says: speech(callback.noSlotChosen), next: leave, error: leave }),
  };
  return joined(
    offering,
    menuTwice({
      name: 'choose-slot',
      says: speech(offered),
      keys: { '1': 'choose-1', '2': 'choose-2', '3': 'choose-3', '4': 'choose-other', '0': leave },
      silence: 'tell-no-slot-chosen',
      otherKey: 'tell-no-slot-chosen',
      error: trouble,
    }),
    choosing,
  );
}
