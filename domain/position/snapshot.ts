/** `SNAPSHOT#<queue>`: what one queue looked like, shared by all its callers. */
export interface QueueSnapshot {
  /** Queue id of the YAML. */
  queue: string;
  /** Milliseconds since the epoch. */
  takenAt: number;
  contactsInQueue: number;
  /** Of these, the places of people who have hung up and will be called: they do not lose patience. */
  placesKept: number;
  oldestContactAgeSeconds: number;
  agentsStaffed: number;
  agentsAvailable: number;
  /** Seats booked in the slot under way. */
  seatsDue: number;
}

/** Older than this, whoever finds it takes the lease and refreshes it. */
const freshSeconds = 15;

/** Older than this it says nothing of the queue: a reading of 60 s costs the estimate a fifth of its precision. */
const usableSeconds = 60;

/** How long others leave the refreshing to the one that took the lease: above its own time-outs. */
export const leaseSeconds = 3;

export const snapshotKey = (queue: string): string => `SNAPSHOT#${queue}`;

/** One lease for all queues, since one request reads them all. No queue has an empty id. */
export const leaseKey = snapshotKey('');

/** Seconds after which the ledger may forget a snapshot. */
export const snapshotTimeToLiveSeconds = 3600;

const ageSeconds = (snapshot: QueueSnapshot, now: Date): number => (now.getTime() - snapshot.takenAt) / 1000;

export const isFresh = (snapshot: QueueSnapshot, now: Date): boolean => ageSeconds(snapshot, now) <= freshSeconds;

export const isUsable = (snapshot: QueueSnapshot, now: Date): boolean => ageSeconds(snapshot, now) <= usableSeconds;

/** Share of those who wait that is on the line, and so may hang up; 1 where nobody waits. */
export const shareOnLine = ({ contactsInQueue, placesKept }: QueueSnapshot): number =>
  contactsInQueue === 0 ? 1 : Math.max(0, 1 - placesKept / contactsInQueue);
