import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Administration, Holidays, WeeklyHours } from '../domain/administration/administration.ts';
import { minutesRange } from '../domain/administration/opening-hours.ts';
import { fixedHolidays, movableHolidays } from '../domain/administration/public-holidays.ts';

/** Dated overrides begin here, not today: a synthesis gives the same template on any day. */
const firstYear = 2026;
const lastDayOfRecurrence = '2099-12-31';
/** Connect's quota of overrides for one set of hours, which cannot be raised. */
const mostOverrides = 50;

type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

const timeOf = (minutes: number): CfnHoursOfOperation.HoursOfOperationTimeSliceProperty => ({
  // Midnight as an end is 0:00 of the next day.
  hours: Math.floor(minutes / 60) % 24,
  minutes: minutes % 60,
});

function weeklyConfig(hours: WeeklyHours): CfnHoursOfOperation.HoursOfOperationConfigProperty[] {
  return Object.entries(hours).flatMap(([day, ranges]) =>
    ranges.map(minutesRange).map(({ fromMinutes, toMinutes }) => ({
      day: day.toUpperCase(),
      startTime: timeOf(fromMinutes),
      endTime: timeOf(toMinutes),
    })),
  );
}

const closed = (name: string, from: string, till: string): Override => ({
  overrideName: name,
  overrideType: 'CLOSED',
  effectiveFrom: from,
  effectiveTill: till,
  overrideConfig: [],
});

function yearsOf({ through }: Holidays): number[] {
  return Array.from({ length: Math.max(0, through - firstYear + 1) }, (_, index) => firstYear + index);
}

/** A holiday of the same day every year recurs; unless the line is open on one of them, then each year is dated. */
function fixedOverrides(holidays: Holidays): Override[] {
  return fixedHolidays(holidays.zone).flatMap(({ month, day, name }) => {
    const monthAndDay = `${twoDigits(month)}-${twoDigits(day)}`;
    if (holidays.openOn.some((date) => date.endsWith(monthAndDay))) {
      return yearsOf(holidays)
        .map((year) => ({ year, date: `${year}-${monthAndDay}` }))
        .filter(({ date }) => !holidays.openOn.includes(date))
        .map(({ year, date }) => closed(`${name} ${year}`, date, date));
    }
    const recurring = closed(name, `${firstYear}-${monthAndDay}`, lastDayOfRecurrence);
    const recurrencePattern = { frequency: 'YEARLY', interval: 1, byMonth: [month], byMonthDay: [day] };
    return [{ ...recurring, recurrenceConfig: { recurrencePattern } }];
  });
}

/**
 * The closed days of a set of hours: fixed holidays every year, movable ones and the file's own dates one by one.
 * @throws where they are more than Connect keeps
 */
export function holidayOverrides(holidays: Holidays): Override[] {
  const movable = yearsOf(holidays)
    .flatMap((year) =>
      movableHolidays(holidays.zone, year).map(({ date, name }) => ({ date, name: `${name} ${year}` })),
    )
    .filter(({ date }) => !holidays.openOn.includes(date))
    .map(({ date, name }) => closed(name, date, date));
  const extra = holidays.extra.map((date) => closed(`Fermeture ${date}`, date, date));
  const overrides = [...fixedOverrides(holidays), ...movable, ...extra];
  if (overrides.length > mostOverrides) {
    throw new Error(
      `holidays: ${overrides.length} closed days, and Amazon Connect keeps ${mostOverrides}: lower holidays.through or name fewer dates`,
    );
  }
  return overrides;
}

/** A set of hours for the line (`name` is the administration's id) or for a queue whose hours differ. */
export function hoursOfOperation(
  scope: Construct,
  id: string,
  props: { instanceArn: string; name: string; hours: WeeklyHours; administration: Administration },
): CfnHoursOfOperation {
  const { instanceArn, name, hours, administration } = props;
  return new CfnHoursOfOperation(scope, id, {
    instanceArn,
    name,
    timeZone: administration.timeZone,
    config: weeklyConfig(hours),
    hoursOfOperationOverrides: holidayOverrides(administration.holidays),
  });
}
