import type { HolidayZone, LineRules, WeeklyHours } from '../administration/administration.ts';
import { localTime } from '../administration/local-time.ts';
import { isOpenAt, minutesRange, queueCalendar, type OpenRange } from '../administration/opening-hours.ts';
import { publicHolidays } from '../administration/public-holidays.ts';
import { territoryOf } from '../callback/territories.ts';

const minuteMilliseconds = 60_000;
const halfHourMinutes = 30;
const halfHourMilliseconds = halfHourMinutes * minuteMilliseconds;

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const;

/**
 * From 10 to 13 and from 14 to 20 hours, Monday to Friday, never on a public holiday, by the clock of who is called: Code de la
 * consommation, article D223-9 (decree 2022-1313). It binds commercial prospecting, which a survey of a public service is not; but it is what
 * people in France have come to expect of an unasked-for call.
 */
const decentRanges: readonly OpenRange[] = [
  { fromMinutes: 600, toMinutes: 780 },
  { fromMinutes: 840, toMinutes: 1200 },
];

/** Who has the call put through to an agent still finds the line open. */
const minutesBeforeClosing = 15;
/** Somebody who has just left may be about to ring again. */
const leastHours = 2;
/** A long weekend; what was in vain longer ago is forgotten. */
const mostDays = 4;

const isIn = (minutes: number, { fromMinutes, toMinutes }: OpenRange): boolean =>
  fromMinutes <= minutes && minutes < toMinutes;

function isDecent(at: Date, timeZone: string, zone: HolidayZone): boolean {
  const { date, minutes, weekday } = localTime(at, timeZone);
  return (
    weekdays.some((working) => working === weekday) &&
    decentRanges.some((range) => isIn(minutes, range)) &&
    !publicHolidays(zone, Number(date.slice(0, 4))).some((holiday) => holiday.date === date)
  );
}

/** Whether a machine may ring this number now for that queue: decent by the line's clock and by that of the number, and open for a while yet. */
export function mayRing(rules: LineRules, { queue, number }: { queue: string; number: string }, at: Date): boolean {
  const calendar = queueCalendar(rules, queue);
  const later = new Date(at.getTime() + minutesBeforeClosing * minuteMilliseconds);
  if (!isOpenAt(calendar, at) || !isOpenAt(calendar, later)) return false;
  const clocks = [rules.timeZone, territoryOf(number)?.timeZone ?? rules.timeZone];
  return clocks.every((timeZone) => isDecent(at, timeZone, rules.holidays.zone));
}

/** The first half hour at which it may, later the same day or on one of the next; undefined where there is none within four days. */
export function laterSurveyAt(
  rules: LineRules,
  called: { queue: string; number: string },
  leftAt: Date,
): Date | undefined {
  const earliest = leftAt.getTime() + leastHours * 60 * minuteMilliseconds;
  const last = leftAt.getTime() + mostDays * 24 * 60 * minuteMilliseconds;
  for (let at = Math.ceil(earliest / halfHourMilliseconds); at * halfHourMilliseconds <= last; at += 1) {
    const start = new Date(at * halfHourMilliseconds);
    if (mayRing(rules, called, start)) return start;
  }
  return undefined;
}

/** The half hours from which on telephones ring now: whoever is not reached in the four hours after theirs is left in peace. */
export function begunHalfHours(now: Date): string[] {
  const last = Math.floor(now.getTime() / halfHourMilliseconds);
  const lapsesAfterHalfHours = 8;
  return Array.from({ length: lapsesAfterHalfHours }, (_, index) =>
    new Date((last - lapsesAfterHalfHours + 1 + index) * halfHourMilliseconds).toISOString(),
  );
}

/** Whether some hour of the week is both open and decent; otherwise nobody could ever be called. */
export const hasCallingHours = (hours: WeeklyHours): boolean =>
  weekdays.some((day) =>
    (hours[day] ?? [])
      .map(minutesRange)
      .some(({ fromMinutes, toMinutes }) =>
        decentRanges.some((range) =>
          halfHoursOf(range).some((start) => fromMinutes <= start && start + minutesBeforeClosing < toMinutes),
        ),
      ),
  );

const halfHoursOf = ({ fromMinutes, toMinutes }: OpenRange): number[] =>
  Array.from(
    { length: (toMinutes - fromMinutes) / halfHourMinutes },
    (_, index) => fromMinutes + index * halfHourMinutes,
  );
