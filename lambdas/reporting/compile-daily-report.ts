import type { LineRules } from '../../domain/administration/administration.ts';
import { addDays, localTime } from '../../domain/administration/local-time.ts';
import { recordsPrefix } from '../../domain/reporting/prepared-lines.ts';
import { reportingKeys, reportingMetrics } from '../../domain/reporting/contract.ts';
import { reportPrefix, weekPrefix } from '../../domain/reporting/report-contract.ts';
import { daysOfNight, daysToCompile, recordsOfNight } from '../../domain/reporting/days-to-compile.ts';
import type { DayPageOptions } from '../../domain/reporting/page/day-page.ts';
import { checkCompileRequest, type CompileAnswer } from '../../domain/reporting/report-request.ts';
import { reportRules } from '../../domain/reporting/report-rules.ts';
import { required, rules } from '../runtime/environment.ts';
import { inParallel } from '../runtime/in-parallel.ts';
import { count, errorName, log } from '../runtime/log.ts';
import { bucket, type Bucket } from '../runtime/s3.ts';
import { compileDay } from './compile-day.ts';
import { requestsAtOnce, type UnreadableRecords } from './read-records.ts';
import { views, type Views } from './report-views.ts';
import { StoredReports } from './stored-reports.ts';
import { staleWeeks, writeWeek } from './week-pages.ts';

interface Dependencies {
  bucket: Bucket;
  line: LineRules;
  views: Views;
  now: () => Date;
}
/** Of Lambda. */
interface Invocation {
  getRemainingTimeInMillis: () => number;
}
type Compilation = Dependencies & { stored: StoredReports; at: Date; remainingMilliseconds: () => number };

/**
 * Compiles days: in the night, yesterday and those that late records or promises that came due have changed; on demand, those asked for. Of a day
 * that fails the others are compiled all the same; then the invocation fails, and is tried again. Throws the bucket's errors.
 */
export function compileDailyReport(dependencies: Dependencies) {
  return async (event: unknown, invocation?: Invocation): Promise<CompileAnswer> => {
    const { line, now } = dependencies;
    const at = now();
    const checked = checkCompileRequest(event, reportRules(line), at);
    if ('error' in checked) {
      log('compilationRefused', { administration: line.id, code: checked.error.code });
      return checked;
    }
    const stored = await StoredReports.list(dependencies.bucket);
    const remainingMilliseconds = invocation ? () => invocation.getRemainingTimeInMillis() : () => Infinity;
    const compilation = { ...dependencies, stored, at, remainingMilliseconds };
    const isNight = checked.days === 'nightly';
    if (isNight) tellHolidays(line, at);
    const asked = checked.days === 'nightly' ? await daysOfThisNight(compilation) : checked.days;
    const days = await eachOf(asked, compilation, (day) => compileOne(compilation, day));
    if (days.done.length > 0)
      count({ [reportingMetrics.daysCompiled]: days.done.length }, { administration: line.id }, at);
    const looked = isNight ? daysOfNight(line.timeZone, at) : asked;
    const weeks = await eachOf(staleWeeks(stored, looked), compilation, (week) => writeOneWeek(compilation, week));
    const failed = [...days.failed, ...weeks.failed];
    if (failed.length > 0) throw new Error(`not compiled: ${failed.join(', ')}`);
    return { days: days.done, weeks: weeks.done };
  };
}

async function daysOfThisNight({ bucket: stored, line, at, stored: reports }: Compilation): Promise<string[]> {
  const newest = new Map<string, Date>();
  await inParallel(recordsOfNight(line, at), requestsAtOnce, async ({ kind, day }) => {
    const prefix = recordsPrefix(kind, day);
    for (const { modifiedAt } of await stored.list(prefix)) {
      if (modifiedAt > (newest.get(prefix) ?? 0)) newest.set(prefix, modifiedAt);
    }
  });
  return daysToCompile(line, at, {
    reportAt: (day) => reports.dayWrittenAt(day),
    newestRecordAt: ({ kind, day }) => newest.get(recordsPrefix(kind, day)),
  });
}

/** One after the other, as long as there is time for one as long as the longest so far; nothing that one of them throws stops the others. */
async function eachOf(
  names: readonly string[],
  { line, remainingMilliseconds }: Compilation,
  work: (name: string) => Promise<void>,
): Promise<{ done: string[]; failed: string[] }> {
  const done: string[] = [];
  const failed: string[] = [];
  let longest = 0;
  for (const name of names) {
    const before = remainingMilliseconds();
    if (before < longest * roomForGrowth) {
      log('compilationOutOfTime', { administration: line.id, of: name });
      failed.push(name);
      continue;
    }
    try {
      await work(name);
      done.push(name);
    } catch (error) {
      log('compilationFailed', { administration: line.id, of: name, error: errorName(error) });
      failed.push(name);
    }
    if (before < Infinity) longest = Math.max(longest, before - remainingMilliseconds());
  }
  return { done, failed };
}
const roomForGrowth = 1.5;

async function compileOne(compilation: Compilation, day: string): Promise<void> {
  const { bucket: objects, line, at, stored, views: shown } = compilation;
  const previous = await previousOf(stored, day);
  const { unreadable } = await compileDay({ bucket: objects, rules: line, at }, day, {
    titles: shown.titles,
    page: (report, language) => shown.dayPage(report, { language, previous }),
  });
  stored.note(reportPrefix(day), compilation.now());
  tellUnreadable(line.id, unreadable, at);
  log('dayCompiled', { administration: line.id, day, unreadable: unreadable.length });
}

async function writeOneWeek(
  { bucket: objects, line, at, stored, views: shown, now }: Compilation,
  week: string,
): Promise<void> {
  const today = localTime(at, line.timeZone).date;
  await writeWeek({ bucket: objects, rules: reportRules(line), stored, today }, week, shown.weekPage);
  stored.note(weekPrefix(week), now());
}

async function previousOf(stored: StoredReports, day: string): Promise<DayPageOptions['previous']> {
  const [dayBefore, weekBefore] = await Promise.all([1, 7].map((earlier) => stored.read(addDays(day, -earlier))));
  return { dayBefore, weekBefore };
}

/** An object of records that cannot be read to its end has lost at least one. */
function tellUnreadable(administration: string, unreadable: readonly UnreadableRecords[], at: Date): void {
  for (const { key, lines, isCut } of unreadable) log('recordsUnreadable', { administration, key, lines, isCut });
  const dropped = unreadable.reduce((sum, { lines, isCut }) => sum + lines + Number(isCut), 0);
  if (dropped > 0) count({ [reportingMetrics.recordsDropped]: dropped }, { administration }, at);
}

function tellHolidays({ id, timeZone, holidays }: LineRules, at: Date): void {
  const { date: today } = localTime(at, timeZone);
  const left = (Date.parse(`${holidays.through}-12-31`) - Date.parse(today)) / 86_400_000;
  count({ [reportingMetrics.holidayDaysLeft]: Math.max(0, left) }, { administration: id }, at);
}

const environment = required(reportingKeys.bucket);
export const handler = compileDailyReport({
  bucket: bucket(environment[reportingKeys.bucket]),
  line: rules(),
  views,
  now: () => new Date(),
});
