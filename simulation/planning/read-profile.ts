import type { Administration, Weekday } from '../../domain/administration/administration.ts';
import { addDays, weekdayOf } from '../../domain/administration/local-time.ts';
import { readReportedDemand, type ReportedDemand } from '../../domain/reporting/reported-demand.ts';
import type { CountedCalls, Demand } from './demand.ts';
import { sum } from './half-hours.ts';

/** What a profile gives to a plan; `callsPerPerson` where the file knows it. */
export interface Profile {
  demand: Demand & { kind: 'counted' };
  callsPerPerson: number | undefined;
}

/** A file of counted calls is wrong: what is said of it. */
export class ProfileFault extends Error {}

const weekdays: readonly Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];
const everyDay = 'everyDay';
const wanted =
  'a report of npm run report --json, or {"<queue>": {"monday" … or "everyDay": {"09:00": calls of that half hour, …}}}';

/**
 * Calls for an agent by half hour, from a JSON text: a profile written by hand, or a day's or a range's report of the line.
 * @throws ProfileFault naming the first thing that is not understood
 */
export function readProfile(json: string, source: string, { queues }: Administration): Profile {
  const given = objectOf(parsed(json), 'the file');
  if ('byHalfHour' in given) {
    const report = readReportedDemand(given);
    if (report === undefined) throw new ProfileFault(`${source}: begins like a report, and is none: ${wanted}`);
    return profileOfReport(report, source, queues);
  }
  const calls: Record<string, Partial<Record<Weekday, CountedCalls[]>>> = {};
  for (const [queue, days] of Object.entries(given)) {
    if (!Object.hasOwn(queues, queue)) {
      throw new ProfileFault(`no queue "${queue}": one of ${Object.keys(queues).join(', ')}`);
    }
    calls[queue] = daysOf(queue, objectOf(days, queue));
  }
  return { demand: { kind: 'counted', source, calls }, callsPerPerson: undefined };
}

function daysOf(queue: string, days: Record<string, unknown>): Partial<Record<Weekday, CountedCalls[]>> {
  const unknown = Object.keys(days).find((day) => day !== everyDay && !weekdays.some((weekday) => weekday === day));
  if (unknown !== undefined)
    throw new ProfileFault(`${queue}.${unknown}: a day of the week in English, or ${everyDay}`);
  const usual = days[everyDay];
  const named = weekdays.flatMap((weekday) => {
    const counts = days[weekday] ?? usual;
    const place = `${queue}.${days[weekday] === undefined ? everyDay : weekday}`;
    return counts === undefined ? [] : [[weekday, halfHoursFrom(objectOf(counts, place), place)] as const];
  });
  return Object.fromEntries(named);
}

function halfHoursFrom(counts: Record<string, unknown>, place: string): CountedCalls[] {
  return Object.entries(counts).map(([from, calls]) => {
    const [, hours = '', minutes = ''] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(from) ?? [];
    if (hours === '')
      throw new ProfileFault(`${place}."${from}": the time at which a half hour begins, such as "09:30"`);
    if (typeof calls !== 'number' || !(calls >= 0 && calls < 1e6)) {
      throw new ProfileFault(`${place}."${from}": a number of calls, 0 or more`);
    }
    const fromMinutes = Number(hours) * 60 + Number(minutes);
    return { fromMinutes, toMinutes: fromMinutes + 30, calls };
  });
}

/** Calls for an agent of a report, taken as an ordinary day of the days that it covers; queues share each half hour as they share the whole. */
function profileOfReport(report: ReportedDemand, source: string, queues: Administration['queues']): Profile {
  const reported = daysBetween(report.from, report.to).filter((day) => !report.missingDays.includes(day));
  const busy = reported.filter((day) => (report.byDay[day]?.calls ?? 1) !== 0);
  const ofQueue = Object.keys(queues).map((queue) => report.byQueue[queue]?.callsForAgent ?? 0);
  const all = sum(ofQueue);
  if (all === 0 || busy.length === 0) throw new ProfileFault(`${source}: a report without calls for an agent`);
  const counts = Object.entries(report.byHalfHour).map(
    ([from, counted]) => [from, counted.callsForAgent ?? 0] as const,
  );
  const days = busy.length === 1 ? weekdays : weekdays.filter((day) => busy.some((date) => weekdayOf(date) === day));
  const calls = Object.fromEntries(
    Object.keys(queues).map((queue, index) => {
      const part = (ofQueue[index] ?? 0) / all / busy.length;
      const day = halfHoursFrom(Object.fromEntries(counts.map(([from, count]) => [from, count * part])), queue);
      return [queue, Object.fromEntries(days.map((weekday) => [weekday, day]))];
    }),
  );
  return { demand: { kind: 'counted', source, calls }, callsPerPerson: report.metrics.callsPerPerson ?? undefined };
}

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function objectOf(value: unknown, place: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new ProfileFault(`${place}: ${wanted}`);
  return value as Record<string, unknown>;
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch (fault) {
    throw new ProfileFault(`no JSON: ${fault instanceof Error ? fault.message : String(fault)}`);
  }
}
