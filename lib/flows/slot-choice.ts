import type { Language } from '../../domain/administration/language.ts';
import { equals } from './branching.ts';
import { bookedNumber } from './callback-number.ts';
import type { Actions, EitherFlow } from './flow.ts';
import { flowTexts } from './flow-texts.ts';
import { invoke, type LambdaArns } from './invocation.ts';
import { joined } from './joined-actions.ts';
import { menu } from './listening.ts';
import { attribute, external } from './references.ts';
import { say } from './speaking.ts';
import { speech } from './speech.ts';

const rounds = [1, 2, 3] as const;
type Round = (typeof rounds)[number];

const slots = [
  { key: '1', slot: 'slot1' },
  { key: '2', slot: 'slot2' },
  { key: '3', slot: 'slot3' },
] as const;

interface SlotQuestion {
  language: Language;
  lambdas: LambdaArns;
  /** Identifies this dialogue among those of the call. */
  dialogue: string;
  /** A slot is booked; `bookSlot` answered last. */
  booked: string;
  leave: string;
  trouble: string;
}

/**
 * Three slots are offered, one is booked; where it went meanwhile, others are offered, three times at most.
 * Its first action is `offer-slots-1`.
 */
export function slotChoice(question: SlotQuestion): Actions<EitherFlow> {
  const { language, leave } = question;
  const texts = flowTexts(language).callback;
  const ends: Actions<EitherFlow> = {
    'tell-no-slot': say({ says: speech(external('offerSlots', 'announcement')), next: leave, error: leave }),
    'tell-already-booked': say({ says: speech(external('bookSlot', 'announcement')), next: leave, error: leave }),
    'tell-no-slot-chosen': say({ says: speech(texts.noSlotChosen), next: leave, error: leave }),
    'give-up-slots': say({ says: speech(texts.noMoreSlots), next: leave, error: leave }),
  };
  return joined(
    ...rounds.map((round) => offer(question, round)),
    ...rounds.map((round) => booking(question, round)),
    ends,
  );
}

function offer({ language, lambdas, trouble, ...question }: SlotQuestion, round: Round): Actions<EitherFlow> {
  const choices = slots.map((_, index) => choice({ language, ...question }, round, index + 1, trouble));
  const offering: Actions<EitherFlow> = {
    [`offer-slots-${round}`]: invoke(lambdas, {
      lambda: 'offerSlots',
      parameters: { queue: attribute('queue'), number: bookedNumber.number, language },
      next: `are-slots-offered-${round}`,
      error: trouble,
    }),
    [`are-slots-offered-${round}`]: equals({
      value: external('offerSlots', 'status'),
      cases: {
        offered: `count-slots-${round}`,
        full: 'tell-no-slot',
        already: 'tell-no-slot',
        paused: 'tell-no-slot',
      },
      otherwise: trouble,
    }),
    [`count-slots-${round}`]: equals({
      value: external('offerSlots', 'count'),
      cases: Object.fromEntries(slots.map(({ key }) => [key, `choose-of-${key}-round-${round}`])),
      otherwise: trouble,
    }),
  };
  return joined(offering, ...choices);
}

/** The keys of the slots that are there and no other; what is not understood, and silence, hear the offer once more. */
function choice(
  { language, leave }: Pick<SlotQuestion, 'language' | 'leave'>,
  round: Round,
  count: number,
  trouble: string,
): Actions<EitherFlow> {
  const { callback, position } = flowTexts(language);
  const name = `choose-of-${count}-round-${round}`;
  const offered = slots.slice(0, count).map(({ key }) => [key, `book-slot-${key}-round-${round}`]);
  const keys = { ...Object.fromEntries(offered), '0': leave, '*': name };
  const announcement = external('offerSlots', 'announcement');
  return {
    [name]: menu({
      says: speech(announcement, callback.bookNothing),
      keys,
      silence: `${name}-again`,
      otherKey: `${name}-again`,
      error: trouble,
    }),
    [`${name}-again`]: menu({
      says: speech(position.notUnderstood, announcement, callback.bookNothing),
      keys,
      silence: 'tell-no-slot-chosen',
      otherKey: 'tell-no-slot-chosen',
      error: trouble,
    }),
  };
}

function booking({ language, lambdas, dialogue, booked, trouble }: SlotQuestion, round: Round): Actions<EitherFlow> {
  const next = round === rounds.length ? 'give-up-slots' : `offer-slots-${round + 1}`;
  const bookings = slots.map(({ key, slot }) => ({
    [`book-slot-${key}-round-${round}`]: invoke(lambdas, {
      lambda: 'bookSlot',
      parameters: {
        queue: attribute('queue'),
        ...bookedNumber,
        slot: external('offerSlots', slot),
        dialogue,
        language,
      },
      next: `is-slot-booked-${round}`,
      error: trouble,
    }),
  }));
  return joined(...bookings, {
    [`is-slot-booked-${round}`]: equals({
      value: external('bookSlot', 'status'),
      cases: {
        booked,
        already: 'tell-already-booked',
        full: `tell-slot-gone-${round}`,
        closed: `tell-slot-gone-${round}`,
      },
      otherwise: trouble,
    }),
    [`tell-slot-gone-${round}`]: say({ says: speech(external('bookSlot', 'announcement')), next, error: next }),
  });
}
