import type { HolidayZone } from './administration.ts';
import { deployedClosures, mostDeployedClosures } from './deployed-closures.ts';
import { formatPath, type FaultPath } from './faults.ts';
import { publicHolidays } from './public-holidays.ts';
import type { DataFault } from './schema-faults.ts';
import { defaultThrough } from './schema-line.ts';
import { overlaps, timeRangeFault } from './time-ranges.ts';

type SoundHours = Record<string, unknown[] | undefined>;

interface SoundQueue {
  agents?: Record<string, number | undefined>;
  hours?: SoundHours;
}
interface SoundSubject {
  key?: string;
  id?: string;
  queue?: string;
  information?: unknown;
}
interface SoundHolidays {
  zone?: HolidayZone;
  through?: number;
  extra?: (string | undefined)[];
  openOn?: (string | undefined)[];
}

/**
 * What is left of a file once faulty values are taken out (undefined stands in their place): what is there has passed
 * its own check, so that one fault hides no other. Defaults are not filled in.
 */
export interface SoundParts {
  id?: string;
  region?: string;
  account?: string;
  alias?: string;
  number?: 'none' | { arn?: string; displayed?: string };
  holidays?: SoundHolidays;
  hours?: SoundHours;
  languages?: (string | undefined)[];
  queues?: Record<string, SoundQueue | undefined>;
  subjects?: (SoundSubject | undefined)[];
  sms?: { senderId?: string; countries?: (string | undefined)[] };
}

const wrongValue = (path: FaultPath, message: string): DataFault => ({ path, at: 'value', message });

/** A fault for each item that equals an earlier one. */
function repeated(items: readonly (string | undefined)[], pathOf: (index: number) => FaultPath): DataFault[] {
  return items.flatMap((item, index) => {
    const first = items.indexOf(item);
    return item === undefined || first === index
      ? []
      : [wrongValue(pathOf(index), `the same as ${formatPath(pathOf(first))}`)];
  });
}

function hoursFaults(hours: SoundHours | undefined, path: FaultPath): DataFault[] {
  return Object.entries(hours ?? {}).flatMap(([day, ranges]) =>
    overlaps(ranges ?? []).map(({ index, earlier }) => wrongValue([...path, day, index], `overlaps "${earlier}"`)),
  );
}

function lineHoursFaults(hours: SoundHours | undefined): DataFault[] {
  const neverOpen = hours !== undefined && Object.values(hours).every((ranges) => ranges?.length === 0);
  return [
    ...(neverOpen ? [wrongValue(['hours'], 'the line never opens: name the hours of a day')] : []),
    ...hoursFaults(hours, ['hours']),
  ];
}

function agentsFaults(agents: Record<string, number | undefined>, path: FaultPath): DataFault[] {
  const ranges = Object.keys(agents).filter((key) => key !== 'default');
  const misspelt = ranges.flatMap((range) => {
    const message = timeRangeFault(range);
    return message === undefined ? [] : [{ path: [...path, range], at: 'key' as const, message }];
  });
  const overlapping = overlaps(ranges).map(({ text, earlier }) => {
    return { path: [...path, text], at: 'key' as const, message: `overlaps "${earlier}"` };
  });
  const nobody = 'default' in agents && Object.values(agents).every((count) => count === 0);
  return [...misspelt, ...overlapping, ...(nobody ? [wrongValue(path, 'nobody is ever on duty')] : [])];
}

function queuesFaults(queues: SoundParts['queues']): DataFault[] {
  if (queues === undefined) return [];
  if (Object.keys(queues).length === 0) return [wrongValue(['queues'], 'at least one queue')];
  return Object.entries(queues).flatMap(([name, queue]) => [
    ...agentsFaults(queue?.agents ?? {}, ['queues', name, 'agents']),
    ...hoursFaults(queue?.hours, ['queues', name, 'hours']),
  ]);
}

