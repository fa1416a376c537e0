import { placesKey, placesKeys, placeShards, seatsPerShard } from '../../domain/callback/shards.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';

const shards = Array.from({ length: placeShards }, (_, shard) => shard);

const members = (item: Item | undefined, set: 'seats' | 'talking'): string[] => {
  const held = item?.[set];
  return held instanceof Set ? [...held] : [];
};

/** Shards in which another place can be kept. */
export async function placeShardsWithRoom(ledger: Ledger, queue: string): Promise<number[]> {
  const items = await readPlaces(ledger, queue);
  return shards.filter((shard) => members(items.get(placesKey(queue, shard)), 'seats').length < seatsPerShard);
}

/** Caller keys of the queue's kept places, and of those being spoken with, in the items of `placesKeys`. */
export function placeHolders(
  items: ReadonlyMap<string, Item>,
  queue: string,
): { waiting: string[]; talking: string[] } {
  const places = placesKeys(queue).map((key) => items.get(key));
  return {
    waiting: places.flatMap((item) => members(item, 'seats')),
    talking: places.flatMap((item) => members(item, 'talking')),
  };
}

const readPlaces = (ledger: Ledger, queue: string): Promise<Map<string, Item>> =>
  ledger.getMany(placesKeys(queue), { consistent: true });
