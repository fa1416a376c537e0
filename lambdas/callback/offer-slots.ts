import { switchKey } from '../../domain/administration/line-changes.ts';
import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { localTime } from '../../domain/administration/local-time.ts';
import { longestBeforeAKeySeconds, speakingSeconds } from '../../domain/administration/speaking-time.ts';
import { isActive } from '../../domain/callback/booking.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { Booking, OfferSlotsParameters, OfferSlotsResult } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { slotsAhead } from '../../domain/callback/slots.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { readWish, wishText } from '../../domain/callback/wish.ts';
import { languageOf, readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { seatReader } from './free-slots.ts';
import { alreadyPromised } from './promised.ts';
import { readSwitch } from './queue-switch.ts';
import { choicesFor, likelySlots, type Choices } from './slot-choices.ts';

interface Dependencies {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/** Offers hours, or days to look for one in, from a moment's-old read; throws where the flow asks for an unknown queue. */
export function offerSlots({ rules: line, ledger: table, ledgerKey: key, now: clock }: Dependencies) {
  return async (event: unknown): Promise<OfferSlotsResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const asked = parse(parameters);
    const { queue, number, bookingId } = asked;
    const now = clock();
    const wish = readWish(asked.wish);
    const seats = seatReader(table, queue);
    const slots = slotsAhead(line, queue, now);
    const callerItem = callerItemKey(callerKey(number, key));
    const items = await seats.read(likelySlots({ slots }, wish), [callerItem, switchKey(queue)]);
    const promised = activeBooking(readBooking(items.get(callerItem)));
    const moving = promised !== undefined && promised.id === bookingId;
    const { offering } = readSwitch(items.get(switchKey(queue)));

    const speak = phrases(asked.language);
    if (promised && !moving) return nothing('already', alreadyPromised(promised, asked.language, line, now));
    if (!offering) return nothing('paused', speak.paused);
    // Who asks for another hour is not offered the one they have.
    const others = moving ? slots.filter(({ start }) => start !== promised.slot) : slots;
    const choose = async (mostHours: 2 | 3): Promise<Choices | undefined> => {
      const search = { slots: others, seats, mostHours };
      return (await choicesFor(search, wish)) ?? (await choicesFor(search, { of: 'soonest' }));
    };
    const three = await choose(3);
    const isLong = three && speakingSeconds(announcement(three, asked, line, now)) > longestBeforeAKeySeconds;
    const choices = isLong ? await choose(2) : three;
    log('slotsOffered', { administration: line.id, queue, contactId, wish: wish.of, offered: choices?.kind, moving });
    return choices ? answer(choices, asked, line, now) : nothing('full', speak.full);
  };
}

const activeBooking = (booking: Booking | undefined): Booking | undefined =>
  booking && isActive(booking) ? booking : undefined;

function answer(choices: Choices, asked: OfferSlotsParameters, line: LineRules, now: Date): OfferSlotsResult {
  const [choice1 = '', choice2 = '', choice3 = ''] = behindKeys(choices);
  const { more } = choices;
  return {
    status: 'offered',
    kind: choices.kind === 'slots' ? 'slots' : 'wishes',
    choice1,
    choice2,
    choice3,
    more: more?.wish ?? '',
    announcement: announcement(choices, asked, line, now),
  };
}

function announcement(choices: Choices, asked: OfferSlotsParameters, line: LineRules, now: Date): string {
  const { more } = choices;
  const sentences = [sayChoices(choices, asked, line, now), ...(more ? [phrases(asked.language).more[more.to]] : [])];
  return sentences.join(' ');
}

function behindKeys(choices: Choices): string[] {
  switch (choices.kind) {
    case 'slots':
      return choices.slots;
    case 'days':
      return choices.dates.map((date) => wishText({ of: 'day', date }));
    default:
      return choices.halves.map((half) => wishText({ of: 'halfDay', date: choices.date, half }));
  }
}

function sayChoices(choices: Choices, { language, number }: OfferSlotsParameters, line: LineRules, now: Date): string {
  const speak = phrases(language);
  const today = localTime(now, line.timeZone).date;
  switch (choices.kind) {
    case 'slots':
      return speak.choices(choices.slots.map((slot) => spokenSlot(line, slot, now, number)));
    case 'days':
      return speak.dayChoices(choices.dates, today);
    default:
      return speak.halfDayChoices(choices.date, today);
  }
}

const nothing = (status: 'full' | 'already' | 'paused', why: string): OfferSlotsResult => {
  const noChoice = { choice1: '', choice2: '', choice3: '', more: '' };
  return { status, kind: 'slots', ...noChoice, announcement: why };
};

function parse(parameters: Record<string, string>): OfferSlotsParameters {
  const { queue = '', number = '', wish = '', bookingId = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  return { queue, number, wish, bookingId, language: languageOf(parameters) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = offerSlots({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
