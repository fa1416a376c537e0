import type { LineRules, Queue } from '../administration/administration.ts';
import { fewestOnDuty } from '../administration/agents-on-duty.ts';
import { addDays, instantOf, localTime } from '../administration/local-time.ts';
import { openRanges, queueCalendar } from '../administration/opening-hours.ts';
import { shardCount } from './shards.ts';

/** A window in which a queue calls back, wholly inside its opening hours. */
export interface Slot {
  /** ISO 8601 UTC. */
  start: string;
  end: string;
  /** Local date of the start, and minutes since that midnight. */
  date: string;
  fromMinutes: number;
  toMinutes: number;
  /** Seats that may be sold now. */
  seats: number;
  /** Items over which the slot's seats are spread: the same whatever part of them is sold. */
  shards: number;
}

/**
 * A slot is offered no later than this before it starts: the time to choose it and hang up, for the SMS to arrive, and for
 * the first pass of the dispatcher, once a minute, to find it.
 */
const shortestLeadMinutes = 5;

/** Of a later day's computed seats, the share sold before that day: see docs/decisions/0001-seats.md. */
const laterDayShare = 0.5;

const minuteMilliseconds = 60_000;

/**
 * The queue's slots that start after `now` plus the lead, soonest first, within the horizon, that of the file unless another is
 * given. Their length is counted on the instants, so that a slot neither vanishes nor doubles where the clock changes.
 * @throws Error where the queue is unknown
 */
export function slotsAhead(
  rules: LineRules,
  queueId: string,
  now: Date,
  { leadMinutes = shortestLeadMinutes, horizonDays = rules.callback.horizonDays } = {},
): Slot[] {
  const today = localTime(now, rules.timeZone).date;
  const earliest = now.getTime() + leadMinutes * minuteMilliseconds;
  return datesAhead(rules, queueId, today, horizonDays)
    .flatMap((date) => slotsOfDay(rules, queueId, date, today))
    .filter(({ start }) => Date.parse(start) > earliest);
}

/** The longest closure, in days, behind which opening days are still looked for. */
const longestClosureDays = 31;

/**
 * Today, and the next days on which the queue opens, that many of them: on a Friday evening somebody must be able to choose Monday.
 */
export function datesAhead(rules: LineRules, queueId: string, today: string, openDays: number): string[] {
  const calendar = queueCalendar(rules, queueId);
  const later = Array.from({ length: openDays + longestClosureDays }, (_, day) => addDays(today, day + 1));
  return [today, ...later.filter((date) => openRanges(calendar, date).length > 0).slice(0, openDays)];
}

/** All slots of the queue on a local date, past ones too. */
export function slotsOfDay(rules: LineRules, queueId: string, date: string, today: string): Slot[] {
  const queue = rules.queues[queueId];
  if (!queue) throw new Error(`no queue ${queueId} in the rules of ${rules.id}`);
  const { timeZone } = rules;
  const length = rules.callback.slotMinutes * minuteMilliseconds;
  return openRanges(queueCalendar(rules, queueId), date).flatMap(({ fromMinutes, toMinutes }) => {
    const opens = instantOf(date, fromMinutes, timeZone).getTime();
    const closes = instantOf(date, toMinutes, timeZone).getTime();
    const count = Math.max(0, Math.floor((closes - opens) / length));
    return Array.from({ length: count }, (_, index) => {
      const start = opens + index * length;
      const from = localTime(new Date(start), timeZone).minutes;
      const to = from + rules.callback.slotMinutes;
      const seats = seatsOfSlot(rules.callback, queue, from, to);
      return {
        start: new Date(start).toISOString(),
        end: new Date(start + length).toISOString(),
        date,
        fromMinutes: from,
        toMinutes: to,
        seats: date === today || rules.callback.seats !== 'auto' ? seats : Math.ceil(seats * laterDayShare),
        shards: shardCount(seats),
      };
    });
  });
}

/** Calls that a share of so many agents finish in a slot: floor(slot / handle time × agents × share). */
export const seatsOfAgents = (slotMinutes: number, { handleTimeSeconds }: Queue, agents: number, share = 1): number =>
  Math.floor(((slotMinutes * 60) / handleTimeSeconds) * agents * share);

/** Seats of a slot on its own day: the file's number, or those of the share of its agents, who are the fewest of the slot. */
export function seatsOfSlot(callback: LineRules['callback'], queue: Queue, from: number, to: number): number {
  if (callback.seats !== 'auto') return callback.seats;
  return seatsOfAgents(callback.slotMinutes, queue, fewestOnDuty(queue, from, to), callback.share);
}