function subjectsFaults({ subjects, queues }: SoundParts): DataFault[] {
  if (subjects === undefined) return [];
  if (subjects.length === 0) return [wrongValue(['subjects'], 'at least one subject')];
  const of = (field: 'key' | 'id') => subjects.map((subject) => subject?.[field]);
  const names = Object.keys(queues ?? {});
  const unknown = subjects.flatMap((subject, index) =>
    subject?.queue !== undefined && names.length > 0 && !names.includes(subject.queue)
      ? [wrongValue(['subjects', index, 'queue'], `no such queue; queues: ${names.join(', ')}`)]
      : [],
  );
  // A misspelt reference already explains why its queue has no subject.
  const allLead = subjects.every((subject) => subject?.information !== undefined || subject?.queue !== undefined);
  const unreached = names.filter((name) => !subjects.some((subject) => subject?.queue === name));
  return [
    ...repeated(of('key'), (index) => ['subjects', index, 'key']),
    ...repeated(of('id'), (index) => ['subjects', index, 'id']),
    ...unknown,
    ...(allLead && unknown.length === 0 ? unreached : []).map((name): DataFault => {
      return { path: ['queues', name], at: 'key', message: 'no subject leads to this queue' };
    }),
  ];
}

function holidaysFaults({
  zone = 'metropole',
  through = defaultThrough,
  extra = [],
  openOn = [],
}: SoundHolidays): DataFault[] {
  const notHolidays = openOn.flatMap((date, index) => {
    if (date === undefined) return [];
    if (extra.includes(date)) return [wrongValue(['holidays', 'openOn', index], 'also closed by holidays.extra')];
    const holidays = publicHolidays(zone, Number(date.slice(0, 4)));
    const known = holidays.some((holiday) => holiday.date === date);
    return known ? [] : [wrongValue(['holidays', 'openOn', index], `not a public holiday of ${zone}`)];
  });
  const dates = {
    extra: extra.filter((date) => date !== undefined),
    openOn: openOn.filter((date) => date !== undefined),
  };
  const closures = deployedClosures({ zone, through, ...dates }).length;
  const tooMany = `${closures} closed days to deploy, and Amazon Connect keeps ${mostDeployedClosures}: lower holidays.through or name fewer dates`;
  return [
    ...(closures > mostDeployedClosures ? [wrongValue(['holidays'], tooMany)] : []),
    ...repeated(extra, (index) => ['holidays', 'extra', index]),
    ...repeated(openOn, (index) => ['holidays', 'openOn', index]),
    ...notHolidays,
  ];
}

function numberFaults({ number, region, account }: SoundParts): DataFault[] {
  const arn = typeof number === 'object' ? number.arn : undefined;
  if (arn === undefined) return [];
  const [, , , arnRegion, arnAccount] = arn.split(':');
  const elsewhere = (region !== undefined && arnRegion !== region) || (account !== undefined && arnAccount !== account);
  return elsewhere
    ? [wrongValue(['number', 'arn'], 'a number of the same region and account as the administration')]
    : [];
}

/** Whether a list lacks an item, as far as its sound items tell. */
const lacks = (list: readonly unknown[] | undefined, item: string): boolean =>
  list !== undefined && !list.includes(item) && !list.includes(undefined);

function listsFaults({ languages, sms }: SoundParts): DataFault[] {
  const frenchMissing = lacks(languages, 'fr') ? ['French (fr) is always one of the languages'] : [];
  const franceMissing = lacks(sms?.countries, 'FR') ? ['France (FR) is always one of the countries'] : [];
  return [
    ...frenchMissing.map((message) => wrongValue(['languages'], message)),
    ...franceMissing.map((message) => wrongValue(['sms', 'countries'], message)),
    ...repeated(languages ?? [], (index) => ['languages', index]),
    ...repeated(sms?.countries ?? [], (index) => ['sms', 'countries', index]),
  ];
}

/** What no single value shows: faults between the values of one file. */
export function crossFaults(parts: SoundParts): DataFault[] {
  return [
    ...lineHoursFaults(parts.hours),
    ...queuesFaults(parts.queues),
    ...subjectsFaults(parts),
    ...holidaysFaults(parts.holidays ?? {}),
    ...numberFaults(parts),
    ...listsFaults(parts),
  ];
}
