import type { Booking } from './contract.ts';

/** A string set of 50 caller keys of 14 characters, with its key, stays under the kilobyte that one write unit pays. */
export const seatsPerShard = 50;

export const shardCount = (seats: number): number => Math.ceil(seats / seatsPerShard);

/** Seats of each of a slot's shards: as even as can be, the first ones taking what is left over. */
export function shardCapacities(seats: number, shards: number): number[] {
  return Array.from({ length: shards }, (_, shard) => Math.floor(seats / shards) + (shard < seats % shards ? 1 : 0));
}

/** Every shard once, from the one where this person starts: so callers of one moment meet on different items. */
export function shardOrder(callerKey: string, shards: number): number[] {
  let hash = 0;
  for (const character of callerKey) hash = (hash * 31 + character.charCodeAt(0)) >>> 0;
  return Array.from({ length: shards }, (_, step) => (hash + step) % shards);
}

/** Items over which a queue's kept places are spread, the same whatever the file says: a thousand places, beyond which an hour is offered. */
export const placeShards = 20;

export const placesKey = (queue: string, shard: number): string => `PLACES#${queue}#${shard}`;
export const placesKeys = (queue: string): string[] =>
  Array.from({ length: placeShards }, (_, shard) => placesKey(queue, shard));
export const slotKey = (queue: string, start: string, shard: number): string => `SLOT#${queue}#${start}#${shard}`;
export const callerItemKey = (callerKey: string): string => `CALLER#${callerKey}`;
/** Which call of their own a person is in, in place of the promised one. */
export const resumingKey = (callerKey: string): string => `RESUMING#${callerKey}`;
export const aliasKey = (callerKey: string): string => `ALIAS#${callerKey}`;

/** The item whose set holds this person while the promise stands: of the slot, or of the queue's places. */
export const seatKey = ({ kind, queue, slot, shard }: Pick<Booking, 'kind' | 'queue' | 'slot' | 'shard'>): string =>
  kind === 'place' ? placesKey(queue, shard) : slotKey(queue, slot, shard);
