import type { OfferReason } from './contract.ts';
import type { ExpectedWait } from './expected-wait.ts';

/** The only durations ever announced, in minutes; beyond the last there is no upper bound. */
export const announcedMinutes: readonly number[] = [1, 2, 3, 5, 10, 15, 20, 30];

/** The shortest bound that is ever announced. */
export const shortestBoundSeconds = 60;

/** The bound kept for "more than 30 minutes": a day, so that no later announcement passes it. */
export const unboundedSeconds = 86_400;

/** What is said of the wait. `range`: minutes of the ladder, both equal where one figure is enough. */
export type WaitMessage =
  | { kind: 'range'; fromMinutes: number; toMinutes: number }
  | { kind: 'beyondLadder' }
  | { kind: 'grew' }
  | { kind: 'unknown' };

export interface Announcement {
  wait: WaitMessage;
  /** Upper bound that this caller has now been told; undefined where none ever was. */
  boundSeconds: number | undefined;
  offer: boolean;
  offerReason: OfferReason;
}

/** Rounded up to the ladder, in minutes; undefined beyond it. */
const rung = (seconds: number): number | undefined => announcedMinutes.find((minutes) => seconds <= minutes * 60);

/** The range from the median to what four in five callers do not exceed, never above what was announced before. */
function waitRange(wait: ExpectedWait, lastBoundSeconds: number): WaitMessage {
  const likely = rung(Math.min(wait.likelySeconds, lastBoundSeconds));
  if (likely === undefined) return { kind: 'beyondLadder' };
  const median = rung(wait.medianSeconds) ?? likely;
  return { kind: 'range', fromMinutes: Math.min(median, likely), toMinutes: likely };
}

/**
 * What to say of the wait, and whether to propose a callback. For one caller the bound only ever goes down: where the
 * expected wait passes the bound announced last, no figure is said but that the wait has grown, and a callback is proposed.
 * A callback is proposed where the longer end of what is announced, which one caller in five will pass, is above the threshold.
 * @param wait undefined where it is not known.
 * @param lastBoundSeconds the bound this caller was told last, undefined where none was.
 */
export function announceWait(
  wait: ExpectedWait | undefined,
  lastBoundSeconds: number | undefined,
  offerAboveSeconds: number,
): Announcement {
  if (!wait) {
    return { wait: { kind: 'unknown' }, boundSeconds: lastBoundSeconds, offer: true, offerReason: 'waitUnknown' };
  }
  const ceilingSeconds = lastBoundSeconds ?? unboundedSeconds;
  if (Math.min(wait.meanSeconds, unboundedSeconds) > ceilingSeconds) {
    return { wait: { kind: 'grew' }, boundSeconds: lastBoundSeconds, offer: true, offerReason: 'waitGrew' };
  }
  const message = waitRange(wait, ceilingSeconds);
  const offer = wait.likelySeconds > offerAboveSeconds;
  return {
    wait: message,
    boundSeconds: message.kind === 'range' ? message.toMinutes * 60 : unboundedSeconds,
    offer,
    offerReason: offer ? 'longWait' : 'waitShort',
  };
}
