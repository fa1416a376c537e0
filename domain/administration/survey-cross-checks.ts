import { hasCallingHours } from '../survey/calling-hours.ts';
import { wrongValue, type DataFault } from './schema-faults.ts';
import type { SoundHours, SoundParts } from './sound-parts.ts';

const isRange = (range: unknown): range is string => typeof range === 'string';

function isEverCalled(hours: SoundHours): boolean {
  // A range that is faulty may be any.
  if (Object.values(hours).some((ranges) => ranges === undefined || !ranges.every(isRange))) return true;
  return hasCallingHours(
    Object.fromEntries(Object.entries(hours).map(([day, ranges = []]) => [day, ranges.filter(isRange)])),
  );
}

/** A later survey rings while a queue is open, and at no hour that would be indecent: some hour must be both. */
export function surveyFaults({ survey, hours, queues }: SoundParts): DataFault[] {
  if (survey?.afterNoAnswer !== true || hours === undefined) return [];
  return Object.entries(queues ?? {}).flatMap(([queue, { hours: own = {} } = {}]) => {
    if (isEverCalled(Object.keys(own).length > 0 ? own : hours)) return [];
    const message = `queue ${queue} is never open when a machine may call: from 10 to 13 or 14 to 20 hours, Monday to Friday`;
    return [wrongValue(['survey', 'afterNoAnswer'], message)];
  });
}
