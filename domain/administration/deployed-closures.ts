import type { Holidays } from './administration.ts';
import { fixedHolidays, movableHolidays } from './public-holidays.ts';

/** The first year whose holidays are deployed: a fixed one, so that the template is the same on any day. */
export const firstDeployedYear = 2026;

/** Amazon Connect's quota of overrides for one set of hours, which cannot be raised. */
export const mostDeployedClosures = 50;

/**
 * How many overrides the closed days take: one for a holiday that recurs on the same day; one a year for a movable one,
 * and for a fixed one on which the line is open at least once; one for each further date.
 */
export function deployedClosures({ zone, through, extra, openOn }: Holidays): number {
  const years = Array.from({ length: through - firstDeployedYear + 1 }, (_, index) => firstDeployedYear + index);
  const isOpen = (date: string): boolean => openOn.includes(date);
  const movable = years.flatMap((year) => movableHolidays(zone, year)).filter(({ date }) => !isOpen(date));
  const fixed = fixedHolidays(zone).map(({ month, day }) => {
    const monthAndDay = `-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
    const recurs = !openOn.some((date) => date.endsWith(monthAndDay));
    return recurs ? 1 : years.filter((year) => !isOpen(`${year}${monthAndDay}`)).length;
  });
  return movable.length + extra.length + fixed.reduce((sum, count) => sum + count, 0);
}
