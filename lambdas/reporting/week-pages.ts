import { addDays } from '../../domain/administration/local-time.ts';
import type { Language } from '../../domain/administration/language.ts';
import { weekPrefix, type Report } from '../../domain/reporting/report-contract.ts';
import { type ReportRules } from '../../domain/reporting/contract.ts';
import { daysOfWeek, weekOf } from '../../domain/reporting/iso-week.ts';
import type { Week } from '../../domain/reporting/page/week-page.ts';
import { rangeReport } from '../../domain/reporting/report.ts';
import type { Bucket } from '../runtime/s3.ts';
import { personsOfRange } from './persons-of-range.ts';
import type { Views } from './report-views.ts';
import type { StoredReports } from './stored-reports.ts';
import { pageFiles, pageType } from './write-day.ts';

/** The weeks of these days whose pages are older than the report of one of their days, or are not there. Times of S3 are whole seconds. */
export function staleWeeks(stored: StoredReports, days: readonly string[]): string[] {
  return [...new Set(days.map(weekOf))].filter((week) => {
    const writtenAt = stored.weekWrittenAt(week)?.getTime() ?? 0;
    const newest = Math.max(-1, ...daysOfWeek(week).map((day) => stored.dayWrittenAt(day)?.getTime() ?? -1));
    return newest >= writtenAt;
  });
}

/** Writes the pages of a week from the reports of its days, beside the week before it. */
export async function writeWeek(writing: WeekWriting, week: string, weekPage: Views['weekPage']): Promise<void> {
  const { bucket } = writing;
  const reports = await reportsOf(writing, week);
  const shown = wholeWeek(writing, week, reports, await personsOfRange(bucket, reports));
  if (shown === undefined) return;
  const before = weekOf(addDays(shown.whole.from, -1));
  // Persons are not compared: to count them would take as long again as the week itself.
  const weekBefore = wholeWeek(writing, before, await reportsOf(writing, before), null)?.whole;
  const page = (language: Language): string => weekPage(shown, { language, previous: { weekBefore } });
  const prefix = weekPrefix(week);
  await bucket.put(prefix + pageFiles.en, page('en'), pageType);
  // When this one was written tells that the other was.
  await bucket.put(prefix + pageFiles.fr, page('fr'), pageType);
}
interface WeekWriting {
  bucket: Pick<Bucket, 'lines' | 'put'>;
  rules: ReportRules;
  stored: StoredReports;
  /** Local. */
  today: string;
}

async function reportsOf({ stored }: WeekWriting, week: string): Promise<Report[]> {
  const read = await Promise.all(daysOfWeek(week).map((day) => stored.read(day)));
  return read.filter((report) => report !== undefined);
}

/** Of its days up to the last one that could be compiled; undefined where none was. */
function wholeWeek(
  { rules, today }: WeekWriting,
  week: string,
  days: readonly Report[],
  persons: number | null,
): Week | undefined {
  const lastCompiled = days.at(-1)?.to;
  if (lastCompiled === undefined) return undefined;
  const [from = '', ...others] = daysOfWeek(week);
  const yesterday = addDays(today, -1);
  const until = yesterday > lastCompiled ? yesterday : lastCompiled;
  const to = others.findLast((day) => day <= until) ?? from;
  return { week, days, whole: rangeReport(days, { rules, from, to, persons }) };
}
