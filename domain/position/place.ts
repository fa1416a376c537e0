import type { QueueSnapshot } from './snapshot.ts';

/** A caller's place: how many persons are served before, and whether that was counted by Connect or estimated. */
export interface Place {
  ahead: number;
  estimated: boolean;
}

/** Connect counts from 1, the next to be served. */
export const countedPlace = (positionInQueue: number): Place => ({
  ahead: Math.max(0, Math.round(positionInQueue) - 1),
  estimated: false,
});

/**
 * The place of a caller who has been in the queue since `queuedAt`, from a snapshot of the whole queue: of those who wait,
 * taken as having come evenly since the oldest, the ones who came before. Who came after the snapshot has all of it ahead.
 */
export function estimatedPlace(snapshot: QueueSnapshot, queuedAt: Date): Place {
  const ageSeconds = Math.max(0, (snapshot.takenAt - queuedAt.getTime()) / 1000);
  const oldestSeconds = Math.max(ageSeconds, snapshot.oldestContactAgeSeconds);
  const cameBefore = ageSeconds === 0 ? 1 : 1 - ageSeconds / oldestSeconds;
  return { ahead: Math.round(snapshot.contactsInQueue * cameBefore), estimated: true };
}

/** As it is said: an estimate of many people is no more exact than five of them, and never fewer than it is. */
export const roundedPlace = (place: Place): Place =>
  place.estimated && place.ahead > 20 ? { ...place, ahead: Math.ceil(place.ahead / 5) * 5 } : place;
