import type { LineRules } from '../../domain/administration/administration.ts';
import { environmentKeys } from '../../domain/administration/contract.ts';
import { isActive } from '../../domain/callback/booking.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { Booking, OfferSlotsParameters, OfferSlotsResult } from '../../domain/callback/contract.ts';
import { phrases } from '../../domain/callback/phrases.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { slotsAhead } from '../../domain/callback/slots.ts';
import { spokenSlot } from '../../domain/callback/spoken-slot.ts';
import { readFlowInvocation } from '../runtime/connect-event.ts';
import { ledger, type Ledger } from '../runtime/dynamodb.ts';
import { required, rules } from '../runtime/environment.ts';
import { log } from '../runtime/log.ts';
import { ledgerKey } from '../runtime/secret.ts';
import { toBooking } from './booking-ledger.ts';
import { readFreeSlots, type FreeSlot } from './free-slots.ts';
import { languageOf } from './flow-parameters.ts';

interface Dependencies {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/** Offers the three soonest free slots, from a moment's-old read; throws where the flow asks for an unknown queue. */
export function offerSlots({ rules: line, ledger: table, ledgerKey: key, now: clock }: Dependencies) {
  return async (event: unknown): Promise<OfferSlotsResult> => {
    const { contactId, parameters } = readFlowInvocation(event);
    const { queue, number, language } = parse(parameters);
    const now = clock();
    const slots = slotsAhead(line, queue, now);
    const callerItem = callerItemKey(callerKey(number, key));
    const { free, item } = await readFreeSlots(table, queue, slots, 3, callerItem);
    const speak = phrases(language);
    const promised = toBooking(item);
    const said = (slot: string) => spokenSlot(line, slot, now);
    log('slotsOffered', { administration: line.id, queue, contactId, count: free.length, already: promised?.state });
    if (promised && isActive(promised)) {
      return answer('already', [], isUnderWay(promised) ? speak.alreadyUnderWay : speak.already(said(promised.slot)));
    }
    if (free.length === 0) return answer('full', [], speak.full);
    return answer('offered', free, speak.choices(free.map(({ start }) => said(start))));
  };
}

const isUnderWay = ({ state }: Booking): boolean => state !== 'booked';

function answer(status: OfferSlotsResult['status'], free: FreeSlot[], announcement: string): OfferSlotsResult {
  const [slot1 = '', slot2 = '', slot3 = ''] = free.map(({ start }) => start);
  const count = String(free.length) as OfferSlotsResult['count'];
  return { status, count, slot1, slot2, slot3, announcement };
}

function parse(parameters: Record<string, string>): OfferSlotsParameters {
  const { queue = '', number = '' } = parameters;
  if (!number.startsWith('+')) throw new Error('no number in E.164');
  return { queue, number, language: languageOf(parameters) };
}

const environment = required(environmentKeys.ledger, environmentKeys.secret);

export const handler = offerSlots({
  rules: rules(),
  ledger: ledger(environment[environmentKeys.ledger]),
  ledgerKey: ledgerKey(environment[environmentKeys.secret]),
  now: () => new Date(),
});
