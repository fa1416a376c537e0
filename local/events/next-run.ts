import { instantOf, localTime } from '../../domain/administration/local-time.ts';
import type { CronTimes, DeployedSchedule } from '../deployment.ts';

const dayMilliseconds = 24 * 3600_000;
/** An expression may name the 29th of February of a leap year. */
const longestDays = 8 * 366 + 1;
const weekdays = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** When a schedule runs next after an instant, in milliseconds since the epoch; undefined where it never does. */
export function nextRun({ runs }: Pick<DeployedSchedule, 'runs'>, afterMilliseconds: number): number | undefined {
  if ('cron' in runs) return nextWallTime(runs.cron, runs.timeZone, afterMilliseconds);
  const interval = runs.everySeconds * 1000;
  return (Math.floor(afterMilliseconds / interval) + 1) * interval;
}

/** A wall time that the clock jumps over is skipped, and one that comes twice runs once, as EventBridge Scheduler documents it. */
function nextWallTime(cron: CronTimes, timeZone: string, after: number): number | undefined {
  const today = Date.parse(localTime(new Date(after), timeZone).date);
  for (let day = 0; day < longestDays; day++) {
    const date = new Date(today + day * dayMilliseconds).toISOString().slice(0, 10);
    if (!isDay(cron, date)) continue;
    for (const hour of cron.hours) {
      for (const minute of cron.minutes) {
        const minutes = hour * 60 + minute;
        const instant = instantOf(date, minutes, timeZone);
        const exists = localTime(instant, timeZone).minutes === minutes;
        if (exists && instant.getTime() > after) return instant.getTime();
      }
    }
  }
  return undefined;
}

const allows = (values: number[] | undefined, value: number): boolean => values?.includes(value) ?? true;

function isDay({ years, months, daysOfMonth, daysOfWeek }: CronTimes, date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number);
  const weekday = weekdays.indexOf(localTime(new Date(`${date}T12:00:00Z`), 'UTC').weekday) + 1;
  return allows(years, year) && allows(months, month) && allows(daysOfMonth, day) && allows(daysOfWeek, weekday);
}
