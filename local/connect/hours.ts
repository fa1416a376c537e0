import { localTime } from '../../domain/administration/local-time.ts';
import { minutesRange } from '../../domain/administration/opening-hours.ts';
import type { DeployedHours } from '../deployment.ts';

/** Whether hours of operation are open; an override of the date, dated before yearly, replaces the week's hours. */
export function isOpen(hours: DeployedHours, at: Date): boolean {
  const { date, minutes, weekday } = localTime(at, hours.timeZone);
  const override =
    hours.overrides.find((candidate) => candidate.date === date) ??
    hours.overrides.find((candidate) => candidate.date === `-${date.slice(4)}`);
  const ranges = override?.ranges ?? hours.weekly[weekday] ?? [];
  return ranges.map(minutesRange).some(({ fromMinutes, toMinutes }) => fromMinutes <= minutes && minutes < toMinutes);
}
