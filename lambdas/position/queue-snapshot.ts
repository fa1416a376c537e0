import { setTimeout as delay } from 'node:timers/promises';
import type { LineRules } from '../../domain/administration/administration.ts';
import { placesKeys } from '../../domain/callback/shards.ts';
import { positionMetrics } from '../../domain/position/contract.ts';
import { seatsDueKeys } from '../../domain/position/seats-due.ts';
import {
  isFresh,
  isUsable,
  leaseKey,
  leaseSeconds,
  snapshotKey,
  snapshotTimeToLiveSeconds,
  type QueueSnapshot,
} from '../../domain/position/snapshot.ts';
import type { Connect } from '../runtime/connect.ts';
import type { Item, Ledger } from '../runtime/dynamodb.ts';
import { count, errorName, log } from '../runtime/log.ts';

export interface SnapshotSources {
  rules: LineRules;
  /** Queue id of the YAML -> Connect queue id. */
  queueIds: Record<string, string>;
  ledger: Ledger;
  connect: Connect;
}

/** A caller hears nothing meanwhile. */
const silenceLimitMilliseconds = 3000;

/** The queue as last seen; undefined where neither the ledger nor Connect tells it in time, which is logged. */
export async function currentSnapshot(
  sources: SnapshotSources,
  queue: string,
  now: Date,
): Promise<QueueSnapshot | undefined> {
  const timer = new AbortController();
  const tooLate = delay(silenceLimitMilliseconds, undefined, { signal: timer.signal }).then(() => {
    throw new DOMException('no snapshot in time', 'TimeoutError');
  });
  try {
    return await Promise.race([readSnapshot(sources, queue, now), tooLate]);
  } catch (error) {
    log('snapshotUnavailable', { administration: sources.rules.id, queue, error: errorName(error) });
    countUnknown(sources, now);
    return undefined;
  } finally {
    timer.abort();
  }
}

/**
 * The queue as last seen: refreshed here where the shared snapshot is too old and no other invocation is at it.
 * Undefined where there is none to rely on. Throws the ledger's errors.
 */
async function readSnapshot(sources: SnapshotSources, queue: string, now: Date): Promise<QueueSnapshot | undefined> {
  const held = snapshotOf(queue, await sources.ledger.get(snapshotKey(queue)));
  if (held && isFresh(held, now)) return held;
  const refreshed = (await takeLease(sources.ledger, now)) ? await refresh(sources, now) : undefined;
  return refreshed?.find((snapshot) => snapshot.queue === queue) ?? (held && isUsable(held, now) ? held : undefined);
}

async function takeLease(ledger: Ledger, now: Date): Promise<boolean> {
  const { written } = await ledger.update(leaseKey, 'SET leaseUntil = :until, #ttl = :ttl', {
    condition: 'attribute_not_exists(leaseUntil) OR leaseUntil <= :now',
    names: { '#ttl': 'ttl' },
    values: { ':until': now.getTime() + leaseSeconds * 1000, ':now': now.getTime(), ':ttl': timeToLive(now) },
  });
  return written;
}

/** Reads all queues of the administration in one request, so that each of them is fresh for every caller. */
async function refresh(sources: SnapshotSources, now: Date): Promise<QueueSnapshot[] | undefined> {
  try {
    const snapshots = await takeSnapshots(sources, now);
    await Promise.all(
      snapshots.map((snapshot) =>
        sources.ledger.put({ pk: snapshotKey(snapshot.queue), ttl: timeToLive(now), ...snapshot }),
      ),
    );
    return snapshots;
  } catch (error) {
    log('queueMetricsUnavailable', { administration: sources.rules.id, error: errorName(error) });
    countUnknown(sources, now);
    return undefined;
  }
}

function countUnknown({ rules }: SnapshotSources, now: Date): void {
  count({ [positionMetrics.waitUnknown]: 1 }, { administration: rules.id }, now);
}

async function takeSnapshots({ rules, queueIds, ledger, connect }: SnapshotSources, now: Date) {
  const queues = Object.keys(rules.queues);
  const keys = queues.map((queue) => ({ slots: seatsDueKeys(rules, queue, now), places: placesKeys(queue) }));
  const [metrics, items] = await Promise.all([
    connect.currentMetrics(Object.values(queueIds)),
    ledger.getMany(keys.flatMap(({ slots, places }) => [...slots, ...places])),
  ]);
  const peopleIn = (held: readonly string[]): number =>
    held.reduce((people, key) => people + seatsOf(items.get(key)), 0);
  return queues.map((queue, index): QueueSnapshot => {
    const seen = metrics.get(queueIds[queue] ?? '');
    return {
      queue,
      takenAt: now.getTime(),
      contactsInQueue: seen?.contactsInQueue ?? 0,
      oldestContactAgeSeconds: seen?.oldestContactAgeSeconds ?? 0,
      agentsStaffed: seen?.agentsStaffed ?? 0,
      agentsAvailable: seen?.agentsAvailable ?? 0,
      placesKept: peopleIn(keys[index]?.places ?? []),
      seatsDue: peopleIn(keys[index]?.slots ?? []),
    };
  });
}

const seatsOf = (item: Item | undefined): number => (item?.['seats'] instanceof Set ? item['seats'].size : 0);

const timeToLive = (now: Date): number => Math.floor(now.getTime() / 1000) + snapshotTimeToLiveSeconds;

function snapshotOf(queue: string, item: Item | undefined): QueueSnapshot | undefined {
  if (!item) return undefined;
  return {
    queue,
    takenAt: Number(item['takenAt']),
    contactsInQueue: Number(item['contactsInQueue']),
    placesKept: Number(item['placesKept'] ?? 0),
    oldestContactAgeSeconds: Number(item['oldestContactAgeSeconds']),
    agentsStaffed: Number(item['agentsStaffed']),
    agentsAvailable: Number(item['agentsAvailable']),
    seatsDue: Number(item['seatsDue']),
  };
}
