import { addDays, localTime } from '../administration/local-time.ts';
import type { Report } from './report-contract.ts';
import type { ReportRules } from './contract.ts';

/** The functions have these names in the account, so that people, other stacks and other programs can invoke them. */
export const queryReportFunctionName = (administrationId: string): string => `Rappel-${administrationId}-query-report`;
export const compileReportFunctionName = (administrationId: string): string =>
  `Rappel-${administrationId}-compile-daily-report`;

export const reportFormats = ['report', 'servicesPublicsPlus'] as const;
type ReportFormat = (typeof reportFormats)[number];

/** Event of `reporting/query-report`: the report of local days, both included. */
export interface ReportRequest {
  administration: string;
  from: string;
  to: string;
  /** `report` where it is not said. */
  format?: ReportFormat;
}
export const requestErrorCodes = [
  'notARequest',
  'unknownAdministration',
  'notADay',
  'fromAfterTo',
  'tooManyDays',
  'inTheFuture',
  'forgotten',
  'unknownFormat',
] as const;
/** What is wrong with a request; `path` is the key of it, empty where it is the whole. */
export interface RequestError {
  code: (typeof requestErrorCodes)[number];
  message: string;
  path: string;
}
/** A bad request is answered, not thrown: who asks can mend it, and asking again would not. */
export type QueryReportAnswer = Report | { csv: string } | { error: RequestError };

/** What was written. */
export type CompileAnswer = { days: string[]; weeks: string[] } | { error: RequestError };

/** Days in one answer: a little over a year. */
export const mostDaysAsked = 400;
/** Days that a function compiles in its time, however many calls they had. */
const mostDaysCompiled = 35;

type Fields = Record<string, unknown>;
const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const refused = (code: RequestError['code'], path: string, message: string): { error: RequestError } => ({
  error: { code, message, path },
});

/** The request that an event is, or the first thing that is wrong with it. */
export function checkReportRequest(
  event: unknown,
  { id, timeZone }: Pick<ReportRules, 'id' | 'timeZone'>,
  now: Date,
): { request: Required<ReportRequest> } | { error: RequestError } {
  if (!isFields(event)) return refused('notARequest', '', 'an object with administration, from and to');
  const { administration, format = 'report' } = event;
  if (administration !== id)
    return refused('unknownAdministration', 'administration', `this function answers for ${id}`);
  const known = reportFormats.find((each) => each === format);
  if (known === undefined) return refused('unknownFormat', 'format', `one of: ${reportFormats.join(', ')}`);
  const days = checkDays(event, localTime(now, timeZone).date, mostDaysAsked);
  return 'error' in days ? days : { request: { administration: id, ...days, format: known } };
}

/** The days to compile that an event asks for, `nightly`, or the first thing that is wrong with it. */
export function checkCompileRequest(
  event: unknown,
  { timeZone, retentionDays }: Pick<ReportRules, 'timeZone' | 'retentionDays'>,
  now: Date,
): { days: string[] | 'nightly' } | { error: RequestError } {
  if (!isFields(event)) return refused('notARequest', '', 'an object: {}, { day } or { from, to }');
  if (Object.keys(event).length === 0) return { days: 'nightly' };
  const today = localTime(now, timeZone).date;
  const asked = 'day' in event ? { from: event['day'], to: event['day'] } : event;
  const range = checkDays(asked, today, mostDaysCompiled);
  if ('error' in range) return 'day' in event ? { error: { ...range.error, path: 'day' } } : range;
  // Records are gone by then, or some of them: a report of what is left would replace the true one.
  const oldest = addDays(today, 1 - retentionDays.reports);
  if (range.from < oldest) {
    return refused('forgotten', 'day' in event ? 'day' : 'from', `records are kept since ${oldest} only`);
  }
  return { days: daysFrom(range.from, range.to) };
}

/** From one day to another, both included. */
export function daysFrom(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day);
  return days;
}

function checkDays(
  { from, to }: Fields,
  today: string,
  mostDays: number,
): { from: string; to: string } | { error: RequestError } {
  const shape = 'a local day, YYYY-MM-DD';
  if (!isDay(from)) return refused('notADay', 'from', shape);
  if (!isDay(to)) return refused('notADay', 'to', shape);
  if (from > to) return refused('fromAfterTo', 'from', 'from is later than to');
  if (to > today) return refused('inTheFuture', 'to', `today is ${today}`);
  if (addDays(from, mostDays - 1) < to) return refused('tooManyDays', 'to', `at most ${mostDays} days`);
  return { from, to };
}

function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !/^20\d\d-\d\d-\d\d$/.test(value)) return false;
  const at = new Date(value);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value);
}
