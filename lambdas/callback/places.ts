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

/** Caller keys of the queue's kept places, and of those being spoken with. */
export async function readPlaceHolders(
  ledger: Ledger,
  queue: string,
): Promise<{ waiting: string[]; talking: string[] }> {
  const items = [...(await readPlaces(ledger, queue)).values()];
  return {
    waiting: items.flatMap((item) => members(item, 'seats')),
    talking: items.flatMap((item) => members(item, 'talking')),
  };
}

const readPlaces = (ledger: Ledger, queue: string): Promise<Map<string, Item>> =>
  ledger.getMany(placesKeys(queue), { consistent: true });
