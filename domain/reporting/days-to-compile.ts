import type { LineRules } from '../administration/administration.ts';
import { addDays, instantOf, localTime } from '../administration/local-time.ts';
import { recordsOfDay, settledFrom, type RecordsFolder } from './records-of-day.ts';

/** How far back a night looks for records that came late. */
const daysLookedAt = 35;
/**
 * As long as a function may run: a record that came while a report was made may be older than the report, and not be in it.
 * Times of S3 are whole seconds.
 */
export const longestCompilationSeconds = 900;

export interface StoredTimes {
  /** When the report of a day was written; undefined where there is none. */
  reportAt: (day: string) => Date | undefined;
  /** When the newest record of a folder came; undefined where there is none. */
  newestRecordAt: (folder: RecordsFolder) => Date | undefined;
}

/** The days that a night looks at, the earliest first: it ends with yesterday. */
export function daysOfNight(timeZone: string, now: Date): string[] {
  const { date: today } = localTime(now, timeZone);
  return Array.from({ length: daysLookedAt }, (_, index) => addDays(today, index - daysLookedAt));
}

/** The folders that decide on those days, each once. */
export function recordsOfNight(rules: LineRules, now: Date): RecordsFolder[] {
  const folders = daysOfNight(rules.timeZone, now).flatMap((day) => recordsOfDay(rules, day));
  return [...new Map(folders.map((folder) => [`${folder.kind} ${folder.day}`, folder])).values()];
}

/**
 * The days to compile in a night, the earliest first: yesterday; each day of which a record came after its report was written, or that has none; and each
 * day whose report would be another today, since a promise has come due. Days before the first of which anything is known are none of the line's.
 */
export function daysToCompile(rules: LineRules, now: Date, stored: StoredTimes): string[] {
  const days = daysOfNight(rules.timeZone, now).map((day) => ({ day, folders: recordsOfDay(rules, day) }));
  const first = days.findIndex((looked) => stored.reportAt(looked.day) ?? hasRecords(looked, stored));
  const known = first < 0 ? days.slice(-1) : days.slice(first);
  const lastMidnight = instantOf(localTime(now, rules.timeZone).date, 0, rules.timeZone);
  const stale = known.filter((looked) => {
    const reportAt = stored.reportAt(looked.day);
    if (reportAt === undefined || looked === days.at(-1)) return true;
    // A midnight has passed since, before which not every promise of the day was settled.
    const settled = settledFrom(rules, looked.day);
    return reportAt < (lastMidnight < settled ? lastMidnight : settled) || cameSince(looked, stored, reportAt);
  });
  return stale.map(({ day }) => day);
}

interface LookedAt {
  day: string;
  folders: readonly RecordsFolder[];
}

const hasRecords = ({ day, folders }: LookedAt, { newestRecordAt }: StoredTimes): boolean =>
  folders.some((folder) => folder.day === day && newestRecordAt(folder) !== undefined);

function cameSince({ folders }: LookedAt, { newestRecordAt }: StoredTimes, reportAt: Date): boolean {
  const surelyInIt = reportAt.getTime() - longestCompilationSeconds * 1000;
  return folders.some((folder) => (newestRecordAt(folder)?.getTime() ?? 0) >= surelyInIt);
}
