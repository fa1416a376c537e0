import { localTime } from '../../domain/administration/local-time.ts';
import { isActive } from '../../domain/callback/booking.ts';
import { recognisableNumber } from '../../domain/callback/caller-id.ts';
import { callerKey } from '../../domain/callback/caller-key.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { aliasKey, callerItemKey } from '../../domain/callback/shards.ts';
import { triesKey } from '../../domain/callback/traces.ts';
import type { LineRules } from '../../domain/administration/administration.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';

export interface Recogniser {
  rules: LineRules;
  ledger: Ledger;
  ledgerKey: Uint8Array;
  now: () => Date;
}

/** The promise made to this caller ID: of its own number, or of another number that it named; undefined where there is none. */
export async function bookingOfCallerId(
  { ledger, ledgerKey, now }: Recogniser,
  callerId: string,
): Promise<Booking | undefined> {
  const key = callerKey(callerId, ledgerKey);
  const items = await ledger.getMany([callerItemKey(key), aliasKey(key)], { consistent: true });
  const own = standing(items.get(callerItemKey(key)), now());
  const alias = items.get(aliasKey(key));
  if (own || typeof alias?.['callerKey'] !== 'string') return own;
  const named = standing(await ledger.get(callerItemKey(alias['callerKey']), { consistent: true }), now());
  return named?.id === alias['bookingId'] ? named : undefined;
}

const mostFailures = 3;
const triesKeptSeconds = 2 * 24 * 60 * 60;

/**
 * The promise made to a number keyed in, for who knows its code. A try counts as a failure before the code is looked at, so that
 * no number of tries at one moment exceeds three; and it counts whether there is a booking or not, so that nothing is told of one.
 */
export async function bookingOfCode(
  { rules, ledger, ledgerKey, now }: Recogniser,
  keyedNumber: string,
  code: string,
): Promise<Booking | 'unknown' | 'refused'> {
  const number = recognisableNumber(keyedNumber, rules.ownNumbers);
  if (number === undefined) return 'unknown';
  const key = callerKey(number, ledgerKey);
  const tries = triesKey(key, localTime(now(), rules.timeZone).date);
  const counted = await ledger.update(tries, 'ADD failures :one SET #ttl = :ttl', {
    condition: 'attribute_not_exists(failures) OR failures < :most',
    names: { '#ttl': 'ttl' },
    values: { ':one': 1, ':most': mostFailures, ':ttl': Math.floor(now().getTime() / 1000) + triesKeptSeconds },
  });
  if (!counted.written) return 'refused';
  const booking = standing(await ledger.get(callerItemKey(key), { consistent: true }), now());
  if (!booking || booking.code !== code) return 'unknown';
  await ledger.update(tries, 'ADD failures :minusOne', { values: { ':minusOne': -1 } });
  return booking;
}

/** Expired items may still be there. */
function standing(item: Item | undefined, now: Date): Booking | undefined {
  const booking = readBooking(item);
  const expired = typeof item?.['ttl'] === 'number' && item['ttl'] * 1000 < now.getTime();
  return booking && isActive(booking) && !expired ? booking : undefined;
}
