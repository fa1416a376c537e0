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

/** The seats of a queue as they are now, each slot read once however often it is asked about. */
export function seatReader(ledger: Ledger, queue: string) {
  const seen = new Map<string, FreeSlot>();

  /** Reads the slots not read yet, as many as one request holds, and the other items with them, if any. */
  async function read(slots: readonly Slot[], besides: readonly string[] = []): Promise<Map<string, Item>> {
    const batch = nextSlots(
      slots.filter(({ start, seats }) => seats > 0 && !seen.has(start)),
      largestBatch - besides.length,
    );
    const keys = [...besides, ...batch.flatMap((slot) => slotKeys(queue, slot))];
    const items = keys.length > 0 ? await ledger.getMany(keys) : new Map<string, Item>();
    for (const slot of batch) seen.set(slot.start, { ...slot, shardsWithRoom: shardsWithRoom(queue, slot, items) });
    return items;
  }

  /** The first of these slots that have a seat left, at most `wanted`, in their order; a few are read, then all that a request holds. */
  async function free(slots: readonly Slot[], wanted = 1): Promise<FreeSlot[]> {
    const offered = slots.filter(({ seats }) => seats > 0);
    for (let most = soonestSlots; ; most = Infinity) {
      const known = knownFree(offered, wanted);
      const unread = offered.filter(({ start }) => !seen.has(start));
      if (known || unread.length === 0) return known ?? offered.flatMap(freeOf);
      await read(unread.slice(0, most));
    }
  }

  /** Undefined where a slot that is not read yet may come before one of them. */
  function knownFree(slots: readonly Slot[], wanted: number): FreeSlot[] | undefined {
    const firstUnread = slots.findIndex(({ start }) => !seen.has(start));
    const found = (firstUnread < 0 ? slots : slots.slice(0, firstUnread)).flatMap(freeOf).slice(0, wanted);
    return found.length === wanted || firstUnread < 0 ? found : undefined;
  }

  function freeOf({ start }: Slot): FreeSlot[] {
    const slot = seen.get(start);
    return slot && slot.shardsWithRoom.length > 0 ? [slot] : [];
  }

  return { read, free };
}
export type SeatReader = ReturnType<typeof seatReader>;

/** As many of the slots as so many keys allow, but at least one. */
function nextSlots(slots: readonly Slot[], mostKeys: number): Slot[] {
  let keys = 0;
  const tooMany = slots.findIndex(({ shards }, index) => (keys += shards) > mostKeys && index > 0);
  return tooMany < 0 ? [...slots] : slots.slice(0, tooMany);
}
