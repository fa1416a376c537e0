import type { Holidays, LineRules, WeeklyHours } from './administration.ts';
import { addDays, instantOf, localTime, weekdayOf } from './local-time.ts';
import { closedDates } from './public-holidays.ts';

/** When a line or a queue is open: weekly local hours, less the holidays. */
export interface Calendar {
  timeZone: string;
  hours: WeeklyHours;
  holidays: Holidays;
}

/** Minutes since local midnight, 0 to 1440; open at `fromMinutes`, no longer at `toMinutes`. */
export interface OpenRange {
  fromMinutes: number;
  toMinutes: number;
}

/** No line closes for longer than this; beyond, there is no next opening to announce. */
const searchedDays = 366;

/** Minutes since midnight of `HH:MM`, 00:00 to 24:00. */
function minutesOfDay(clock: string): number {
  const [hours, minutes] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
}

/** A range `HH:MM-HH:MM` as minutes since midnight. */
export function minutesRange(range: string): OpenRange {
  const [from = '', to = ''] = range.split('-');
  return { fromMinutes: minutesOfDay(from), toMinutes: minutesOfDay(to) };
}

/** The calendar of the line as a whole. */
export const lineCalendar = ({ timeZone, hours, holidays }: LineRules): Calendar => ({ timeZone, hours, holidays });

/** The calendar of a queue: its own hours where the file names any, else the line's. Throws where the queue is unknown. */
export function queueCalendar(rules: LineRules, queueId: string): Calendar {
  const queue = rules.queues[queueId];
  if (!queue) throw new Error(`no queue ${queueId} in the rules of ${rules.id}`);
  const line = lineCalendar(rules);
  return Object.keys(queue.hours).length > 0 ? { ...line, hours: queue.hours } : line;
}

/** The open ranges of a local date, in order; none on a closed day. */
export function openRanges(calendar: Calendar, date: string): OpenRange[] {
  if (closedDates(calendar.holidays, Number(date.slice(0, 4))).has(date)) return [];
  return (calendar.hours[weekdayOf(date)] ?? []).map(minutesRange);
}

export function isOpenAt(calendar: Calendar, at: Date): boolean {
  const { date, minutes } = localTime(at, calendar.timeZone);
  return openRanges(calendar, date).some(({ fromMinutes, toMinutes }) => fromMinutes <= minutes && minutes < toMinutes);
}

/** The end of the range that is open at `at`; undefined where none is. */
export function closingAfter(calendar: Calendar, at: Date): Date | undefined {
  const { date, minutes } = localTime(at, calendar.timeZone);
  const open = openRanges(calendar, date).find(
    ({ fromMinutes, toMinutes }) => fromMinutes <= minutes && minutes < toMinutes,
  );
  return open && instantOf(date, open.toMinutes, calendar.timeZone);
}

/** The start of the first range that begins after `at`, within a year; undefined where there is none. */
export function nextOpening(calendar: Calendar, at: Date): Date | undefined {
  const today = localTime(at, calendar.timeZone).date;
  for (let days = 0; days <= searchedDays; days += 1) {
    const date = addDays(today, days);
    const starts = openRanges(calendar, date).map(({ fromMinutes }) => instantOf(date, fromMinutes, calendar.timeZone));
    const next = starts.find((start) => start > at);
    if (next) return next;
  }
  return undefined;
}
