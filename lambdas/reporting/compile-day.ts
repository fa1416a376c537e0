import type { LineRules } from '../../domain/administration/administration.ts';
import { addDays, instantOf } from '../../domain/administration/local-time.ts';
import { rowsCompiler } from '../../domain/reporting/compile-rows.ts';
import type { Report } from '../../domain/reporting/report-contract.ts';
import { lastDayOfPromises, recordsOfDay, settledFrom } from '../../domain/reporting/records-of-day.ts';
import { reportRules } from '../../domain/reporting/report-rules.ts';
import { dayReport } from '../../domain/reporting/report.ts';
import type { Bucket } from '../runtime/s3.ts';
import { readRecords, type UnreadableRecords } from './read-records.ts';
import { writeDay, writeRows, type DayView } from './write-day.ts';

export interface DayCompiling {
  bucket: Pick<Bucket, 'list' | 'lines' | 'put' | 'putLines'>;
  rules: LineRules;
  /** When the compilation began. */
  at: Date;
}

/** Reads the records of a day, and writes its tables and its report. The same records make the same bytes. */
export async function compileDay(
  { bucket, rules, at }: DayCompiling,
  day: string,
  view: DayView,
): Promise<{ report: Report; unreadable: UnreadableRecords[] }> {
  const { timeZone, callback } = rules;
  const settled = settledFrom(rules, day);
  const compiler = rowsCompiler({
    day,
    timeZone,
    slotMinutes: callback.slotMinutes,
    isOver: at >= instantOf(addDays(day, 2), 0, timeZone),
    // Time beyond it changes nothing: a compilation in a year gives the same bytes.
    followedUntil: lastDayOfPromises(rules, day),
    isSettledAt: (at < settled ? at : settled).toISOString(),
  });
  const unreadable = await readRecords(bucket, recordsOfDay(rules, day), (line) => compiler.add(line));
  const rows = compiler.rows();
  await writeRows(bucket, day, rows);
  const report = dayReport(rows, { rules: reportRules(rules), day });
  await writeDay(bucket, report, view);
  return { report, unreadable };
}
