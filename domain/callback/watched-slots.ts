import type { LineRules } from '../administration/administration.ts';
import { addDays, localTime } from '../administration/local-time.ts';
import { datesAhead, slotsOfDay } from './slots.ts';

/** What the dispatcher keeps of a queue from pass to pass, so that no booking is lost when the file's hours or agents change. */
export interface WatchedSlots {
  /** Starts, ISO 8601 UTC, of slots to come and of those begun that have a booking under way. */
  starts: ReadonlySet<string>;
  /** The most shards that a slot of the queue has had. */
  shards: number;
}

/** Where nothing was kept, slots of these days may still have bookings under way. */
const forgottenDays = 2;

/** The slots to watch now: those kept, and those that the file names today. */
export function watchedSlots(
  rules: LineRules,
  queueId: string,
  kept: WatchedSlots | undefined,
  now: Date,
): WatchedSlots {
  const today = localTime(now, rules.timeZone).date;
  const forgotten = kept ? [] : Array.from({ length: forgottenDays }, (_, day) => addDays(today, day - forgottenDays));
  const days = [...forgotten, ...datesAhead(rules, queueId, today, rules.callback.horizonDays)];
  const named = days.flatMap((date) => slotsOfDay(rules, queueId, date, today));
  const wanted = named.filter(({ start }) => !kept || Date.parse(start) > now.getTime());
  return {
    starts: new Set([...(kept?.starts ?? []), ...wanted.map(({ start }) => start)]),
    shards: Math.max(kept?.shards ?? 0, ...named.map(({ shards }) => shards)),
  };
}

/** Those of the starts that have begun, soonest first. */
export const begunSlots = ({ starts }: WatchedSlots, now: Date): string[] =>
  [...starts].filter((start) => Date.parse(start) <= now.getTime()).toSorted();

/** Without the slots that are over and have nothing under way: nothing can be booked in a slot that has begun. */
export function stillWatched(
  { starts, shards }: WatchedSlots,
  underWay: ReadonlySet<string>,
  slotMilliseconds: number,
  now: Date,
): WatchedSlots {
  const kept = [...starts].filter(
    (start) => underWay.has(start) || Date.parse(start) + slotMilliseconds > now.getTime(),
  );
  return { starts: new Set(kept), shards };
}
