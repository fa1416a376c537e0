import { shardCapacities, slotKey } from '../../domain/callback/shards.ts';
import type { Slot } from '../../domain/callback/slots.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';

/** A slot with a seat left, and the shards that have one. */
export interface FreeSlot extends Slot {
  shardsWithRoom: number[];
}

/** Read at first: enough for three free slots on most days, and few units. */
const soonestSlots = 6;
const largestBatch = 100;

const slotKeys = (queue: string, { start, shards }: Slot): string[] =>
  Array.from({ length: shards }, (_, shard) => slotKey(queue, start, shard));

/** Shards of the slot that have a seat left, as far as `items` tell. */
function shardsWithRoom(queue: string, slot: Slot, items: Map<string, Item>): number[] {
  const capacities = shardCapacities(slot.seats, slot.shards);
  return slotKeys(queue, slot).flatMap((key, shard) => {
    const seats = items.get(key)?.['seats'];
    const taken = seats instanceof Set ? seats.size : 0;
    return taken < (capacities[shard] ?? 0) ? [shard] : [];
  });
}

/**
 * The soonest slots that have a seat left, at most `wanted`, and the item of `besides`, read in the first request with them.
 * One request where they are among the first slots; later ones read as many slots as one request holds.
 */
export async function readFreeSlots(
  ledger: Ledger,
  queue: string,
  slots: readonly Slot[],
  wanted: number,
  besides?: string,
): Promise<{ free: FreeSlot[]; item: Item | undefined }> {
  const offered = slots.filter(({ seats }) => seats > 0);
  const free: FreeSlot[] = [];
  let item: Item | undefined;
  let next = 0;
  do {
    const first = next === 0;
    const batch = nextSlots(offered, next, first ? soonestSlots : Infinity);
    const keys = batch.flatMap((slot) => slotKeys(queue, slot));
    const items = await ledger.getMany(first && besides !== undefined ? [besides, ...keys] : keys);
    if (first && besides !== undefined) item = items.get(besides);
    for (const slot of batch) {
      const rooms = shardsWithRoom(queue, slot, items);
      if (rooms.length > 0 && free.length < wanted) free.push({ ...slot, shardsWithRoom: rooms });
    }
    next += batch.length;
  } while (free.length < wanted && next < offered.length);
  return { free, item };
}

/** As many slots from there as `most` and one request's keys allow, but at least one. */
function nextSlots(slots: readonly Slot[], from: number, most: number): Slot[] {
  const batch: Slot[] = [];
  let keys = 1;
  for (const slot of slots.slice(from)) {
    keys += slot.shards;
    if (batch.length > 0 && (batch.length >= most || keys > largestBatch)) break;
    batch.push(slot);
  }
  return batch;
}
