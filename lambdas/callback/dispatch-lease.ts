import { randomUUID } from 'node:crypto';
import type { WatchedSlots } from '../../domain/callback/watched-slots.ts';
import type { Ledger } from '../runtime/dynamodb.ts';

/** What passes of a queue hand on to each other. */
interface PassMemory {
  /** Undefined at the first pass of all. */
  watched: WatchedSlots | undefined;
  /** Up to when the calls per second are used up, in milliseconds since the epoch. */
  spentUntil: number;
}
export interface Lease {
  memory: PassMemory;
  /** Ends the lease and keeps this for the next pass; false where the lease was lost meanwhile. */
  release(memory: { watched: WatchedSlots; spentUntil: number }): Promise<boolean>;
}

const leaseMilliseconds = 20_000;

const passKey = (queue: string): string => `PASS#${queue}`;

/** Up to when the dispatcher has used the calls per second, for each queue: others who call share them with it. */
export async function callsSpentUntil(ledger: Pick<Ledger, 'getMany'>, queues: readonly string[]): Promise<number[]> {
  const passes = await ledger.getMany(queues.map(passKey));
  return [...passes.values()].map(({ spentUntil: until }) => (typeof until === 'number' ? until : 0));
}

/** The queue's one pass at a time; undefined while another has it. */
export async function takeLease(ledger: Ledger, queue: string, now: Date): Promise<Lease | undefined> {
  const pk = passKey(queue);
  const holder = randomUUID();
  const taken = await ledger.update(pk, 'SET holder = :holder, leaseUntil = :until', {
    condition: 'attribute_not_exists(leaseUntil) OR leaseUntil <= :now',
    values: { ':holder': holder, ':until': now.getTime() + leaseMilliseconds, ':now': now.getTime() },
  });
  if (!taken.written) return undefined;
  const { starts, shards, spentUntil } = taken.item;
  return {
    memory: {
      watched: typeof shards === 'number' ? { starts: starts instanceof Set ? starts : new Set(), shards } : undefined,
      spentUntil: typeof spentUntil === 'number' ? spentUntil : 0,
    },
    release: async (memory) => {
      const item = {
        pk,
        leaseUntil: 0,
        starts: memory.watched.starts,
        shards: memory.watched.shards,
        spentUntil: memory.spentUntil,
      };
      const released = await ledger.put(item, { condition: 'holder = :holder', values: { ':holder': holder } });
      return released.written;
    },
  };
}
