import { ownQueues } from './contract.ts';
import { deployedClosures, mostDeployedClosures } from './deployed-closures.ts';
import type { FaultPath } from './faults.ts';
import { publicHolidays } from './public-holidays.ts';
import { repeated } from './repetitions.ts';
import { wrongValue, type DataFault } from './schema-faults.ts';
import { defaultThrough } from './schema-line.ts';
import type { SoundHolidays, SoundHours, SoundParts } from './sound-parts.ts';
import { subjectFaults } from './subject-cross-checks.ts';
import { surveyFaults } from './survey-cross-checks.ts';
import { agentTextFaults, textFaults } from './text-cross-checks.ts';
import { overlaps, timeRangeFault } from './time-ranges.ts';

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
    ...(ownQueues.includes(name)
      ? [wrongValue(['queues', name], 'another name: every line has a queue of its own of this name')]
      : []),
    ...agentsFaults(queue?.agents ?? {}, ['queues', name, 'agents']),
    ...hoursFaults(queue?.hours, ['queues', name, 'hours']),
  ]);
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
  // The line answers in French, and its greeting leads to the languages behind.
  const frenchLater = (languages ?? []).indexOf('fr') > 0 ? ['French (fr) comes first: the line answers in it'] : [];
  const franceMissing = lacks(sms?.countries, 'FR') ? ['France (FR) is always one of the countries'] : [];
  return [
    ...[...frenchMissing, ...frenchLater].map((message) => wrongValue(['languages'], message)),
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
    ...subjectFaults(parts),
    ...textFaults(parts),
    ...agentTextFaults(parts),
    ...surveyFaults(parts),
    ...holidaysFaults(parts.holidays ?? {}),
    ...numberFaults(parts),
    ...listsFaults(parts),
  ];
}
