import type { Holidays } from './administration.ts';
import { fixedHolidays, movableHolidays } from './public-holidays.ts';

/** The first year whose holidays are deployed: a fixed one, so that the template is the same on any day. */
export const firstDeployedYear = 2026;

/** Amazon Connect's quota of overrides for one set of hours, which cannot be raised. */
export const mostDeployedClosures = 50;

/** A closed day; `date` is `YYYY-MM-DD`, that of the first deployed year where it recurs every year. */
export interface DeployedClosure {
  name: string;
  date: string;
  everyYear: boolean;
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const once = (name: string, date: string): DeployedClosure => ({ name, date, everyYear: false });

/**
 * The closed days to deploy: one for a holiday that recurs on the same day; one a year for a movable one, and for a fixed
 * one on which the line is open at least once; one for each further date.
 */
export function deployedClosures({ zone, through, extra, openOn }: Holidays): DeployedClosure[] {
  const years = Array.from({ length: through - firstDeployedYear + 1 }, (_, index) => firstDeployedYear + index);
  const isClosed = ({ date }: DeployedClosure): boolean => !openOn.includes(date);
  const fixed = fixedHolidays(zone).flatMap(({ month, day, name }) => {
    const monthAndDay = `${twoDigits(month)}-${twoDigits(day)}`;
    const recurs = !openOn.some((date) => date.endsWith(`-${monthAndDay}`));
    if (recurs) return [{ name, date: `${firstDeployedYear}-${monthAndDay}`, everyYear: true }];
    return years.map((year) => once(`${name} ${year}`, `${year}-${monthAndDay}`)).filter(isClosed);
  });
  const movable = years
    .flatMap((year) => movableHolidays(zone, year).map(({ name, date }) => once(`${name} ${year}`, date)))
    .filter(isClosed);
  return [...fixed, ...movable, ...extra.map((date) => once(`Fermeture ${date}`, date))];
}
