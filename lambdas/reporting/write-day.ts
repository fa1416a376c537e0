import type { Language } from '../../domain/administration/language.ts';
import { compiledKey, type CompiledRows, type CompiledTable } from '../../domain/reporting/compiled-rows.ts';
import { reportPrefix, type MetricKey, type Report } from '../../domain/reporting/report-contract.ts';
import { reportCsv } from '../../domain/reporting/report-csv.ts';
import { servicesPublicsPlus } from '../../domain/reporting/services-publics-plus.ts';
import type { Bucket } from '../runtime/s3.ts';

const csvType = 'text/csv; charset=utf-8';
export const pageType = 'text/html; charset=utf-8';

/** The page in each language, by the end of its name. */
export const pageFiles: Readonly<Record<Language, string>> = { fr: 'report.html', en: 'report.en.html' };

/** What a report is shown by. */
export interface DayView {
  titles: (language: Language) => Readonly<Record<MetricKey, string>>;
  page: (report: Report, language: Language) => string;
}

/** The four tables of a day: the same rows make the same bytes. */
export async function writeRows(
  bucket: Pick<Bucket, 'putLines'>,
  day: string,
  { calls, bookings, messages, persons }: CompiledRows,
): Promise<void> {
  const write = (table: CompiledTable, rows: readonly object[]): Promise<void> =>
    bucket.putLines(compiledKey(table, day), textsOf(rows));
  await write('calls', calls);
  await write('bookings', bookings);
  await write('messages', messages);
  await write('persons', persons);
}

function* textsOf(rows: readonly object[]): Generator<string> {
  for (const row of rows) yield JSON.stringify(row);
}

/** The report itself comes last: when it was written tells that all of the day was. */
export async function writeDay(bucket: Pick<Bucket, 'put'>, report: Report, view: DayView): Promise<void> {
  const prefix = reportPrefix(report.from);
  const titles = { fr: view.titles('fr'), en: view.titles('en') };
  await bucket.put(`${prefix}report.csv`, reportCsv(report, titles), csvType);
  await bucket.put(`${prefix}services-publics-plus.csv`, servicesPublicsPlus(report), csvType);
  await bucket.put(prefix + pageFiles.fr, view.page(report, 'fr'), pageType);
  await bucket.put(prefix + pageFiles.en, view.page(report, 'en'), pageType);
  await bucket.put(`${prefix}report.json`, `${JSON.stringify(report)}\n`, 'application/json');
}
