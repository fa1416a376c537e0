import type { Administration, Queue, Weekday } from '../../domain/administration/administration.ts';
import { fewestOnDuty } from '../../domain/administration/agents-on-duty.ts';
import { minutesRange } from '../../domain/administration/opening-hours.ts';
import { seatsOfSlot } from '../../domain/callback/slots.ts';

/** A half hour in which a queue is open; what is left before closing may be shorter. */
export interface HalfHour {
  weekday: Weekday;
  /** `09:30`, local, and where it ends. */
  from: string;
  to: string;
  /** Minutes since local midnight. */
  fromMinutes: number;
  toMinutes: number;
  /** Agents that the file staffs, the fewest at any minute of it. */
  agents: number;
  /** Seats that the file sells in it on its own day, as far as its windows lie in it. */
  seatsOfFile: number;
  /** Part of it that lies in a window of the file, 0 to 1: callbacks are promised in windows only. */
  windows: number;
}

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const length = 30;

/** The open half hours of an ordinary week, from Monday on. Holidays are left out: what they move is in no file. */
export function halfHoursOf({ hours, callback }: Administration, queue: Queue): HalfHour[] {
  const week = Object.keys(queue.hours).length > 0 ? queue.hours : hours;
  return weekdays.flatMap((weekday) =>
    (week[weekday] ?? []).map(minutesRange).flatMap(({ fromMinutes: opens, toMinutes: closes }) => {
      const windows = windowsBetween(opens, closes, callback.slotMinutes);
      return Array.from({ length: Math.ceil((closes - opens) / length) }, (_, index) => {
        const fromMinutes = opens + index * length;
        const toMinutes = Math.min(closes, fromMinutes + length);
        const parts = windows.map(([from, to]) => Math.max(0, Math.min(to, toMinutes) - Math.max(from, fromMinutes)));
        const seats = windows.map(([from, to]) => seatsOfSlot(callback, queue, from, to));
        return {
          weekday,
          from: clock(fromMinutes),
          to: clock(toMinutes),
          fromMinutes,
          toMinutes,
          agents: fewestOnDuty(queue, fromMinutes, toMinutes),
          seatsOfFile: sum(parts.map((part, window) => ((seats[window] ?? 0) * part) / callback.slotMinutes)),
          windows: sum(parts) / (toMinutes - fromMinutes),
        };
      });
    }),
  );
}

/** Windows follow one another from the opening; a remainder is none. */
const windowsBetween = (opens: number, closes: number, minutes: number): [number, number][] =>
  Array.from({ length: Math.floor((closes - opens) / minutes) }, (_, index) => [
    opens + index * minutes,
    opens + (index + 1) * minutes,
  ]);

export const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

/** `09:30`. */
const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
