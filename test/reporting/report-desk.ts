import { gunzipSync } from 'node:zlib';
import type { LineRules } from '../../domain/administration/administration.ts';
import { compiledKey, type CompiledTable } from '../../domain/reporting/compiled-rows.ts';
import { reportPrefix, type Report } from '../../domain/reporting/report-contract.ts';
import { reportPhrases } from '../../domain/reporting/phrases.ts';
import { reportRules } from '../../domain/reporting/report-rules.ts';
import type { Views } from '../../lambdas/reporting/report-views.ts';
import { lineRules } from '../callback/fixtures.ts';
import { StoredObjects } from './stored-objects.ts';

process.env['REPORTS_BUCKET'] = 'reports';
process.env['RULES'] = JSON.stringify(lineRules());
process.env['REPORT_RULES'] = JSON.stringify(reportRules(lineRules()));
const { compileDailyReport } = await import('../../lambdas/reporting/compile-daily-report.ts');
const { queryReport } = await import('../../lambdas/reporting/query-report.ts');

/** Pages that say what they were made from and nothing else: charts take time, and are looked at elsewhere. */
const views: Views = {
  titles: (language) => reportPhrases(language).titles,
  dayPage: ({ from, metrics }, { language, previous }) =>
    `${language} ${from} ${metrics.calls} after ${previous?.dayBefore?.from}, ${previous?.weekBefore?.from}`,
  weekPage: ({ week, days, whole }, { language, previous }) =>
    `${language} ${week} ${days.length} ${whole.from}-${whole.to} ${whole.metrics.calls} after ${previous?.weekBefore?.from}`,
};

/** The two functions on a bucket in memory, at the time that the test says it is. */
export class ReportDesk {
  readonly objects = new StoredObjects();
  /** What the functions printed, line by line. */
  readonly printed: Record<string, unknown>[] = [];
  readonly #line: LineRules;

  constructor(line: LineRules = lineRules()) {
    this.#line = line;
  }

  at(instant: string): this {
    this.objects.now = new Date(instant);
    return this;
  }

  compile = (event: unknown, remainingMilliseconds?: () => number) =>
    this.#listening(() => {
      const dependencies = { bucket: this.objects, line: this.#line, views, now: () => this.objects.now };
      const invocation = remainingMilliseconds && { getRemainingTimeInMillis: remainingMilliseconds };
      return compileDailyReport(dependencies)(event, invocation);
    });

  query = (event: object) =>
    this.#listening(() => {
      const dependencies = { bucket: this.objects, rules: reportRules(this.#line), now: () => this.objects.now };
      return queryReport(dependencies)({ administration: 'caf', ...event });
    });

  report(day: string): Report {
    const text = this.objects.objects.get(`${reportPrefix(day)}report.json`)?.content.toString('utf8');
    if (text === undefined) throw new Error(`no report of ${day}`);
    return JSON.parse(text) as Report;
  }

  /** Of a day or a week: what the page says. */
  page(key: string): string | undefined {
    return this.objects.objects.get(key)?.content.toString('utf8');
  }

  rows(table: CompiledTable, day: string): Record<string, unknown>[] {
    const content = this.objects.objects.get(compiledKey(table, day))?.content;
    const lines = content ? gunzipSync(content).toString('utf8').split('\n').slice(0, -1) : [];
    return lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  }

  /** What was counted under a name, in all. */
  counted(name: string): number {
    return this.printed.reduce((sum, line) => sum + Number(line[name] ?? 0), 0);
  }

  async #listening<Answer>(work: () => Promise<Answer>): Promise<Answer> {
    const write = process.stdout.write.bind(process.stdout);
    process.stdout.write = (text: string | Uint8Array): boolean => {
      this.printed.push(JSON.parse(String(text)) as Record<string, unknown>);
      return true;
    };
    try {
      return await work();
    } finally {
      process.stdout.write = write;
    }
  }
}
