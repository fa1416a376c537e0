import { addDays } from '../../domain/administration/local-time.ts';
import type { Language } from '../../domain/administration/language.ts';
import { weekPrefix, type Report, type ReportRules } from '../../domain/reporting/contract.ts';
import { daysOfWeek, weekOf } from '../../domain/reporting/iso-week.ts';
import { rangeReport } from '../../domain/reporting/report.ts';
import { inParallel } from '../runtime/in-parallel.ts';
import type { Bucket } from '../runtime/s3.ts';
import { personsOfRange } from './persons-of-range.ts';
import type { StoredReports } from './stored-reports.ts';
import { pageFiles, pageType } from './write-day.ts';

/** `whole` is of its days up to the last one that could be compiled. */
export interface WeekOfReports {
  week: string;
  days: Report[];
  whole: Report;
}
export type WeekView = (week: WeekOfReports, language: Language) => string;

/** The weeks of these days whose pages are older than the report of one of their days, or are not there. Times of S3 are whole seconds. */
export function staleWeeks(stored: StoredReports, days: readonly string[]): string[] {
  return [...new Set(days.map(weekOf))].filter((week) => {
    const writtenAt = stored.weekWrittenAt(week)?.getTime() ?? 0;
    const newest = Math.max(-1, ...daysOfWeek(week).map((day) => stored.dayWrittenAt(day)?.getTime() ?? -1));
    return newest >= writtenAt;
  });
}

/** Writes the pages of a week from the reports of its days. */
export async function writeWeek(
  { bucket, rules, stored, today }: WeekWriting,
  week: string,
  view: WeekView,
): Promise<void> {
  const daysOf = daysOfWeek(week);
  const read = await inParallel(daysOf, daysOf.length, (day) => stored.read(day));
  const days = read.filter((report) => report !== undefined);
  const lastCompiled = days.at(-1)?.to;
  const [from = '', to = ''] = [daysOf[0], daysOf.at(-1)];
  if (lastCompiled === undefined) return;
  const yesterday = addDays(today, -1);
  const until = yesterday > lastCompiled ? yesterday : lastCompiled;
  const whole = rangeReport(days, {
    rules,
    from,
    to: until < to ? until : to,
    persons: await personsOfRange(bucket, days),
  });
  const prefix = weekPrefix(week);
  await bucket.put(prefix + pageFiles.en, view({ week, days, whole }, 'en'), pageType);
  // When this one was written tells that the other was.
  await bucket.put(prefix + pageFiles.fr, view({ week, days, whole }, 'fr'), pageType);
}
interface WeekWriting {
  bucket: Pick<Bucket, 'lines' | 'put'>;
  rules: ReportRules;
  stored: StoredReports;
  /** Local. */
  today: string;
}
