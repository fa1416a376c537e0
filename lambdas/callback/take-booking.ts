import { isActive } from '../../domain/callback/booking.ts';
import type { Booking } from '../../domain/callback/contract.ts';
import { readBooking } from '../../domain/callback/read-booking.ts';
import { callerItemKey } from '../../domain/callback/shards.ts';
import { expressions, marshal, type Ledger } from '../runtime/dynamodb.ts';
import { bookingItem, callerIsFree, putAlias, takeSeat, writeTogether } from './booking-ledger.ts';

/** `closed`: this very dialogue has booked already, and that booking has come to its end. */
export type Taken = { status: 'taken' | 'already'; booking: Booking } | { status: 'full' | 'busy' | 'closed' };

export interface Taking {
  ledger: Ledger;
  retentionDays: number;
  /** Key of the caller ID, where it is not the number to be called back. */
  alias: string | undefined;
  now: Date;
}

/** The seat, the person's one item and the alias, if any: all or none. */
export async function takeBooking(
  { ledger: table, retentionDays, alias, now }: Taking,
  booking: Booking,
  capacity: number,
): Promise<Taken> {
  if (capacity < 1) return { status: 'full' };
  const notWritten = await writeTogether(table, [
    takeSeat(table, booking, capacity, retentionDays),
    takeCaller(table, booking, retentionDays, now),
    ...(alias === undefined ? [] : [putAlias(table, alias, booking, retentionDays)]),
  ]).catch((error: unknown) => unlessWritten(table, booking, error));
  if (notWritten === undefined) return { status: 'taken', booking };
  if (notWritten === 'busy') return { status: 'busy' };
  const [, callerReason] = notWritten;
  const found = callerReason?.code === 'ConditionalCheckFailed' ? readBooking(callerReason.found) : undefined;
  if (found?.id === booking.id) return isActive(found) ? { status: 'taken', booking: found } : { status: 'closed' };
  return found ? { status: 'already', booking: found } : { status: 'full' };
}

/** The first of the shards, unread; where it is full, those of the others that are read as having room. */
export async function takeInSomeShard(
  [first, ...others]: readonly number[],
  take: (shard: number) => Promise<Taken>,
  shardsWithRoom: () => Promise<readonly number[]>,
): Promise<Taken> {
  if (first === undefined) return { status: 'full' };
  const outcome = await take(first);
  if (outcome.status !== 'full' || others.length === 0) return outcome;
  const rooms = await shardsWithRoom();
  for (const shard of others.filter((other) => rooms.includes(other))) {
    const next = await take(shard);
    if (next.status !== 'full') return next;
  }
  return { status: 'full' };
}

/** A connection may break after the write: what the ledger holds decides whether it failed. Throws the error where it did. */
async function unlessWritten(table: Ledger, { callerKey, id }: Booking, error: unknown): Promise<undefined> {
  const key = callerItemKey(callerKey);
  const found = readBooking((await table.getMany([key], { consistent: true })).get(key));
  if (found?.id !== id) throw error;
}

const takeCaller = ({ tableName }: Ledger, booking: Booking, retentionDays: number, now: Date) => ({
  Put: {
    TableName: tableName,
    Item: marshal(bookingItem(booking, retentionDays)),
    ...expressions(
      callerIsFree,
      { '#ttl': 'ttl', '#state': 'state' },
      {
        ':id': booking.id,
        ':now': Math.floor(now.getTime() / 1000),
        ':done': 'done',
        ':exhausted': 'exhausted',
        ':cancelled': 'cancelled',
      },
    ),
  },
});
