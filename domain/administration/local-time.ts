import type { Weekday } from './administration.ts';

/** A wall clock's reading: date `YYYY-MM-DD`, whole minutes since midnight, day of the week. */
export interface LocalTime {
  date: string;
  minutes: number;
  weekday: Weekday;
}

const weekdays: readonly Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const minuteMilliseconds = 60_000;
const dayMilliseconds = 24 * 60 * minuteMilliseconds;

const formatters = new Map<string, Intl.DateTimeFormat>();

/** Building a formatter costs far more than using it, so each zone has one. */
function formatter(timeZone: string): Intl.DateTimeFormat {
  const known = formatters.get(timeZone);
  if (known) return known;
  const created = new Intl.DateTimeFormat('en-US-u-ca-gregory-nu-latn', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  formatters.set(timeZone, created);
  return created;
}

/** The wall clock's reading, written as if it were UTC, in milliseconds since the epoch. */
function wallMilliseconds(at: number, timeZone: string): number {
  const parts: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of formatter(timeZone).formatToParts(at)) parts[type] = value;
  const { year, month, day, hour, minute, second } = parts;
  const wall = Date.UTC(Number(year), Number(month) - 1, Number(day), Number(hour), Number(minute), Number(second));
  return wall + (((at % 1000) + 1000) % 1000);
}

const offsetMilliseconds = (at: number, timeZone: string): number => wallMilliseconds(at, timeZone) - at;

const dateOf = (utcMilliseconds: number): string => new Date(utcMilliseconds).toISOString().slice(0, 10);

/** The local date, minute and weekday of an instant. Throws RangeError for an unknown IANA zone or an invalid date. */
export function localTime(at: Date, timeZone: string): LocalTime {
  const wall = wallMilliseconds(at.getTime(), timeZone);
  const date = dateOf(wall);
  return { date, minutes: Math.floor((wall - Date.parse(date)) / minuteMilliseconds), weekday: weekdayOf(date) };
}

/**
 * The instant of a wall time; `minutes` may be 1440, the midnight that ends the day.
 * A wall time that the clock jumps over moves forward by the jump; one that comes twice is its first occurrence.
 */
export function instantOf(date: string, minutes: number, timeZone: string): Date {
  const wall = Date.parse(date) + minutes * minuteMilliseconds;
  const offsetBefore = offsetMilliseconds(wall - dayMilliseconds, timeZone);
  const offsetAfter = offsetMilliseconds(wall + dayMilliseconds, timeZone);
  const first = wall - offsetBefore;
  if (offsetMilliseconds(first, timeZone) === offsetBefore) return new Date(first);
  const second = wall - offsetAfter;
  return new Date(offsetMilliseconds(second, timeZone) === offsetAfter ? second : first);
}

/** `YYYY-MM-DD`, n days later (earlier where n is negative). */
export const addDays = (date: string, days: number): string => dateOf(Date.parse(date) + days * dayMilliseconds);

export function weekdayOf(date: string): Weekday {
  const weekday = weekdays[new Date(date).getUTCDay()];
  if (!weekday) throw new RangeError(`not a date: ${date}`);
  return weekday;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** ISO 8601 with the zone's offset, as in `2026-11-24T10:05:00.000+01:00`. */
export function isoWithOffset(at: Date, timeZone: string): string {
  const wall = wallMilliseconds(at.getTime(), timeZone);
  const offsetMinutes = Math.round((wall - at.getTime()) / minuteMilliseconds);
  const size = Math.abs(offsetMinutes);
  const offset = `${offsetMinutes < 0 ? '-' : '+'}${twoDigits(Math.floor(size / 60))}:${twoDigits(size % 60)}`;
  return new Date(wall).toISOString().replace('Z', offset);
}
