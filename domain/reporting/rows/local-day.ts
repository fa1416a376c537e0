import { addDays, instantOf, localTime } from '../../administration/local-time.ts';

/** A local day as instants, in milliseconds since the epoch. Days of a change of the clock are 23 or 25 hours long. */
export interface LocalDay {
  startsAt: number;
  endsAt: number;
  /** Ends of the next day, and of the last day whose callbacks can still be of this day's calls. */
  nextEndsAt: number;
  lastEndsAt: number;
  /** Of an instant, `HH:MM`. */
  halfHourOf: (at: number) => string;
}

/** A promise is followed for so many days after the one on which it was made, where a line does not promise later hours. */
export const daysFollowed = 3;

export function localDay(day: string, timeZone: string, followedUntil = addDays(day, daysFollowed)): LocalDay {
  const startOf = (date: string): number => instantOf(date, 0, timeZone).getTime();
  const start = (days: number): number => startOf(addDays(day, days));
  return {
    startsAt: start(0),
    endsAt: start(1),
    nextEndsAt: start(2),
    lastEndsAt: startOf(addDays(followedUntil, 1)),
    halfHourOf: halfHours(timeZone),
  };
}

const quarterMilliseconds = 15 * 60_000;
const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** Zones differ from UTC by whole quarters of an hour: each quarter is looked up once. */
function halfHours(timeZone: string): (at: number) => string {
  const known = new Map<number, string>();
  return (at) => {
    const quarter = Math.floor(at / quarterMilliseconds);
    const found = known.get(quarter);
    if (found !== undefined) return found;
    const { minutes } = localTime(new Date(at), timeZone);
    const halfHour = `${twoDigits(Math.floor(minutes / 60))}:${minutes % 60 < 30 ? '00' : '30'}`;
    known.set(quarter, halfHour);
    return halfHour;
  };
}
