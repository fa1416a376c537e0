import { addDays } from '../administration/local-time.ts';
import type { CallRow, CompiledRows } from './compiled-rows.ts';
import type { Counts, CountKey, Metrics, Report } from './report-contract.ts';
import type { ReportRules } from './contract.ts';
import { emittedCall, receivedCall, refusedCallback } from './counts/of-calls.ts';
import { reachedBooking, sentMessage } from './counts/of-other-tables.ts';
import { countAll, countBookings, countCalls, noCounts, sumCounts, tableOf } from './counts.ts';
import { addTallies, quantiles, sorted, tally, voiceSecondsDistribution } from './distribution.ts';
import { intervals, ratioCatalogue, ratios } from './ratios.ts';
import { versionOf } from './person.ts';

/** What a day's rows come to. A day without a call has every key, counts of 0 and no share. */
export function dayReport(rows: CompiledRows, { rules, day }: { rules: ReportRules; day: string }): Report {
  const distribution = voiceSecondsDistribution(rows.calls);
  const personVersions = [...new Set(rows.persons.map(({ person }) => versionOf(person)))].toSorted();
  const persons = personVersions.length > 1 ? null : rows.persons.length;
  const queues = queuesOf(rules, rows);
  return {
    ...about(rules, day, day),
    missingDays: [],
    personVersions,
    metrics: metricsOf(countAll(rows), { distribution, persons }),
    byQueue: sorted(queues.map((queue) => [queue, queueMetrics(countsOfQueue(rows, queue))])),
    byHalfHour: byHalfHour(rows.calls),
    byDay: {},
    offerReasons: tally(rows.calls.filter(receivedCall.is).flatMap(({ offer_reason: reason }) => reason || [])),
    callbackRefusals: tally(rows.calls.filter(refusedCallback.is).map(({ callback_refusal: refusal }) => refusal)),
    reachedAtAttempt: tally(rows.bookings.filter(reachedBooking.is).map((row) => String(row.reached_attempt))),
    numbers: numbersOf(rows.calls),
    voiceSecondsDistribution: distribution,
    smsByTemplate: tally(rows.messages.filter(sentMessage.is).map(({ template }) => template)),
  };
}

export interface RangeOptions {
  rules: ReportRules;
  /** Local days, both included. */
  from: string;
  to: string;
  /** Distinct over the range, where somebody counted them; not told across two versions of the hash. */
  persons: number | null;
}

/** Several days in one report: counts are summed, and every share is drawn from the sums. Days outside the range are left aside. */
export function rangeReport(days: readonly Report[], { rules, from, to, persons }: RangeOptions): Report {
  const known = new Map(days.map((report) => [report.from, report]));
  const asked = daysBetween(from, to);
  const reports = asked.flatMap((day) => known.get(day) ?? []);
  const tallies = (of: (report: Report) => Record<string, number>): Record<string, number> =>
    addTallies(reports.map(of));
  const distribution = tallies((report) => report.voiceSecondsDistribution);
  const personVersions = [...new Set(reports.flatMap((report) => report.personVersions))].toSorted();
  const queues = new Set([...rules.queues, ...reports.flatMap(({ byQueue }) => Object.keys(byQueue))]);
  const halfHours = new Set(reports.flatMap((report) => Object.keys(report.byHalfHour)));
  return {
    ...about(rules, from, to),
    missingDays: asked.filter((day) => !known.has(day)),
    personVersions,
    metrics: metricsOf(sumCounts(reports.map(({ metrics }) => metrics)), {
      distribution,
      persons: personVersions.length > 1 ? null : persons,
    }),
    byQueue: sorted(
      [...queues].map((queue) => [queue, queueMetrics(sumCounts(reports.map(({ byQueue }) => byQueue[queue] ?? {})))]),
    ),
    byHalfHour: sorted(
      [...halfHours].map((time) => [time, sumCounts(reports.map((report) => report.byHalfHour[time] ?? {}))]),
    ),
    byDay: from === to ? {} : sorted(reports.map((report) => [report.from, report.metrics])),
    offerReasons: tallies((report) => report.offerReasons),
    callbackRefusals: tallies((report) => report.callbackRefusals),
    reachedAtAttempt: tallies((report) => report.reachedAtAttempt),
    numbers: addNumbers(reports.map(({ numbers }) => numbers)),
    voiceSecondsDistribution: distribution,
    smsByTemplate: tallies((report) => report.smsByTemplate),
  };
}

type About = Pick<Report, 'administration' | 'name' | 'timeZone' | 'from' | 'to'>;
const about = ({ id, name, timeZone }: ReportRules, from: string, to: string): About => ({
  administration: id,
  name,
  timeZone,
  from,
  to,
});

function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function metricsOf(
  counts: Counts,
  { distribution, persons }: { distribution: Readonly<Record<string, number>>; persons: number | null },
): Metrics {
  return { ...counts, ...ratios(counts), ...intervals(counts), ...quantiles(distribution), persons };
}

/** Neither a person nor an SMS is of a queue: what is counted of them there is not known, and what is drawn from it neither. */
function queueMetrics(counts: Counts): Metrics {
  const metrics: Record<string, number | null> = metricsOf(counts, { distribution: {}, persons: null });
  for (const key of Object.keys(counts) as CountKey[]) if (!isOfQueue(key)) metrics[key] = null;
  for (const [key, { over, under }] of Object.entries(ratioCatalogue)) {
    if (![...over, ...under].every(isOfQueue)) metrics[key] = null;
  }
  return metrics as Metrics;
}
export const isOfQueue = (key: CountKey): boolean => tableOf(key) === 'calls' || tableOf(key) === 'bookings';

/** Those of the file, and those that calls name: a queue may have been renamed since. */
const queuesOf = ({ queues }: ReportRules, { calls, bookings }: CompiledRows): string[] => [
  ...new Set([...queues, ...[...calls, ...bookings].flatMap(({ queue }) => queue || [])]),
];

const countsOfQueue = ({ calls, bookings }: CompiledRows, queue: string): Counts => ({
  ...noCounts(),
  ...countCalls(calls.filter((row) => row.queue === queue)),
  ...countBookings(bookings.filter((row) => row.queue === queue)),
});

/** Only a call has a half hour: what is counted of promises, SMS and persons is 0 there. */
function byHalfHour(calls: readonly CallRow[]): Record<string, Counts> {
  const rows = Map.groupBy(calls, ({ half_hour: time }) => time);
  return sorted([...rows].map(([time, those]) => [time, { ...noCounts(), ...countCalls(those) }]));
}

function numbersOf(calls: readonly CallRow[]): Report['numbers'] {
  const received = tally(calls.filter(receivedCall.is).map(({ displayed_number: number }) => number));
  const emitted = tally(calls.filter(emittedCall.is).map(({ displayed_number: number }) => number));
  const numbers = [...new Set([...Object.keys(received), ...Object.keys(emitted)])];
  return sorted(numbers.map((number) => [number, { received: received[number] ?? 0, emitted: emitted[number] ?? 0 }]));
}

function addNumbers(all: readonly Report['numbers'][]): Report['numbers'] {
  const received = addTallies(all.map((numbers) => side(numbers, 'received')));
  const emitted = addTallies(all.map((numbers) => side(numbers, 'emitted')));
  return sorted(
    Object.keys({ ...received, ...emitted }).map((number) => [
      number,
      { received: received[number] ?? 0, emitted: emitted[number] ?? 0 },
    ]),
  );
}

const side = (numbers: Report['numbers'], of: 'received' | 'emitted'): Record<string, number> =>
  Object.fromEntries(Object.entries(numbers).map(([number, counts]) => [number, counts[of]]));
