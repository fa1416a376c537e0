import type { WeeklyHours, Weekday } from '../../domain/administration/administration.ts';
import type { DeployedHours } from '../deployment.ts';
import type { PropertiesOf } from './resource-properties.ts';

type HoursProperties = PropertiesOf<'AWS::Connect::HoursOfOperation'>;
type Slice = HoursProperties['Config'][number];
type TimeOfDay = Slice['StartTime'];
type Override = NonNullable<HoursProperties['HoursOfOperationOverrides']>[number];

const dayMilliseconds = 86_400_000;
const weekdays: Weekday[] = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];

/** `AWS::Connect::HoursOfOperation`. @throws Error for a recurrence other than a fixed day of every year */
export function readHours(arn: string, properties: HoursProperties): DeployedHours {
  return {
    arn,
    id: arn.slice(arn.lastIndexOf('/') + 1),
    name: properties.Name,
    timeZone: properties.TimeZone,
    weekly: weeklyHours(properties.Config),
    overrides: (properties.HoursOfOperationOverrides ?? []).flatMap(readOverride),
  };
}

function weeklyHours(slices: Slice[]): WeeklyHours {
  const hours: WeeklyHours = {};
  for (const weekday of weekdays) {
    const ranges = rangesOf(weekday, slices);
    if (ranges.length > 0) hours[weekday] = ranges;
  }
  return hours;
}

function rangesOf(weekday: Weekday, slices: Slice[]): string[] {
  const ofDay = slices.filter((slice) => slice.Day.toLowerCase() === weekday);
  return ofDay.map((slice) => `${clock(slice.StartTime)}-${endOf(slice.EndTime)}`).toSorted();
}

function readOverride(override: Override): DeployedHours['overrides'] {
  const pattern = override.RecurrenceConfig?.RecurrencePattern;
  if (pattern) return [{ date: yearlyDate(override.OverrideName, pattern), ranges: rangesOfEveryDay(override) }];
  const from = Date.parse(`${override.EffectiveFrom}T00:00:00Z`);
  const days = (Date.parse(`${override.EffectiveTill}T00:00:00Z`) - from) / dayMilliseconds;
  return Array.from({ length: days + 1 }, (_, index) => {
    const day = new Date(from + index * dayMilliseconds);
    const weekday = weekdays[day.getUTCDay()] ?? 'sunday';
    return {
      date: day.toISOString().slice(0, 10),
      ranges: isClosed(override) ? [] : rangesOf(weekday, slicesOf(override)),
    };
  });
}

/** A day of every year falls on any weekday: only what holds on all of them can be played. */
function rangesOfEveryDay(override: Override): string[] {
  if (isClosed(override)) return [];
  const perDay = weekdays.map((weekday) => rangesOf(weekday, slicesOf(override)));
  const [first = []] = perDay;
  if (perDay.some((ranges) => ranges.join() !== first.join())) {
    throw new Error(`override ${override.OverrideName}: hours that differ by weekday are not played locally`);
  }
  return first;
}

type RecurrencePattern = NonNullable<Override['RecurrenceConfig']>['RecurrencePattern'];
function yearlyDate(name: string, { Frequency, Interval = 1, ByMonth, ByMonthDay }: RecurrencePattern): string {
  const [month] = ByMonth ?? [];
  const [day] = ByMonthDay ?? [];
  if (Frequency !== 'YEARLY' || Interval !== 1 || month === undefined || day === undefined) {
    throw new Error(`override ${name}: only a fixed day of every year is played locally, not ${Frequency}`);
  }
  return `--${pad(month)}-${pad(day)}`;
}

function slicesOf(override: Override): Slice[] {
  return (override.OverrideConfig ?? []).filter((slice) => clock(slice.StartTime) !== clock(slice.EndTime));
}
function isClosed(override: Override): boolean {
  return override.OverrideType === 'CLOSED' || slicesOf(override).length === 0;
}
function clock({ Hours, Minutes }: TimeOfDay): string {
  return `${pad(Hours)}:${pad(Minutes)}`;
}
/** Connect writes midnight at the end of a day as 00:00. */
function endOf(time: TimeOfDay): string {
  return clock(time) === '00:00' ? '24:00' : clock(time);
}
function pad(value: number): string {
  return String(value).padStart(2, '0');
}
