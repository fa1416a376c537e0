import { CfnHoursOfOperation } from 'aws-cdk-lib/aws-connect';
import type { Construct } from 'constructs';
import type { Administration, Holidays, WeeklyHours } from '../domain/administration/administration.ts';
import { deployedClosures, type DeployedClosure } from '../domain/administration/deployed-closures.ts';
import { minutesRange } from '../domain/administration/opening-hours.ts';

const lastDayOfRecurrence = '2099-12-31';

type Override = CfnHoursOfOperation.HoursOfOperationOverrideProperty;

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

function override({ name, date, everyYear }: DeployedClosure): Override {
  const closed = { overrideName: name, overrideType: 'CLOSED', effectiveFrom: date, overrideConfig: [] };
  if (!everyYear) return { ...closed, effectiveTill: date };
  const [, month = 0, day = 0] = date.split('-').map(Number);
  const recurrencePattern = { frequency: 'YEARLY', interval: 1, byMonth: [month], byMonthDay: [day] };
  return { ...closed, effectiveTill: lastDayOfRecurrence, recurrenceConfig: { recurrencePattern } };
}

/** The closed days of a set of hours. */
export const holidayOverrides = (holidays: Holidays): Override[] => deployedClosures(holidays).map(override);

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
