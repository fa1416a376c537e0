import { createHash } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import type { TransactWriteItem } from '@aws-sdk/client-dynamodb';
import type { Booking } from '../../domain/callback/contract.ts';
import { aliasKey, callerItemKey, seatKey } from '../../domain/callback/shards.ts';
import { expressions, marshal, type Cancellation, type Item, type Ledger } from '../runtime/dynamodb.ts';

/** The set of seats is the counter: it grows only while it is smaller than the shard's capacity. */
const seatIsFree = 'attribute_not_exists(seats) OR (size(seats) < :capacity AND NOT contains(seats, :caller))';

/** One active callback a person: the item is free, expired, or of another booking that has come to its end. */
export const callerIsFree =
  'attribute_not_exists(pk) OR #ttl < :now OR (id <> :id AND #state IN (:done, :exhausted, :cancelled))';

/** What every change of a booking presumes: nobody else has changed it since it was read. */
export const bookingIsUnchanged = 'id = :id AND revision = :revision';

const daySeconds = 24 * 60 * 60;

/** Time to live of what belongs to a booking, in epoch seconds: counted from its slot, or from the last change of a place. */
const timeToLive = ({ kind, slot, changedAt }: Booking, retentionDays: number): number =>
  Math.floor(Date.parse(kind === 'place' ? changedAt : slot) / 1000) + retentionDays * daySeconds;

export const bookingItem = (booking: Booking, retentionDays: number): Item => ({
  pk: callerItemKey(booking.callerKey),
  ...booking,
  ttl: timeToLive(booking, retentionDays),
});

export function takeSeat(
  { tableName }: Ledger,
  booking: Booking,
  capacity: number,
  retentionDays: number,
): TransactWriteItem {
  const { callerKey } = booking;
  const values = { ':caller': callerKey, ':capacity': capacity };
  const changes = { ':seat': new Set([callerKey]), ':ttl': timeToLive(booking, retentionDays) };
  return {
    Update: {
      TableName: tableName,
      Key: marshal({ pk: seatKey(booking) }),
      UpdateExpression: 'ADD seats :seat SET #ttl = :ttl',
      ...expressions(seatIsFree, { '#ttl': 'ttl' }, { ...values, ...changes }),
    },
  };
}

/** Freed exactly once: only while the set holds it. */
export function freeSeat({ tableName }: Ledger, booking: Booking): TransactWriteItem {
  const set = booking.kind === 'place' && booking.state === 'connected' ? 'talking' : 'seats';
  return seatUpdate(tableName, booking, `DELETE ${set} :seat`, set);
}

/** Whose place has come is in the queue no longer, and found by the dispatcher until the talk is over. */
export const startTalking = ({ tableName }: Ledger, booking: Booking): TransactWriteItem =>
  seatUpdate(tableName, booking, 'DELETE seats :seat ADD talking :seat', 'seats');

const seatUpdate = (
  TableName: string,
  booking: Booking,
  UpdateExpression: string,
  heldIn: 'seats' | 'talking',
): TransactWriteItem => ({
  Update: {
    TableName,
    Key: marshal({ pk: seatKey(booking) }),
    UpdateExpression,
    ...expressions(`contains(${heldIn}, :caller)`, undefined, {
      ':caller': booking.callerKey,
      ':seat': new Set([booking.callerKey]),
    }),
  },
});

/** By it a caller ID finds the booking that it asked for another number; of no use once that number has another booking. */
export const putAlias = (
  { tableName }: Ledger,
  callerIdKey: string,
  booking: Booking,
  retentionDays: number,
): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: marshal({
      pk: aliasKey(callerIdKey),
      callerKey: booking.callerKey,
      bookingId: booking.id,
      ttl: timeToLive(booking, retentionDays),
    }),
  },
});

/** In place of the booking as it was read. */
export const replaceBooking = (
  { tableName }: Ledger,
  former: Booking,
  next: Booking,
  retentionDays: number,
): TransactWriteItem => ({
  Put: {
    TableName: tableName,
    Item: marshal(bookingItem(next, retentionDays)),
    ...expressions(bookingIsUnchanged, undefined, { ':id': former.id, ':revision': former.revision }),
  },
});

const retrySeconds = 3;
const longestPauseMilliseconds = 400;
const passingCodes: ReadonlySet<string> = new Set(['None', 'TransactionConflict', 'ThrottlingError']);
const passingErrors: ReadonlySet<string> = new Set([
  'TransactionInProgressException',
  'ThrottlingException',
  'ProvisionedThroughputExceededException',
  'RequestLimitExceeded',
]);

/** Why it was not written: the reasons of each write, or `busy` after 3 s of conflicts. Undefined once written. */
export type NotWritten = Cancellation[] | 'busy';

/**
 * The one way several items are written: all or none. Conflicts and throttling alone are tried again, with the same token;
 * the SDK does not. The token is of the content, so that only the very same writes are ever taken for a repetition.
 */
export async function writeTogether(ledger: Ledger, writes: TransactWriteItem[]): Promise<NotWritten | undefined> {
  const token = createHash('sha256').update(JSON.stringify(writes)).digest('hex').slice(0, 36);
  const startedAt = performance.now();
  for (let attempt = 1; ; attempt += 1) {
    const reasons = await transactOnce(ledger, writes, token);
    if (reasons === undefined) return undefined;
    if (reasons !== 'busy' && !reasons.every(({ code }) => passingCodes.has(code))) return reasons;
    const pause = Math.random() * Math.min(longestPauseMilliseconds, 20 * 2 ** attempt);
    if (performance.now() + pause - startedAt > retrySeconds * 1000) return 'busy';
    await sleep(pause);
  }
}

async function transactOnce(
  ledger: Ledger,
  writes: TransactWriteItem[],
  token: string,
): Promise<NotWritten | undefined> {
  try {
    return await ledger.transact(writes, token);
  } catch (error) {
    if (error instanceof Error && passingErrors.has(error.name)) return 'busy';
    throw error;
  }
}
