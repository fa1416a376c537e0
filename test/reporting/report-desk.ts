import { gunzipSync } from 'node:zlib';
import type { LineRules } from '../../domain/administration/administration.ts';
import { compiledKey, reportPrefix, type CompiledTable, type Report } from '../../domain/reporting/contract.ts';
import { reportRules } from '../../domain/reporting/report-rules.ts';
import { lineRules } from '../callback/fixtures.ts';
import { StoredObjects } from './stored-objects.ts';

process.env['REPORTS_BUCKET'] = 'reports';
process.env['RULES'] = JSON.stringify(lineRules());
process.env['REPORT_RULES'] = JSON.stringify(reportRules(lineRules()));
const { compileDailyReport } = await import('../../lambdas/reporting/compile-daily-report.ts');
const { queryReport } = await import('../../lambdas/reporting/query-report.ts');
const { views } = await import('../../lambdas/reporting/report-views.ts');

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
